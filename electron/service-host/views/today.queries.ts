import { and, asc, eq, gte, inArray, isNotNull, lt, ne, sql, type SQL } from 'drizzle-orm';
import { dayOf, daysBetween, startOfDay } from '#shared/domain/days.ts';
import { oneUnit } from '#shared/domain/quantities.ts';
import type { ReadTx } from '../database/database.ts';
import { among } from '../database/read-page.ts';
import { caseRows, hasNoOwner } from '../modules/cases/cases.queries.ts';
import { openStates, workingStates } from '#shared/domain/case-moves.ts';
import { cases } from '../schema/cases.tables.ts';
import { contacts } from '../schema/contacts.tables.ts';
import { oldParts } from '../schema/old-parts.tables.ts';
import { countBelowMinimum, listParts } from '../modules/parts/parts.queries.ts';
import { parts } from '../schema/parts.tables.ts';
import { listHolders } from '../modules/requisitions/holders.queries.ts';
import { serviceReports } from '../schema/reports.tables.ts';
import { stockAccounts } from '../schema/stock.tables.ts';
import { toApprove } from './today.approvals.queries.ts';

/** Rows of each list on the page; the rest is found in its own place. */
export const rowsAtMost = 40;
const lateAfterDays = 7;

/** The day's work on one page; with `mine`, what the actor owns, wrote or holds. */
export async function todayPage(tx: ReadTx, input: { readonly mine: boolean }) {
  const me = input.mine ? tx.actor.personId : null;
  const accountIds = me === null ? null : await accountsOf(tx, me);
  const today = startOfDay(dayOf(tx.now));
  return {
    uncleared: await uncleared(tx, accountIds),
    printedNotBack: await printedNotBack(tx, me),
    openCases: await mostUrgentCases(tx, me),
    toBeClarified: await heldContacts(tx, me),
    toApprove: await toApprove(tx, rowsAtMost),
    oldPartsDue: await dueOldParts(tx, accountIds),
    belowMinimum: await belowMinimum(tx),
    counts: await countsOf(tx, me, accountIds),
    casesToday: await tx.db.$count(
      cases,
      and(gte(cases.openedAt, today), ne(cases.state, 'void'), mine(me, sql`${cases.ownerId} = ${me}`)),
    ),
    contactsToday: await tx.db.$count(
      contacts,
      and(gte(contacts.at, today), ne(contacts.state, 'void'), mine(me, sql`${contacts.personId} = ${me}`)),
    ),
  };
}

/** What everybody, or the holder of these accounts, has drawn and not accounted for. */
async function uncleared(tx: ReadTx, accountIds: readonly string[] | null) {
  const holders = (await listHolders(tx)).filter(({ accountId }) => accountIds?.includes(accountId) ?? true);
  return {
    pieces: holders.reduce((sum, holder) => sum + holder.unclearedQuantity, 0) / oneUnit,
    valueFen: holders.reduce((sum, holder) => sum + holder.unclearedFen, 0),
    oldestDays: holders.reduce((oldest, holder) => Math.max(oldest, holder.oldestDays), 0),
  };
}

async function printedNotBack(tx: ReadTx, me: string | null) {
  const out = and(
    eq(serviceReports.state, 'finished'),
    isNotNull(serviceReports.firstPrintedAt),
    mine(me, sql`${serviceReports.createdBy} = ${me}`),
  );
  const late = lt(serviceReports.firstPrintedAt, tx.now - lateAfterDays * 86_400_000);
  return {
    count: await tx.db.$count(serviceReports, out),
    overSevenDays: await tx.db.$count(serviceReports, and(out, late)),
  };
}

/** Worked on before solved, out of service before limping, the oldest first among equals. */
async function mostUrgentCases(tx: ReadTx, me: string | null) {
  const solved = sql`case when ${inArray(cases.state, [...workingStates])} then 0 else 1 end`;
  const urgency = sql`case ${cases.urgency} when 'outOfService' then 0 when 'limping' then 1 else 2 end`;
  const found = await tx.db
    .select({ id: cases.id })
    .from(cases)
    .where(areOpen(me))
    .orderBy(solved, urgency, asc(cases.openedAt), asc(cases.id))
    .limit(rowsAtMost);
  const rows = await caseRows(
    tx,
    found.map(({ id }) => id),
  );
  const place = new Map(found.map(({ id }, index) => [id, index]));
  return rows
    .toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
    .map(({ category: _, productCode: __, closedAt: ___, ...row }) => row);
}

/** Contacts held until they are clear: promised calls first, in the order of their time. */
async function heldContacts(tx: ReadTx, me: string | null) {
  return tx.db
    .select({
      contactId: contacts.id,
      number: contacts.number,
      callerName: contacts.callerName,
      telephone: contacts.telephone,
      summary: contacts.summary,
      nextCallAt: contacts.nextCallAt,
    })
    .from(contacts)
    .where(areHeld(me))
    .orderBy(
      sql`case when ${contacts.nextCallAt} is null then 1 else 0 end`,
      asc(contacts.nextCallAt),
      asc(contacts.at),
    )
    .limit(rowsAtMost);
}

async function dueOldParts(tx: ReadTx, accountIds: readonly string[] | null) {
  const today = dayOf(tx.now);
  const rows = await tx.db
    .select({
      id: oldParts.id,
      number: oldParts.number,
      partName: parts.name,
      partNumber: parts.number,
      holderName: stockAccounts.name,
      createdAt: oldParts.createdAt,
      dueDay: oldParts.dueDay,
    })
    .from(oldParts)
    .innerJoin(parts, eq(parts.id, oldParts.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .where(areDue(accountIds))
    .orderBy(asc(oldParts.dueDay), asc(oldParts.id))
    .limit(rowsAtMost);
  return rows.map(({ createdAt, dueDay, ...row }) => ({
    ...row,
    ageDays: daysBetween(dayOf(createdAt), today),
    overdue: dueDay < today,
  }));
}

async function belowMinimum(tx: ReadTx) {
  const { rows } = await listParts(tx, {
    filter: { belowMinimum: true, active: true },
    sort: { by: 'number', descending: false },
    limit: rowsAtMost,
  });
  return rows.map(({ id, number, name, unitOfMeasure, onHandQuantity, minimumQuantity }) => ({
    partId: id,
    number,
    name,
    unitOfMeasure,
    onHandQuantity,
    minimumQuantity,
  }));
}

/** How long each list is, of which the page shows the first rows. */
async function countsOf(tx: ReadTx, me: string | null, accountIds: readonly string[] | null) {
  const overdue = lt(oldParts.dueDay, dayOf(tx.now));
  return {
    openCases: await tx.db.$count(cases, areOpen(me)),
    casesWithoutOwner: await tx.db.$count(cases, and(areOpen(null), hasNoOwner())),
    toBeClarified: await tx.db.$count(contacts, areHeld(me)),
    oldPartsDue: await tx.db.$count(oldParts, areDue(accountIds)),
    oldPartsOverdue: await tx.db.$count(oldParts, and(areDue(accountIds), overdue)),
    belowMinimum: await countBelowMinimum(tx),
  };
}

function areOpen(me: string | null): SQL | undefined {
  return and(inArray(cases.state, [...openStates]), mine(me, sql`${cases.ownerId} = ${me}`));
}

function areHeld(me: string | null): SQL | undefined {
  return and(eq(contacts.state, 'toBeClarified'), mine(me, sql`${contacts.personId} = ${me}`));
}

function areDue(accountIds: readonly string[] | null): SQL | undefined {
  const held = accountIds === null ? undefined : among(oldParts.holderAccountId, accountIds);
  return and(eq(oldParts.state, 'due'), held);
}

async function accountsOf(tx: ReadTx, personId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ id: stockAccounts.id })
    .from(stockAccounts)
    .where(eq(stockAccounts.personId, personId));
  return rows.map(({ id }) => id);
}

function mine(me: string | null, condition: SQL): SQL | undefined {
  return me === null ? undefined : condition;
}
