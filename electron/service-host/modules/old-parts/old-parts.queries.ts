import { and, asc, eq, gte, lt, ne, or } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { pick } from '#shared/domain/record-fields.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { foundBy, foundByNoText, type FoundByText } from '../../desks/search/search.queries.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
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
    .select({ tag: oldParts, requisitionNumber: requisitions.number })
    .from(oldParts)
    .innerJoin(requisitions, eq(requisitions.id, oldParts.requisitionId))
    .where(among(oldParts.id, ids));
  const tags = rows.map(({ tag }) => tag);
  const part = await partsNamed(
    tx,
    tags.map((tag) => tag.partId),
  );
  const account = await accountsNamed(
    tx,
    tags.flatMap((tag) => [tag.holderAccountId, tag.storeAccountId]),
  );
  const found = await casesNamed(
    tx,
    tags.map((tag) => tag.caseId),
  );
  const unit = await unitsNamed(
    tx,
    tags.map((tag) => tag.unitId),
  );
  const person = await peopleNamed(
    tx,
    tags.map((tag) => tag.receivedBy),
  );
  const today = dayOf(tx.now);
  return rows.map(({ tag, requisitionNumber }) => {
    const overdueDays = tag.state === 'due' ? daysOverdue(tag.dueDay, today) : 0;
    return {
      ...pick(tag, shownFields),
      partNumber: part(tag.partId).number,
      partName: part(tag.partId).name,
      holderName: account(tag.holderAccountId).name,
      requisitionNumber,
      overdue: overdueDays > 0,
      overdueDays,
      caseNumber: found(tag.caseId).number,
      unitPlate: unit(tag.unitId).plate,
      receivedByName: person(tag.receivedBy).name,
      storeCode: account(tag.storeAccountId).code,
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
