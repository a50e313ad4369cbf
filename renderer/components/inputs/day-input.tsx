import { useState } from 'react';
import { CalendarOutlined } from '@ant-design/icons';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayOf } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';
import { useText } from '../../app/text.ts';
import { parseDay } from './parse-day.ts';
import { ParsedInput } from './parsed-input.tsx';
import type { ParsedInputProps } from './parsed-input.tsx';

/** A calendar day, typed (20261122, 11-22, 22, +3) or chosen from the calendar. */
export function DayInput({ width = 150, ...props }: ParsedInputProps<Day>) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { value, onChange, disabled } = props;
  return (
    <span className="day-input">
      <ParsedInput
        {...props}
        width={width}
        placeholder={props.placeholder ?? '2026-11-22'}
        parse={(text) => parseDay(text, dayOf(Date.now()))}
        format={(day) => day}
        notUnderstood="common.notADay"
        suffix={
          <button
            type="button"
            className="link"
            tabIndex={-1}
            disabled={disabled}
            aria-label={t('common.pickDay')}
            onClick={() => setIsOpen(!isOpen)}
          >
            <CalendarOutlined />
          </button>
        }
      />
      <DatePicker
        className="day-input-calendar"
        tabIndex={-1}
        aria-hidden
        allowClear={false}
        open={isOpen}
        onOpenChange={setIsOpen}
        value={value === null ? null : dayjs(value)}
        onChange={(chosen) => {
          setIsOpen(false);
          onChange(chosen ? chosen.format('YYYY-MM-DD') : null);
        }}
      />
    </span>
  );
}
