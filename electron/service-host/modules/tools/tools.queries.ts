import { desc, eq, isNotNull, lt, lte } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { dayOf, daysBetween } from '#shared/domain/days.ts';
import type { ToolState } from '#shared/nouns/tool.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { cases } from '../../schema/cases.tables.ts';
import { toolChecks, toolLoans, tools } from '../../schema/tools.tables.ts';
import { personNames } from '../people/people.queries.ts';

interface ToolFilter {
  readonly text?: string | undefined;
  readonly states?: readonly ToolState[] | undefined;
  readonly overdue?: boolean | undefined;
  readonly checkDue?: boolean | undefined;
  readonly holderId?: string | undefined;
}

const sorts = {
  number: tools.number,
  createdAt: tools.createdAt,
  dueBackDay: tools.dueBackDay,
  nextCheckDay: tools.nextCheckDay,
};

/** A page of the tools. */
export async function listTools(
  tx: ReadTx,
  input: PageInput<keyof typeof sorts> & { readonly filter: ToolFilter },
) {
  const { text, states, overdue, checkDue, holderId } = input.filter;
  const today = dayOf(tx.now);
  return readPage(tx, input, {
    from: tools,
    id: tools.id,
    sorts,
    found: await foundBy(tx, 'tool', tools.id, text),
    where: [
      states && states.length > 0 ? among(tools.state, states) : undefined,
      overdue ? lt(tools.dueBackDay, today) : undefined,
      checkDue ? lte(tools.nextCheckDay, today) : undefined,
      holderId === undefined ? undefined : eq(tools.holderId, holderId),
      isNotNull(sorts[input.sort.by]),
    ],
    rows: (ids) => toolRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** Tools with these ids, as every list shows them. */
export async function toolRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db.select().from(tools).where(among(tools.id, ids));
  const names = await personNames(tx);
  const today = dayOf(tx.now);
  return rows.map(({ numberKey: _, loseAskedBy: __, loseAskedAt: ___, ...row }) => ({
    ...row,
    keeperName: names.get(row.keeperId ?? '') ?? '',
    holderName: names.get(row.holderId ?? '') ?? '',
    overdueDays: row.dueBackDay === null ? 0 : Math.max(0, daysBetween(row.dueBackDay, today)),
    checkDue: row.nextCheckDay !== null && row.nextCheckDay <= today,
  }));
}

/** One tool with its loans and checks, the newest first. Refuses NOT_FOUND. */
export async function toolDetail(tx: ReadTx, { id }: { readonly id: string }) {
  const [row] = await toolRows(tx, [id]);
  if (!row) return refuse('NOT_FOUND', { kind: 'tool' });
  const names = await personNames(tx);
  const checks = await tx.db
    .select()
    .from(toolChecks)
    .where(eq(toolChecks.toolId, id))
    .orderBy(desc(toolChecks.day), desc(toolChecks.id));
  return {
    ...row,
    loans: await loansOf(tx, id),
    checks: checks.map(({ personId, toolId: _, at: __, ...check }) => ({
      ...check,
      personName: names.get(personId ?? '') ?? '',
    })),
  };
}

async function loansOf(tx: ReadTx, toolId: string) {
  const rows = await tx.db
    .select({ loan: toolLoans, caseNumber: cases.number })
    .from(toolLoans)
    .leftJoin(cases, eq(cases.id, toolLoans.caseId))
    .where(eq(toolLoans.toolId, toolId))
    .orderBy(desc(toolLoans.ordinal));
  const names = await personNames(tx);
  return rows.map(({ loan: { toolId: _, personId, lentBy, endedBy: __, ...loan }, caseNumber }) => ({
    ...loan,
    caseNumber: caseNumber ?? '',
    personName: names.get(personId) ?? '',
    lentByName: names.get(lentBy ?? '') ?? '',
  }));
}
