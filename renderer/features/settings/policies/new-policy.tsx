import { App } from 'antd';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useOpen } from '../../../app/navigate.ts';
import { useText } from '../../../app/text.ts';
import { useToday } from '../../../app/use-today.ts';
import { Card } from '../../../components/card.tsx';
import { SaveActs } from '../../../components/form/save-acts.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import type { Group } from '../../../components/warranty/group-name.ts';
import { useService } from '../../../service/service-context.tsx';
import { PolicyForm } from './policy-form.tsx';
import {
  blankRows,
  newPolicyValues,
  policyInputOf,
  policyValuesOf,
  termRows,
  type Policy,
} from './policy-values.ts';

/** A new policy, empty or begun from another one. */
export function NewPolicy({
  from,
  groups,
}: {
  readonly from: Policy | undefined;
  readonly groups: readonly Group[];
}) {
  const t = useText();
  const open = useOpen();
  const today = useToday();
  const service = useService();
  const { message } = App.useApp();
  const initial = from ? { ...policyValuesOf(from, t), validFromDay: today } : newPolicyValues(today, groups);
  const draft = useDraft(
    from ? `warrantyPolicy/copy/${from.id}` : 'warrantyPolicy/new',
    initial,
    undefined,
    blankRows,
  );
  const form = useForm(draft, service.warranty.draftPolicy, {
    rows: { terms: termRows(groups) },
    input: policyInputOf,
    done: ({ id }) => {
      void message.success(t('settings.policySaved'));
      open(`/settings/policies/${id}`, { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/settings/policies', { replace: true });
  };
  return (
    <Card title={t('settings.policyNew')}>
      <div className="inside">
        <PolicyForm form={form} groups={groups}>
          <SaveActs form={form} onCancel={cancel} />
        </PolicyForm>
      </div>
    </Card>
  );
}
