import type { MessageKey } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { ChoiceButtons } from './choice-buttons.tsx';

/** Yes or no as two words side by side. */
export function SwitchChoice({
  value,
  onChange,
  yes,
  no,
}: {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly yes: MessageKey;
  readonly no: MessageKey;
}) {
  const t = useText();
  return (
    <ChoiceButtons
      value={value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
      choices={[
        { value: 'yes', label: t(yes) },
        { value: 'no', label: t(no) },
      ]}
    />
  );
}
