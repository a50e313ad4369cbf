import { addDays, dayOf } from '#shared/domain/days.ts';
import type { Moment } from '#shared/domain/days.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { MomentInput, momentAt } from '../../components/inputs/moment-input.tsx';

/** When to call back: one press for the usual times, or any other. */
export function CallTime({
  value,
  onChange,
}: {
  readonly value: Moment | null;
  readonly onChange: (value: Moment | null) => void;
}) {
  const t = useText();
  const now = useNow();
  const today = dayOf(now);
  const afternoon = momentAt(today, '14:00');
  const usual = [
    { label: t('contacts.inOneHour'), at: Math.round((now + 3_600_000) / 60_000) * 60_000 },
    ...(afternoon > now ? [{ label: t('contacts.thisAfternoon'), at: afternoon }] : []),
    { label: t('contacts.tomorrowMorning'), at: momentAt(addDays(today, 1), '09:00') },
  ];
  return (
    <div className="row call-time">
      <MomentInput value={value} onChange={onChange} />
      {usual.map(({ label, at }) => (
        <button key={label} type="button" className="choice" onClick={() => onChange(at)}>
          {label}
        </button>
      ))}
      {value !== null && (
        <button type="button" className="link sm" onClick={() => onChange(null)}>
          {t('contacts.noTimeYet')}
        </button>
      )}
    </div>
  );
}
