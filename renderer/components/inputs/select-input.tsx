import { useEffect, useRef, useState } from 'react';
import { Select } from 'antd';
import { isFoundBy } from '#shared/domain/found-by.ts';
import { useText } from '../../app/text.ts';
import { fieldAttributes, useFieldPlace } from '../form/field-context.ts';
import { moveOn } from '../form/field-order.ts';
import type { Choice } from './choice-buttons.tsx';

/**
 * One of many choices that are all known, in a list that opens; typing finds them, by pinyin too where they are records that
 * carry `findable`. In a form the cursor goes on to the next field once one is chosen, and what was typed and not chosen
 * holds the saving up, as in a SearchPick. What is too much for a list (customers, parts) is for SearchPick.
 */
export function SelectInput<Value extends string>({
  value,
  onChange,
  choices,
  emptyLabel,
  width,
  disabled = false,
  autoFocus = false,
}: {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly choices: readonly Choice<Value>[];
  /** Allows choosing nothing, and says what that means. */
  readonly emptyLabel?: string | undefined;
  readonly width?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}) {
  const t = useText();
  const place = useFieldPlace();
  // What is typed while the list is open, and what stood there when the field was left without choosing.
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  // Only once what was chosen is drawn: it may have opened the next field.
  useEffect(() => {
    if (!goesOn) return;
    setGoesOn(false);
    const input = box.current?.querySelector('input');
    // Choosing is not saving, even in the last field.
    if (input) moveOn(input, true);
  }, [goesOn]);
  const text = (typed || left).trim();
  const unsettled = text === '' ? undefined : t('common.notPicked', { text });
  const forgetLeft = () => {
    place?.tellOwnFault(undefined);
    setLeft('');
  };
  const type = (next: string) => {
    setTyped(next);
    // An empty text may be the list being closed as the field is left.
    if (next !== '') forgetLeft();
  };
  const choose = () => {
    setTyped('');
    forgetLeft();
  };
  const keep = () => {
    setLeft(text);
    // It would lie upon the sentence.
    setIsOpen(false);
    if (unsettled !== undefined) place?.tellOwnFault(unsettled);
  };
  const select = (
    <Select<Value, Choice<Value>>
      {...fieldAttributes(place)}
      {...(place?.isFaulty ? { status: 'error' as const } : {})}
      style={{ width: width ?? '100%' }}
      // A name cut off cannot be told from its neighbour.
      popupMatchSelectWidth={false}
      value={value}
      placeholder={emptyLabel}
      allowClear={emptyLabel !== undefined}
      disabled={disabled}
      autoFocus={autoFocus}
      showSearch={{
        filterOption: (wanted, option) => option !== undefined && isFoundBy(wanted, option),
        onSearch: type,
      }}
      options={choices.map(({ value: one, label, findable }) => ({ value: one, label, findable }))}
      open={isOpen}
      onOpenChange={(opens) => {
        setIsOpen(opens);
        if (opens) forgetLeft();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || text === '') return;
        event.stopPropagation();
        choose();
      }}
      onSelect={() => {
        choose();
        setGoesOn(place !== null);
      }}
      onBlur={keep}
      onChange={(next: Value | undefined) => onChange(next ?? null)}
    />
  );
  return (
    <span
      ref={box}
      className="select-input"
      data-unsettled={place ? unsettled : undefined}
      onInvalidCapture={keep}
    >
      {select}
    </span>
  );
}
