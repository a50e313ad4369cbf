import { usePerson } from '../../../app/session/session.ts';
import { useOwnRight } from '../../../app/session/use-roles.ts';
import { useText } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { Card, CardPart } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { TroubleBanner } from '../../../components/trouble-banner.tsx';
import { useService } from '../../../service/service-context.tsx';
import type { Service } from '../../../service/service-context.tsx';
import { useAct } from '../../../service/use-act.ts';
import { useAsk } from '../../../service/use-ask.ts';
import { NameDeputy } from './name-deputy.tsx';

type DeputyRow = Awaited<ReturnType<Service['people']['deputies']['call']>>[number];

/** Who approves in whose place and when; a leader names and ends their own. */
export function DeputiesSection() {
  const t = useText();
  const service = useService();
  // What is lent is not lent on.
  const mayName = useOwnRight()('requisitions.approve');
  const asked = useAsk(service.people.deputies, undefined, { shows: ['person'] });
  const end = useAct(service.people.endDeputy);
  return (
    <Card title={t('people.deputies')} end={<span className="mut sm cut">{t('people.deputiesNote')}</span>}>
      <TroubleBanner trouble={end.trouble} />
      <Asked of={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState>{t('people.deputiesEmpty')}</EmptyState>
          ) : (
            <DeputiesTable rows={rows} onEnd={mayName ? (id) => void end.run({ id }) : undefined} />
          )
        }
      </Asked>
      {mayName && (
        <CardPart title={t('people.nameDeputy')}>
          <NameDeputy />
        </CardPart>
      )}
    </Card>
  );
}

function DeputiesTable({
  rows,
  onEnd,
}: {
  readonly rows: readonly DeputyRow[];
  readonly onEnd: ((id: DeputyRow['id']) => void) | undefined;
}) {
  const t = useText();
  const me = usePerson().personId;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t('people.deputyOf')}</th>
          <th>{t('people.deputy')}</th>
          <th>{t('people.fromDay')}</th>
          <th>{t('people.untilDay')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, personId, personName, deputyName, fromDay, untilDay }) => (
          <tr key={id}>
            <td>
              {personName} {personId === me && <span className="mut sm">{t('people.you')}</span>}
            </td>
            <td>{deputyName}</td>
            <td>{fromDay}</td>
            <td>{untilDay}</td>
            <td className="num">
              {personId === me && onEnd && (
                <button type="button" className="link" onClick={() => onEnd(id)}>
                  {t('people.endDeputy')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
