import { App } from 'antd';
import { decisionKinds, decisionsTold, type SigningRule } from '#shared/domain/decision-kinds.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { decisionWord } from '../../components/decisions/decision-words.ts';
import type { ComparedRows } from '../../components/form/differing.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { CountInput, MoneyInput } from '../../components/inputs/number-inputs.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { useAsk } from '../../service/use-ask.ts';
import { FieldSpot } from './field-spot.tsx';
import { SaveSettings } from './save-settings.tsx';
import { SignersInOrder } from './signers-in-order.tsx';

type Saved = Awaited<ReturnType<Service['settings']['decisions']['call']>>;

const rulesAtMost = 50;
const newRule: SigningRule = { decision: 'requisition.approve', fromFen: 0, signers: 2, inOrder: [] };

/** A rule is about its decision and the amount from which it holds. */
const rulesCompared: ComparedRows<SigningRule> = {
  label: 'decisions.rule',
  about: ({ decision, fromFen }) => `${decision} ${fromFen}`,
  show: ({ decision, fromFen, signers, inOrder }, t) =>
    [
      decisionWord(decision, t),
      formatMoney(fromFen),
      `${t('decisions.ruleSigners')} ${inOrder.length || signers}`,
    ].join(' · '),
};

/** How many must sign a decision, or who and in which order. */
export function DecisionsSection() {
  const service = useService();
  const asked = useAsk(service.settings.decisions, undefined, { shows: ['setting'] });
  return <Asked of={asked}>{(saved) => <RulesForm saved={saved} />}</Asked>;
}

function RulesForm({ saved: { values, version } }: { readonly saved: Saved }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft<{ readonly rules: readonly SigningRule[] }>('settings/decisions', values, version);
  const form = useForm(draft, service.settings.saveDecisions, {
    rows: { rules: rulesCompared },
    input: (next, seen) => ({ version: seen, values: next }),
    done: () => void message.success(t('settings.saved')),
  });
  return (
    <Card title={t('decisions.rules')}>
      <div className="inside">
        <Form form={form}>
          <Fields labelWidth={100}>
            <FormField form={form} name="rules" label="decisions.rule" hint={t('decisions.rulesNote')}>
              {(bound) => <Rules {...bound} trouble={form.trouble} />}
            </FormField>
            <SaveSettings form={form} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}

function Rules({
  value,
  onChange,
  trouble,
}: {
  readonly value: readonly SigningRule[];
  readonly onChange: (next: readonly SigningRule[]) => void;
  readonly trouble: Trouble | null;
}) {
  const mayEdit = useMay()('settings.edit');
  return (
    <div className="stack">
      {value.map((rule, index) => (
        <OneRule
          // Rules have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          rule={rule}
          name={`values.rules.${index}`}
          trouble={trouble}
          mayEdit={mayEdit}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      {mayEdit && value.length < rulesAtMost && (
        <div>
          <KeyButton label="decisions.addRule" onPress={() => onChange([...value, newRule])} />
        </div>
      )}
    </div>
  );
}

function OneRule({
  rule,
  name,
  trouble,
  mayEdit,
  onChange,
  onRemove,
}: {
  readonly rule: SigningRule;
  readonly name: string;
  readonly trouble: Trouble | null;
  readonly mayEdit: boolean;
  readonly onChange: (next: SigningRule) => void;
  readonly onRemove: () => void;
}) {
  const t = useText();
  const { decision, fromFen, signers, inOrder } = rule;
  const { hasAmount } = decisionsTold[decision];
  const disabled = !mayEdit;
  return (
    <div className="row tight" data-testid="signing-rule">
      <SelectInput
        width={150}
        disabled={disabled}
        value={decision}
        choices={decisionKinds.map((kind) => ({ value: kind, label: decisionWord(kind, t) }))}
        onChange={(next) =>
          next !== null &&
          onChange({ ...rule, decision: next, fromFen: decisionsTold[next].hasAmount ? fromFen : 0 })
        }
      />
      {hasAmount && (
        <FieldSpot as="div" labelId={`${name}.fromFen`} name={`${name}.fromFen`} trouble={trouble}>
          <span className="row tight">
            <span className="mut sm" id={`${name}.fromFen`}>
              {t('decisions.ruleFrom')}
            </span>
            <MoneyInput
              width={110}
              disabled={disabled}
              value={fromFen}
              onChange={(next) => onChange({ ...rule, fromFen: next ?? 0 })}
            />
          </span>
        </FieldSpot>
      )}
      {inOrder.length === 0 && (
        <FieldSpot as="div" labelId={`${name}.signers`} name={`${name}.signers`} trouble={trouble}>
          <span className="row tight">
            <span className="mut sm" id={`${name}.signers`}>
              {t('decisions.ruleSigners')}
            </span>
            <CountInput
              width={60}
              disabled={disabled}
              value={signers}
              onChange={(next) => onChange({ ...rule, signers: next ?? 1 })}
            />
          </span>
        </FieldSpot>
      )}
      <FieldSpot as="div" labelId={`${name}.inOrder`} name={`${name}.inOrder`} trouble={trouble}>
        <span className="row tight">
          <span className="mut sm" id={`${name}.inOrder`}>
            {t('decisions.ruleOrder')}
          </span>
          <SignersInOrder
            value={inOrder}
            disabled={disabled}
            onChange={(next) => onChange({ ...rule, inOrder: next, signers: Math.max(1, next.length) })}
          />
        </span>
      </FieldSpot>
      {mayEdit && (
        <button type="button" className="link sm" onClick={onRemove}>
          {t('common.remove')}
        </button>
      )}
    </div>
  );
}
