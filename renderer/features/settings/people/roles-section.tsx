import { useOpen, useWhereabouts } from '../../../app/navigate.ts';
import { useMay } from '../../../app/session/session.ts';
import type { RoleRow } from '../../../app/session/use-roles.ts';
import { useRoleName, useRoles } from '../../../app/session/use-roles.ts';
import { useText } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { Card } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { MasterDetail } from '../../../components/master-detail.tsx';
import { OpenRow } from '../../../components/open-row.tsx';
import { Tag } from '../../../components/tag.tsx';
import { useService } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';
import { NewRole } from './new-role.tsx';
import { RoleCard } from './role-card.tsx';
import '../settings.css';

/** The roles: all of them on the left, what one of them may do on the right. */
export function RolesSection() {
  const t = useText();
  const open = useOpen();
  const mayEdit = useMay()('people.edit');
  const chosenCode = useWhereabouts().names['itemId'];
  const asked = useRoles();
  const chosen = asked.data?.find(({ code }) => code === chosenCode);
  const create = mayEdit && (
    <KeyButton primary label="people.roleCreate" keys="F9" onPress={() => open('/settings/roles/new')} />
  );
  return (
    <MasterDetail
      listWidth={300}
      list={
        <Card fill title={t('people.rolesTitle')} end={create}>
          <div className="scroll">
            <Asked of={asked}>{(roles) => <RolesTable roles={roles} chosenCode={chosenCode} />}</Asked>
          </div>
        </Card>
      }
      detail={
        <div className="scroll">
          {chosenCode === 'new' && <NewRole />}
          {chosen && <RoleCard key={chosen.code} role={chosen} />}
          {!chosen && chosenCode !== 'new' && (
            <Card>
              <EmptyState>{t(mayEdit ? 'people.roleChoose' : 'people.roleChooseToSee')}</EmptyState>
            </Card>
          )}
        </div>
      }
    />
  );
}

function RolesTable({
  roles,
  chosenCode,
}: {
  readonly roles: readonly RoleRow[];
  readonly chosenCode: string | undefined;
}) {
  const t = useText();
  const nameOf = useRoleName();
  const people = useAsk(useService().people.list, undefined, { shows: ['person'] });
  const holders = (role: string) =>
    (people.data ?? []).filter(({ active, roles: held }) => active && held.includes(role)).length;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t('people.roleName')}</th>
          <th className="num">{t('people.roleHolders')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {roles.map(({ code, isPreset, active }) => (
          <OpenRow key={code} path={`/settings/roles/${code}`} isChosen={code === chosenCode}>
            <td className={active ? 'wrap' : 'wrap mut'}>{nameOf(code)}</td>
            <td className="num">{holders(code)}</td>
            <td className="num">
              {!isPreset && <Tag>{t('people.roleOwn')}</Tag>}
              {!active && <Tag>{t('people.inactive')}</Tag>}
            </td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}
