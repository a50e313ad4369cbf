import { useState } from 'react';
import { App } from 'antd';
import { satisfactions } from '#shared/domain/states.ts';
import type { Satisfaction } from '#shared/domain/states.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { MomentInput } from '../../components/inputs/moment-input.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { goToField } from './go-to-field.ts';
import type { Report } from './report-types.ts';
import { thisMinute } from './report-values.ts';
import { ScanChoice } from './scan-choice.tsx';

interface SignValues {
  readonly signedAt: number | null;
  readonly signedBy: string;
  readonly scanId: string | null;
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
}

/** Files the signed paper: when and by whom it was signed, its scan, what the customer thinks. */
export function SignPanel({ report, onDone }: { readonly report: Report; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [triedOn, setTriedOn] = useState<string | null>(null);
  const { id, version, number, contactName, firstPrintedAt } = report;
  const begun: SignValues = {
    signedAt: null,
    signedBy: contactName,
    scanId: null,
    satisfaction: null,
    customerRemarks: '',
  };
  const draft = useDraft<SignValues>(`report/${id}/signature`, begun, version);
  const form = useForm(draft, service.reports.sign, {
    isOfAct: true,
    input: ({ signedAt, scanId, ...values }, begunOn) => ({
      id,
      version: begunOn,
      ...values,
      // Nothing is sent before both are there; the host refuses these like any other that do not fit.
      signedAt: signedAt ?? 0,
      scanId: scanId ?? id,
    }),
    done: () => {
      void message.success(t('reports.signed', { number }));
      onDone();
    },
  });
  const typed = JSON.stringify(draft.value);
  const missing = needed.filter(({ name }) => lacks(draft.value, name));
  const isTooEarly = triedOn === typed && missing.length > 0;
  const save = () => {
    const [first] = missing;
    if (first === undefined) return form.save();
    setTriedOn(typed);
    goToField(form.place.element.current, first.name);
  };
  const day = (at: number | null) => (at === null ? '—' : t.fullMoment(at));

  return (
    <div className="act-panel" data-testid="sign">
      <Form form={{ ...form, save, trouble: isTooEarly ? null : form.trouble }}>
        {isTooEarly && (
          <div className="banner late" role="alert">
            {t('reports.signatureLacks', { missing: missing.map(({ label }) => t(label)) })}
          </div>
        )}
        <b>{t('reports.signTitle', { number })}</b>
        <Fields two>
          <FormField form={form} name="signedAt" label="reports.signedAtField" needed wide show={day}>
            {(bound) => (
              <span className="row tight">
                <MomentInput {...bound} autoFocus />
                <button
                  type="button"
                  className="link sm"
                  onClick={() => bound.onChange(firstPrintedAt && thisMinute(firstPrintedAt))}
                >
                  {t('reports.atPrint')}
                </button>
                <button
                  type="button"
                  className="link sm"
                  onClick={() => bound.onChange(thisMinute(Date.now()))}
                >
                  {t('reports.now')}
                </button>
              </span>
            )}
          </FormField>
          <FormField form={form} name="signedBy" label="reports.signedBy" needed wide>
            {(bound) => <TextInput {...bound} width={234} maxLength={40} />}
          </FormField>
          <FormField form={form} name="satisfaction" label="reports.satisfaction" wide>
            {(bound) => (
              <ChoiceButtons
                {...bound}
                numbered
                choices={satisfactions.map((value) => ({
                  value,
                  label: t(`states.satisfaction_${value}`),
                  ...(value === 'unsatisfied' ? { tone: 'late' as const } : {}),
                }))}
              />
            )}
          </FormField>
          <FormField form={form} name="customerRemarks" label="reports.remarks" wide>
            {(bound) => <ProseInput {...bound} rows={1} maxLength={2000} />}
          </FormField>
          <FormField form={form} name="scanId" label="reports.scan" needed wide>
            {(bound) => <ScanChoice reportId={id} printedAt={firstPrintedAt ?? 0} {...bound} />}
          </FormField>
          <span />
          <div className="row tight">
            <KeyButton
              primary
              submit
              label="reports.save"
              shownKeys="Ctrl+S"
              pending={form.pending}
              onPress={save}
            />
            <KeyButton
              label="common.cancel"
              keys="Escape"
              onPress={() => {
                draft.discard();
                onDone();
              }}
            />
          </div>
        </Fields>
      </Form>
    </div>
  );
}

/** What a signature cannot be filed without, in the order of the form. */
const needed = [
  { name: 'signedAt', label: 'reports.signedAtField' },
  { name: 'signedBy', label: 'reports.signedBy' },
  { name: 'scanId', label: 'reports.scan' },
] as const;

function lacks(values: SignValues, name: (typeof needed)[number]['name']): boolean {
  const value = values[name];
  return value === null || (typeof value === 'string' && value.trim() === '');
}
