import { asc, desc, eq } from 'drizzle-orm';
import type { CaseEventKind } from '#shared/domain/case-events.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ClearingKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../database/database.ts';
import type { Names } from '../database/named.ts';
import { given, statement } from '../database/statement.ts';
import { oldParts } from '../schema/old-parts.tables.ts';
import { accountsNamed } from '../modules/stock/accounts.named.queries.ts';
import { partsNamed, type PartName } from '../modules/parts/parts.named.queries.ts';
import { clearings, issueLines, issues, requisitions } from '../schema/requisitions.tables.ts';
import { newestFirst } from '../modules/cases/cases.rules.ts';
import { caseEvents } from '../schema/cases.tables.ts';

/** Events shown of one case; older ones stay in the books. */
const eventsAtMost = 500;

/** A part that an event was about. */
interface MovedPart {
  readonly partName: string;
  readonly quantity: Quantity;
  readonly unitOfMeasure: string;
  /** How a clearing accounts for it. */
  readonly clearingKind: ClearingKind | null;
  readonly chargeFen: Fen;
}

/** The story of a case, newest first: what was written down then, and which parts the documents it names moved. */
export async function eventsOf(tx: ReadTx, caseId: string) {
  const events = newestFirst(await tx.run(findEvents, { caseId }));
  const issuedRows = await tx.run(findIssued, { caseId });
  const clearedRows = await tx.run(findCleared, { caseId });
  const returnedRows = await tx.run(findReturned, { caseId });
  const part = await partsNamed(
    tx,
    [...issuedRows, ...clearedRows, ...returnedRows].map((row) => row.partId),
  );
  const holder = await accountsNamed(
    tx,
    issuedRows.map((row) => row.holderAccountId),
  );
  const issued = Map.groupBy(issuedRows, ({ issueId }) => issueId as string);
  const cleared = Map.groupBy(clearedRows, ({ number }) => number);
  const returned = Map.groupBy(returnedRows, ({ id }) => id as string);
  return events.map((event) => {
    const drawn = event.kind === 'issue' ? (issued.get(event.documentId ?? '') ?? []) : [];
    return {
      ...event,
      // Only addCaseEvent writes them, and it takes no other kinds.
      kind: event.kind as CaseEventKind,
      holderName: holder(drawn[0]?.holderAccountId).name,
      parts: movedParts(
        part,
        event.kind === 'clearing'
          ? (cleared.get(event.documentNumber) ?? [])
          : event.kind === 'oldPart'
            ? (returned.get(event.documentId ?? '') ?? [])
            : drawn,
      ),
    };
  });
}

function movedParts(
  part: Names<PartName>,
  rows: readonly (Pick<MovedPart, 'quantity'> & Partial<MovedPart> & { readonly partId: string })[],
): MovedPart[] {
  return rows.map(({ partId, quantity, clearingKind = null, chargeFen = 0 }) => ({
    partName: part(partId).name,
    quantity,
    unitOfMeasure: part(partId).unitOfMeasure,
    clearingKind,
    chargeFen,
  }));
}

const findEvents = statement('cases.events', (db) =>
  db
    .select({
      id: caseEvents.id,
      at: caseEvents.at,
      kind: caseEvents.kind,
      text: caseEvents.text,
      documentKind: caseEvents.documentKind,
      documentId: caseEvents.documentId,
      documentNumber: caseEvents.documentNumber,
      personName: caseEvents.personName,
    })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, given('caseId')))
    .orderBy(desc(caseEvents.at), desc(caseEvents.id))
    .limit(eventsAtMost),
);

const findIssued = statement('cases.eventsIssued', (db) =>
  db
    .select({
      issueId: issues.id,
      holderAccountId: requisitions.holderAccountId,
      partId: issueLines.partId,
      quantity: issueLines.quantity,
    })
    .from(requisitions)
    .innerJoin(issues, eq(issues.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.issueId, issues.id))
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(issueLines.id)),
);

const findCleared = statement('cases.eventsCleared', (db) =>
  db
    .select({
      number: clearings.number,
      clearingKind: clearings.kind,
      partId: issueLines.partId,
      quantity: clearings.quantity,
      chargeFen: clearings.chargeFen,
    })
    .from(requisitions)
    .innerJoin(clearings, eq(clearings.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.id, clearings.issueLineId))
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(clearings.id)),
);

const findReturned = statement('cases.eventsReturned', (db) =>
  db
    .select({
      id: oldParts.id,
      partId: oldParts.partId,
      quantity: oldParts.quantity,
    })
    .from(oldParts)
    .where(eq(oldParts.caseId, given('caseId'))),
);
