import { useRef } from 'react';
import { App } from 'antd';
import { calendarOfFile } from '#shared/domain/working-time-text.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';

interface PublicDays {
  readonly daysOff: readonly string[];
  readonly workdays: readonly string[];
}

/** Public holidays and make-up workdays of years that the program does not know: taken in from a file, saved with the form. */
export function PublicDaysInput({
  value,
  onChange,
  disabled,
}: {
  readonly value: PublicDays;
  readonly onChange: (days: PublicDays) => void;
  readonly disabled: boolean;
}) {
  const t = useText();
  const { message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const count = value.daysOff.length + value.workdays.length;
  const read = async (file: File | undefined) => {
    if (!file) return;
    const found = calendarOfFile(await file.text());
    if (found) onChange(found);
    else void message.error(t('settings.notACalendar'));
  };
  return (
    <div className="row">
      {count > 0 && (
        <span>
          {t('settings.publicDaysCount', { off: value.daysOff.length, work: value.workdays.length })}
        </span>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        data-testid="calendar-picker"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {!disabled && <KeyButton label="settings.importPublicDays" onPress={() => picker.current?.click()} />}
      {!disabled && count > 0 && (
        <KeyButton
          label="settings.forgetPublicDays"
          onPress={() => onChange({ daysOff: [], workdays: [] })}
        />
      )}
    </div>
  );
}
