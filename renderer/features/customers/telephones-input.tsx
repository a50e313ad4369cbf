import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { faultSentence } from '../../components/form/fault-sentence.ts';
import { FieldContext } from '../../components/form/field-context.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { faultsOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import './customers.css';

/** Telephone numbers, one to a line, with an empty line at the end for another one. */
export function TelephonesInput({
  value,
  onChange,
  max = 20,
}: {
  readonly value: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
  readonly max?: number | undefined;
}) {
  const t = useText();
  const lines = value.length < max && value.at(-1) !== '' ? [...value, ''] : value;
  const change = (place: number, text: string) => {
    const next = lines.map((line, index) => (index === place ? text : line));
    onChange(next.filter((line, index) => line !== '' || index < place));
  };
  return (
    <div className="telephones">
      {lines.map((line, place) => (
        // The first line is the one the label belongs to.
        <FirstOnly key={place} isFirst={place === 0}>
          <TextInput
            inputMode="tel"
            width={172}
            maxLength={40}
            placeholder={place === 0 ? undefined : t('customers.anotherTelephone')}
            value={line}
            onChange={(text) => change(place, text)}
          />
        </FirstOnly>
      ))}
    </div>
  );
}

/** The first fault of the numbers under `name`, in words. */
export function useTelephoneFault(trouble: Trouble | null, name: string): string | undefined {
  const t = useText();
  const found = Object.entries(faultsOf(trouble)).find(
    ([path]) => path === name || path.startsWith(`${name}.`),
  );
  return found && faultSentence(found[1], t);
}

function FirstOnly({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) {
  return isFirst ? children : <FieldContext value={null}>{children}</FieldContext>;
}
