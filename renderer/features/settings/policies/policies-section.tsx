import { useOpen, useWhereabouts } from '../../../app/navigate.ts';
import { useMay } from '../../../app/session/session.ts';
import { useText } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { Card } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { MasterDetail } from '../../../components/master-detail.tsx';
import { OpenRow } from '../../../components/open-row.tsx';
import { Tag } from '../../../components/tag.tsx';
import type { Group } from '../../../components/warranty/group-name.ts';
import { useService } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';
import { NewPolicy } from './new-policy.tsx';
import { PolicyCard } from './policy-card.tsx';
import type { Policy } from './policy-values.ts';
import '../settings.css';

/** The warranty policies: all of them on the left, one on the right. */
export function PoliciesSection() {
  const t = useText();
  const open = useOpen();
  const mayEdit = useMay()('warranty.policies');
  const service = useService();
  const policies = useAsk(service.warranty.policies, undefined, { shows: ['warrantyPolicy'] });
  const groups = useAsk(service.warranty.groups, undefined, { shows: ['warrantyPolicy'] });
  const create = mayEdit && (
    <KeyButton primary label="settings.policyNew" keys="F9" onPress={() => open('/settings/policies/new')} />
  );
  return (
    <MasterDetail
      listWidth={300}
      list={
        <Card fill title={t('settings.policies')} end={create}>
          <div className="scroll">
            <Asked of={policies}>{(list) => <PolicyTable policies={list} />}</Asked>
          </div>
          <div className="inside mut sm">{t('settings.policiesNote')}</div>
        </Card>
      }
      detail={
        <div className="scroll">
          <Asked of={policies}>
            {(list) => <Asked of={groups}>{(known) => <Detail policies={list} groups={known} />}</Asked>}
          </Asked>
        </div>
      }
    />
  );
}

function PolicyTable({ policies }: { readonly policies: readonly Policy[] }) {
  const t = useText();
  const chosenId = useWhereabouts().names['itemId'];
  if (policies.length === 0) return <EmptyState>{t('settings.policiesEmpty')}</EmptyState>;
  return (
    <table className="lines">
      <tbody>
        {policies.map(({ id, name, validFromDay, published, scope }) => (
          <OpenRow key={id} path={`/settings/policies/${id}`} isChosen={id === chosenId}>
            <td className="wrap">
              <div>{name}</div>
              <div className="row tight mut sm">
                <Tag tone={published ? 'good' : undefined}>
                  {t(published ? 'settings.policyPublished' : 'settings.policyDraft')}
                </Tag>
                <span className="keeps">{validFromDay}</span>
                <span className="cut">{scope.join('、') || t('settings.scopeAll')}</span>
              </div>
            </td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}

function Detail({
  policies,
  groups,
}: {
  readonly policies: readonly Policy[];
  readonly groups: readonly Group[];
}) {
  const t = useText();
  const mayEdit = useMay()('warranty.policies');
  const { names, search } = useWhereabouts();
  const chosenId = names['itemId'];
  const from = policies.find(({ id }) => id === search['from']);
  if (chosenId === 'new') return <NewPolicy key={from?.id} from={from} groups={groups} />;
  const chosen = policies.find(({ id }) => id === chosenId);
  if (chosen) return <PolicyCard key={chosen.id} policy={chosen} groups={groups} />;
  return (
    <Card>
      <EmptyState>{t(mayEdit ? 'settings.policyChoose' : 'settings.policyChooseToSee')}</EmptyState>
    </Card>
  );
}
