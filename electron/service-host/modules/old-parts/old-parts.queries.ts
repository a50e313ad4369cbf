import { and, asc, eq, gte, lt, ne, or } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { pick } from '#shared/domain/record-fields.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { cases } from '../../schema/cases.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { foundBy, foundByNoText, type FoundByText } from '../../desks/search/search.queries.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { daysOverdue } from './old-parts.rules.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';

/** What a list shows of the row of a tag. */
const shownFields = [
  'id',
  'number',
  'state',
  'dueDay',
  'createdAt',
  'quantity',
  'requisitionId',
  'caseId',
  'fault',
  'receivedAt',
  'waiveReason',
  'waiveAskReason',
  'version',
] as const;

interface OldPartFilter {
  readonly text?: string | undefined;
  readonly states?: readonly OldPartState[] | undefined;
  readonly overdue?: boolean | undefined;
  readonly holderAccountId?: string | undefined;
  readonly caseId?: string | undefined;
}

/** A page of the old parts. */
export async function listOldParts(
  tx: ReadTx,
  input: PageInput<'createdAt' | 'dueDay'> & { readonly filter: OldPartFilter },
) {
  const { text, states, overdue, holderAccountId, caseId } = input.filter;
  const found = await foundByText(tx, text);
  const late = and(eq(oldParts.state, 'due'), lt(oldParts.dueDay, dayOf(tx.now)));
  return readPage(tx, input, {
    from: oldParts,
    id: oldParts.id,
    sorts: { createdAt: oldParts.createdAt, dueDay: oldParts.dueDay },
    found,
    where: [
      states && states.length > 0 ? among(oldParts.state, states) : undefined,
      overdue === undefined
        ? undefined
        : overdue
          ? late
          : or(ne(oldParts.state, 'due'), gte(oldParts.dueDay, dayOf(tx.now))),
      holderAccountId === undefined ? undefined : eq(oldParts.holderAccountId, holderAccountId),
      caseId === undefined ? undefined : eq(oldParts.caseId, caseId),
    ],
    rows: (ids) => oldPartRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** One old part. Refuses NOT_FOUND. */
export async function getOldPart(tx: ReadTx, input: { readonly id: string }) {
  const [row] = await oldPartRows(tx, [input.id]);
  return row ?? refuse('NOT_FOUND', { kind: 'oldPart' });
}

/** Old parts with these ids, as every list shows them. */
export async function oldPartRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db
    .select({
      tag: oldParts,
      partNumber: parts.number,
      partName: parts.name,
      holderName: stockAccounts.name,
      requisitionNumber: requisitions.number,
      caseNumber: cases.number,
      unitPlate: units.plate,
    })
    .from(oldParts)
    .innerJoin(parts, eq(parts.id, oldParts.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .innerJoin(requisitions, eq(requisitions.id, oldParts.requisitionId))
    .leftJoin(cases, eq(cases.id, oldParts.caseId))
    .leftJoin(units, eq(units.id, oldParts.unitId))
    .where(among(oldParts.id, ids));
  const names = await personNames(tx);
  const storeCodes = await codesOf(
    tx,
    rows.flatMap(({ tag }) => tag.storeAccountId ?? []),
  );
  const today = dayOf(tx.now);
  return rows.map(({ tag, caseNumber, unitPlate, ...joined }) => {
    const overdueDays = tag.state === 'due' ? daysOverdue(tag.dueDay, today) : 0;
    return {
      ...pick(tag, shownFields),
      ...joined,
      overdue: overdueDays > 0,
      overdueDays,
      caseNumber: caseNumber ?? '',
      unitPlate: unitPlate ?? '',
      receivedByName: names.get(tag.receivedBy ?? '') ?? '',
      storeCode: storeCodes.get(tag.storeAccountId ?? '') ?? '',
    };
  });
}

/** The tags of these issued lines, by line. */
export async function tagsOfIssueLines(tx: ReadTx, issueLineIds: readonly string[]) {
  const rows = await tx.db
    .select({
      id: oldParts.id,
      number: oldParts.number,
      state: oldParts.state,
      dueDay: oldParts.dueDay,
      quantity: oldParts.quantity,
      issueLineId: oldParts.issueLineId,
    })
    .from(oldParts)
    .where(among(oldParts.issueLineId, issueLineIds))
    .orderBy(asc(oldParts.number));
  return Map.groupBy(rows, (row): string => row.issueLineId);
}

/** A tag is found by its number, its part, its case, or its requisition. */
async function foundByText(tx: ReadTx, text: string | undefined): Promise<FoundByText> {
  if (text === undefined || text === '') return foundByNoText;
  const found = [
    await foundBy(tx, 'part', oldParts.partId, text),
    await foundBy(tx, 'case', oldParts.caseId, text),
    await foundBy(tx, 'requisition', oldParts.requisitionId, text),
  ];
  const number = text.normalize('NFKC').trim().toUpperCase();
  return {
    where: or(eq(oldParts.number, number), ...found.map(({ where }) => where)),
    onlyNewest: found.find(({ onlyNewest }) => onlyNewest !== undefined)?.onlyNewest,
    isUnfinished: found.some(({ isUnfinished }) => isUnfinished),
  };
}

async function codesOf(tx: ReadTx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .select({ id: stockAccounts.id, code: stockAccounts.code })
    .from(stockAccounts)
    .where(among(stockAccounts.id, accountIds));
  return new Map(rows.map((row) => [row.id, row.code]));
}
