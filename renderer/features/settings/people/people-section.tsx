import { useOpen, useWhereabouts } from '../../../app/navigate.ts';
import { useMay } from '../../../app/session/session.ts';
import { useRoleName } from '../../../app/session/use-roles.ts';
import { useText } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { Card } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { MasterDetail } from '../../../components/master-detail.tsx';
import { OpenRow } from '../../../components/open-row.tsx';
import { Tag } from '../../../components/tag.tsx';
import { useService } from '../../../service/service-context.tsx';
import type { Service } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';
import { NewPerson } from './new-person.tsx';
import { PersonCard } from './person-card.tsx';

/** Somebody who works with the program. */
export type PersonRow = Awaited<ReturnType<Service['people']['list']['call']>>[number];

/** The people: everybody on the left, one of them on the right. */
export function PeopleSection() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const mayEdit = useMay()('people.edit');
  const chosenId = useWhereabouts().names['itemId'];
  const asked = useAsk(service.people.list, undefined, { shows: ['person'] });
  const chosen = asked.data?.find(({ id }) => id === chosenId);
  const create = () => open('/settings/people/new');
  return (
    <MasterDetail
      detailWidth={470}
      list={
        <Card
          fill
          title={t('people.people')}
          end={mayEdit && <KeyButton primary label="people.create" keys="F9" onPress={create} />}
        >
          <div className="scroll">
            <Asked of={asked}>{(people) => <PeopleTable people={people} chosenId={chosenId} />}</Asked>
          </div>
        </Card>
      }
      detail={
        <div className="scroll">
          {chosenId === 'new' && <NewPerson />}
          {chosen && <PersonCard key={chosen.id} person={chosen} />}
          {!chosen && chosenId !== 'new' && (
            <Card>
              <EmptyState>{t(mayEdit ? 'people.choose' : 'people.chooseToSee')}</EmptyState>
            </Card>
          )}
        </div>
      }
    />
  );
}

function PeopleTable({
  people,
  chosenId,
}: {
  readonly people: readonly PersonRow[];
  readonly chosenId: string | undefined;
}) {
  const t = useText();
  const roleName = useRoleName();
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t('people.name')}</th>
          <th>{t('people.signInName')}</th>
          <th>{t('people.roles')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, signInName, roles, active }) => (
          <OpenRow key={id} path={`/settings/people/${id}`} isChosen={id === chosenId}>
            <td className={active ? undefined : 'mut'}>{name}</td>
            <td className="mut">{signInName}</td>
            <td className="wrap">{roles.map(roleName).join(' · ')}</td>
            <td className="num">{!active && <Tag>{t('people.inactive')}</Tag>}</td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}
