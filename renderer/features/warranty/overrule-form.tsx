import { verdicts } from '#shared/domain/states.ts';
import type { Verdict } from '#shared/domain/states.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Judgement } from './judgements-list.tsx';

/** Under the names that the record has, so that two leaders at once see each other's verdict and not the computed one. */
interface OverruleValues {
  readonly overruledVerdict: Verdict;
  readonly overruleReason: string;
}

/** A leader's verdict in the place of the computed one, and why. */
export function OverruleForm({
  judgement,
  onDone,
}: {
  readonly judgement: Judgement;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { id, version, holdingVerdict } = judgement;
  const opposite: OverruleValues = {
    overruledVerdict: holdingVerdict === 'covered' ? 'notCovered' : 'covered',
    overruleReason: '',
  };
  const draft = useDraft(`judgement/${id}/overrule`, opposite, version);
  const form = useForm(draft, service.warranty.overrule, {
    isOfAct: true,
    input: (values, seen) => ({ id, version: seen, ...values }),
    done: onDone,
  });
  const choices = verdicts.map((value) => ({ value, label: t(`states.verdict_${value}`) }));
  return (
    <Form form={form}>
      <Fields labelWidth={56}>
        <FormField
          form={form}
          name="overruledVerdict"
          label="warranty.overruleTo"
          show={(verdict: Verdict | null) => (verdict === null ? '' : t(`states.verdict_${verdict}`))}
        >
          {(bound) => <ChoiceButtons {...bound} choices={choices} />}
        </FormField>
        <FormField form={form} name="overruleReason" label="common.reason" needed>
          {(bound) => (
            <ProseInput
              {...bound}
              rows={2}
              maxLength={400}
              placeholder={t('warranty.overruleReason')}
              autoFocus
            />
          )}
        </FormField>
        <span />
        <div className="row tight">
          <KeyButton primary submit label="warranty.overrule" pending={form.pending} onPress={form.save} />
          <KeyButton label="common.cancel" onPress={onDone} disabled={form.pending} />
        </div>
      </Fields>
    </Form>
  );
}
