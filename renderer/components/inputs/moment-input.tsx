import { useState } from 'react';
import { dayOf, defaultTimeZone, startOfDay } from '#shared/domain/days.ts';
import type { Day, Moment } from '#shared/domain/days.ts';
import { DayInput } from './day-input.tsx';
import { parseTime } from './parse-time.ts';
import { ParsedInput } from './parsed-input.tsx';

/** A point in time: its day, and the time of that day to the minute (930, 14:05). */
export function MomentInput({
  value,
  onChange,
  usualTime = '09:00',
  disabled,
  autoFocus,
}: {
  readonly value: Moment | null;
  readonly onChange: (value: Moment | null) => void;
  /** The time a day alone means. */
  readonly usualTime?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}) {
  // A time typed before the day waits for it.
  const [waiting, setWaiting] = useState<string | null>(null);
  const day = value === null ? null : dayOf(value);
  const time = value === null ? waiting : timeOf(value);
  const tell = (nextDay: Day | null, nextTime: string | null) => {
    setWaiting(nextTime);
    onChange(nextDay === null ? null : momentAt(nextDay, nextTime ?? usualTime));
  };
  return (
    <span className="row tight">
      <DayInput value={day} disabled={disabled} autoFocus={autoFocus} onChange={(next) => tell(next, time)} />
      <ParsedInput
        width={76}
        value={time}
        disabled={disabled}
        placeholder={usualTime}
        parse={parseTime}
        format={(text) => text}
        notUnderstood="common.notATime"
        onChange={(next) => tell(day ?? (next === null ? null : dayOf(Date.now())), next)}
      />
    </span>
  );
}

/** The moment at which a clock of the firm shows this day and time. */
export function momentAt(day: Day, time: string): Moment {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(day) + (hours * 60 + minutes) * 60_000;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: defaultTimeZone,
  hour: '2-digit',
  minute: '2-digit',
});

function timeOf(at: Moment): string {
  return clock.format(at);
}
