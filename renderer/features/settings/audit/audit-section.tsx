import { useMemo } from 'react';
import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { dayOf } from '#shared/domain/days.ts';
import { lookSubject, recordKindOf } from '#shared/domain/looks.ts';
import { auditEntriesList } from '#shared/lists/audit-entries.list.ts';
import { actWord, auditedKinds, kindWord, personWord } from '#shared/messages/audit-words.ts';
import { useOpen, useWhereabouts } from '../../../app/navigate.ts';
import { useText } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { DayInput } from '../../../components/inputs/day-input.tsx';
import { SelectInput } from '../../../components/inputs/select-input.tsx';
import { MasterDetail } from '../../../components/master-detail.tsx';
import { DataGrid } from '../../../grid/data-grid.tsx';
import { toldColumns } from '../../../grid/told-columns.tsx';
import type { Drawings } from '../../../grid/told-columns.tsx';
import { useService } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';
import { AuditEntry } from './audit-entry.tsx';
import { auditFilterOf, auditWishIn } from './audit-words.ts';
import { ActCell, KindCell, PersonCell } from './cells.tsx';
import { VerifyCard } from './verify-card.tsx';
import '../settings.css';

const order = { by: 'sequence', descending: true } as const;
/** Every act adds an entry; a list that grew by itself would move what is being read. */
const shows: readonly string[] = [];
/** Before anything can be on record. */
const firstDay = '2000-01-01';

/** The audit trail: who did what, when, what was before and what after; and its check. */
export function AuditSection() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { names, search } = useWhereabouts();
  const wish = useMemo(() => auditWishIn(search), [search]);
  const { kind, person, subject, fromDay, untilDay } = wish;
  const people = useAsk(service.people.list, undefined, { shows: ['person'] });
  const filter = useMemo(() => auditFilterOf(wish), [wish]);
  const columns = useMemo(() => toldColumns(auditEntriesList, drawings, t), [t]);
  const chosen = names['itemId'];
  const show = (change: Readonly<Record<string, string | undefined>>, sequence = chosen) => {
    const wanted = Object.entries({ ...wish, ...change }).filter(([, value]) => value !== undefined);
    // Those without a value were left out on the line above.
    const question = new URLSearchParams(wanted as [string, string][]).toString();
    open(`/settings/audit${sequence ? `/${sequence}` : ''}${question ? `?${question}` : ''}`, {
      replace: true,
    });
  };
  const kinds = auditedKinds.map((value) => ({ value, label: kindWord(value, t.language) }));
  const persons = (people.data ?? []).map(({ id, name, findable }) => ({ value: id, label: name, findable }));
  return (
    <MasterDetail
      detailWidth={400}
      list={
        <Card fill>
          <DataGrid
            name="audit"
            title={t('audit.title')}
            filterWords={[
              kind === undefined ? t('audit.allKinds') : kindWord(kind, t.language),
              persons.find(({ value }) => value === person)?.label ?? '',
              subject === undefined ? '' : `${t('audit.subjectId')} ${subject}`,
              fromDay === undefined ? '' : `${t('audit.fromDay')} ${fromDay}`,
              untilDay === undefined ? '' : `${t('audit.untilDay')} ${untilDay}`,
            ]}
            source={service.audit.list}
            filter={filter}
            columns={columns}
            order={order}
            rowKey={(row) => String(row.sequence)}
            shows={shows}
            filters={
              <div className="audit-filters">
                <div className="row tight">
                  <SelectInput
                    value={auditedKinds.find((one) => one === kind) ?? null}
                    onChange={(value) => show({ kind: value ?? undefined, subject: undefined })}
                    choices={kinds}
                    emptyLabel={t('audit.allKinds')}
                    width={150}
                  />
                  <SelectInput
                    value={person ?? null}
                    onChange={(value) => show({ person: value ?? undefined })}
                    choices={persons}
                    emptyLabel={t('audit.allPeople')}
                    width={130}
                  />
                </div>
                <div className="row tight">
                  <DayInput
                    value={fromDay ?? null}
                    placeholder={t('audit.fromDay')}
                    width={116}
                    onChange={(day) => show({ fromDay: day ?? undefined })}
                  />
                  <DayInput
                    value={untilDay ?? null}
                    placeholder={t('audit.untilDay')}
                    width={116}
                    onChange={(day) => show({ untilDay: day ?? undefined })}
                  />
                </div>
                {subject !== undefined && (
                  <button type="button" className="tag acc" onClick={() => show({ subject: undefined })}>
                    {t('audit.onlySubject')} ×
                  </button>
                )}
              </div>
            }
            empty={t(kind === lookSubject ? 'audit.nobodyLooked' : 'audit.empty')}
            selected={chosen}
            onSelect={(row) => show({}, String(row.sequence))}
            exportList={(_, options) =>
              service.audit.exportList.call(
                { ...filter, fromDay: fromDay ?? firstDay, untilDay: untilDay ?? dayOf(Date.now()) },
                options,
              )
            }
          />
        </Card>
      }
      detail={
        <div className="scroll stack">
          <VerifyCard />
          {chosen ? (
            <AuditEntry
              key={chosen}
              sequence={Number(chosen)}
              onHistory={(record, id) => show({ kind: record, subject: id, person: undefined })}
            />
          ) : (
            <Card>
              <EmptyState>{t('audit.choose')}</EmptyState>
            </Card>
          )}
        </div>
      }
    />
  );
}

const drawings: Drawings<AuditRow> = {
  personName: {
    draw: (row) => <PersonCell name={row.personName} />,
    text: (row, t) => personWord(row.personName, t.language),
  },
  act: { draw: (row) => <ActCell act={row.act} />, text: (row, t) => actWord(row.act, t.language) },
  subjectKind: {
    draw: (row) => <KindCell row={row} />,
    text: (row, t) => kindWord(recordKindOf(row), t.language),
  },
  subjectId: { tone: () => 'mut' },
};
