import { inArray, sql, type SQL } from 'drizzle-orm';
import type { TodayRow } from '#shared/contract/today.contract.ts';
import { openStates, workingStates } from '#shared/domain/case-moves.ts';
import type { ReadTx } from '../../database/database.ts';
import { caseRows } from '../../modules/cases/cases.queries.ts';
import { cases } from '../../schema/cases.tables.ts';
import { todayRow } from './card.ts';
import { inOneLine } from './today.rules.ts';

/** The cases that are not closed. */
export const isOpen: SQL = inArray(cases.state, [...openStates]);

/** Worked on before solved, out of service before limping, the oldest first among equals. */
export const mostUrgentFirst: readonly SQL[] = [
  sql`case when ${inArray(cases.state, [...workingStates])} then 0 else 1 end`,
  sql`case ${cases.urgency} when 'outOfService' then 0 when 'limping' then 1 else 2 end`,
  sql`${cases.openedAt}`,
  sql`${cases.id}`,
];

const tones = { outOfService: 'late', limping: 'soon', notUrgent: 'plain' } as const;

/** Cases as a card shows them, in the order of the ids. */
export async function rowsOfCases(
  tx: ReadTx,
  found: readonly { readonly id: string }[],
): Promise<readonly TodayRow[]> {
  const ids = found.map(({ id }) => id);
  const place = new Map(ids.map((id, index) => [id, index]));
  const rows = await caseRows(tx, ids);
  return rows
    .toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
    .map((row) =>
      todayRow({
        kind: 'case',
        id: row.id,
        number: row.number,
        summary: row.symptom,
        about: inOneLine([row.unitPlate, row.customerName]),
        who: row.ownerName,
        since: row.openedAt,
        marks: [
          { word: `states.urgency_${row.urgency}`, tone: tones[row.urgency] },
          { word: `states.caseState_${row.state}`, tone: 'plain' },
        ],
      }),
    );
}
