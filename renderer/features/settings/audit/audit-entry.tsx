import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { lookSubject, recordKindOf } from '#shared/domain/looks.ts';
import { actWord, kindWord, personWord } from '#shared/messages/audit-words.ts';
import { useOpen } from '../../../app/navigate.ts';
import { useRoles } from '../../../app/session/use-roles.ts';
import { useText } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { Card } from '../../../components/card.tsx';
import { FactGrid } from '../../../components/fact-grid.tsx';
import { WhoLooked } from '../../../components/who-looked.tsx';
import { useService } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';
import { isLookedAt, pathOfSubject } from './audit-words.ts';
import { comparedFields } from './compared-fields.ts';

/** Shows everything that was done to a record. */
type ShowHistory = (kind: string, id: string) => void;

/** One entry: what was before and what after, side by side. */
export function AuditEntry({
  sequence,
  onHistory,
}: {
  readonly sequence: number;
  readonly onHistory: ShowHistory;
}) {
  const service = useService();
  // The first entry above the number before it is this one.
  const after = JSON.stringify([sequence - 1, sequence - 1]);
  const input = { filter: {}, sort: { by: 'sequence', descending: false }, after, limit: 1 } as const;
  const asked = useAsk(service.audit.list, input, { shows: [] });
  return (
    <Asked of={asked}>
      {({ rows }) => rows.map((row) => <Entry key={row.sequence} row={row} onHistory={onHistory} />)}
    </Asked>
  );
}

function Entry({ row, onHistory }: { readonly row: AuditRow; readonly onHistory: ShowHistory }) {
  const t = useText();
  const open = useOpen();
  const path = pathOfSubject(row);
  const kind = recordKindOf(row);
  return (
    <Card
      title={[...new Set([actWord(row.act, t.language), kindWord(kind, t.language)])].join(' · ')}
      end={
        path !== undefined && (
          <button type="button" className="link sm" onClick={() => open(path)}>
            {t('audit.openRecord')}
          </button>
        )
      }
    >
      <div className="inside">
        <FactGrid
          columns={2}
          facts={[
            { label: t('audit.person'), value: personWord(row.personName, t.language) },
            { label: t('audit.at'), value: t.fullMoment(row.at) },
            { label: t('audit.act'), value: row.act, wide: true },
            { label: t('audit.subjectId'), value: row.subjectId, wide: true },
            { label: t('audit.code'), value: <span className="code">{row.hash}</span>, wide: true },
          ]}
        />
        {kind === 'signInTry' && <p className="mut sm">{t('audit.whoTried')}</p>}
        <div className="row">
          <button type="button" className="link sm" onClick={() => onHistory(kind, row.subjectId)}>
            {t('audit.history')}
          </button>
          {isLookedAt(kind) && <WhoLooked id={row.subjectId} />}
        </div>
      </div>
      {(row.subjectKind !== lookSubject || isLate(row)) && <Compared row={row} />}
    </Card>
  );
}

/** Whether a look was written later than it happened. */
function isLate({ after }: AuditRow): boolean {
  return typeof after === 'object' && after !== null && 'lookedAt' in after;
}

function Compared({ row }: { readonly row: AuditRow }) {
  const t = useText();
  const service = useService();
  const people = useAsk(service.people.list, undefined, { shows: ['person'] });
  const roles = useRoles();
  const names = new Map([
    ...(people.data ?? []).map(({ id, name }) => [id, name] as const),
    // A role of the preset is told by its own word.
    ...(roles.data ?? []).filter(({ isPreset }) => !isPreset).map(({ code, name }) => [code, name] as const),
  ]);
  const fields = comparedFields(row, names, t);
  if (fields.length === 0) return <div className="inside mut sm">{t('audit.nothingKept')}</div>;
  return (
    <table className="lines compared" data-testid="compared">
      <thead>
        <tr>
          <th>{t('audit.field')}</th>
          <th>{t('audit.before')}</th>
          <th>{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ key, name, before, after, differs }) => (
          <tr key={key} className={differs ? undefined : 'mut'}>
            <td className="mut sm wrap" title={key}>
              {name}
            </td>
            <td className="wrap">{before || '—'}</td>
            <td className={differs && before !== '' ? 'wrap strong' : 'wrap'}>{after || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
