import { useRef, useState } from 'react';
import { Checkbox } from 'antd';
import { receiptPurposes } from '#shared/domain/states.ts';
import { useText } from '../../app/text.ts';
import { focusField } from '../../components/form/field-order.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { ReceiptLines } from './receipt-lines.tsx';
import {
  filledLines,
  missingIn,
  receiptChecks,
  uncheckedIn,
  type LineValues,
  type ReceiptValues,
} from './receipt-values.ts';
import { useBins } from './use-bins.ts';

/** A receipt as it is written: head, lines, the three checks; saved as a draft or posted. */
export function ReceiptForm({
  form,
  postTrouble,
  pending,
  onPost,
  onDiscard,
}: {
  readonly form: FormOf<ReceiptValues>;
  /** Why it could not be posted. */
  readonly postTrouble: Trouble | null;
  readonly pending: boolean;
  /** Saves what was typed and posts it. */
  readonly onPost: () => void;
  /** Throws away what was typed of a new receipt; a draft of the books is voided elsewhere. */
  readonly onDiscard?: (() => void) | undefined;
}) {
  const t = useText();
  const { value } = form.draft;
  const bins = useBins(value.purpose);
  const [marksMissing, setMarksMissing] = useState(false);
  const [lacksLines, setLacksLines] = useState(false);
  const [marksChecks, setMarksChecks] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const missing = firstMissing(value.lines);
  const whenWhole = (act: () => void) => () => {
    setMarksMissing(missing !== undefined);
    if (missing === undefined) act();
    else if (place.current) focusField(place.current, missing);
  };
  const save = whenWhole(form.save);
  const isEmpty = filledLines(value.lines).length === 0;
  const unchecked = uncheckedIn(value);
  // Not sent: a draft with nothing in it would stay in the books.
  const post = () => {
    setLacksLines(isEmpty);
    setMarksChecks(!isEmpty && unchecked.length > 0);
    const [lacking] = isEmpty ? ['lines.0.partId'] : unchecked;
    if (lacking === undefined) onPost();
    else if (place.current) focusField(place.current, lacking);
  };
  const busy = form.pending || pending;

  return (
    <div className="receipt-form" ref={place}>
      <Form form={{ ...form, save }}>
        <TroubleBanner trouble={postTrouble} />
        {lacksLines && isEmpty && <div className="banner late">{t('refusals.NO_LINES')}</div>}
        {marksChecks && unchecked.length > 0 && (
          <div className="banner late" role="alert">
            {t('refusals.CHECKS_MISSING')}
          </div>
        )}
        {marksMissing && missing !== undefined && <div className="banner late">{t('stock.mendLines')}</div>}
        <Fields two labelWidth={64}>
          <FormField
            form={form}
            name="purpose"
            label="stock.purpose"
            show={(purpose) => t(`states.receiptPurpose_${purpose}`)}
            wide
          >
            {(bound) => (
              <ChoiceButtons
                {...bound}
                choices={receiptPurposes.map((purpose) => ({
                  value: purpose,
                  label: t(`states.receiptPurpose_${purpose}`),
                }))}
              />
            )}
          </FormField>
          <FormField form={form} name="supplier" label="stock.supplier">
            {(bound) => <TextInput {...bound} maxLength={80} autoFocus />}
          </FormField>
          <FormField form={form} name="deliveryNote" label="stock.deliveryNote">
            {(bound) => <TextInput {...bound} maxLength={60} />}
          </FormField>
          <FormField form={form} name="day" label="stock.day" needed>
            {(bound) => <DayInput {...bound} />}
          </FormField>
          <FormField form={form} name="notes" label="common.notes">
            {(bound) => <TextInput {...bound} maxLength={1000} />}
          </FormField>
        </Fields>
        <ReceiptLines
          lines={value.lines}
          bins={bins}
          trouble={form.trouble}
          marksMissing={marksMissing}
          onChange={(lines) => form.draft.set({ lines })}
        />
        <div className="row">
          <span className="mut sm">{t('stock.checks')}</span>
          {receiptChecks.map((check) => (
            <span key={check} data-field={check}>
              <Checkbox
                {...checkedBy(form, check)}
                className={marksChecks && unchecked.includes(check) ? 'lacking' : ''}
                aria-invalid={marksChecks && unchecked.includes(check)}
              >
                {t(`stock.${check}`)}
              </Checkbox>
            </span>
          ))}
          <span className="grow" />
          {onDiscard && <KeyButton label="common.draftDiscard" onPress={onDiscard} disabled={busy} />}
          <KeyButton label="common.save" shownKeys="Ctrl+S" pending={busy} onPress={save} />
          <KeyButton primary submit label="stock.post" keys="F9" pending={busy} onPress={whenWhole(post)} />
        </div>
      </Form>
    </div>
  );
}

/** The name of the first cell that is still empty. */
function firstMissing(lines: readonly LineValues[]): string | undefined {
  return filledLines(lines).flatMap((line, index) =>
    missingIn(line).map((cell) => `lines.${index}.${cell}`),
  )[0];
}

function checkedBy(form: FormOf<ReceiptValues>, check: (typeof receiptChecks)[number]) {
  const bound = form.bind(check);
  return {
    checked: bound.value,
    onChange: (event: { target: { checked: boolean } }) => bound.onChange(event.target.checked),
  };
}
