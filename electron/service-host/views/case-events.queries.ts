import { asc, desc, eq } from 'drizzle-orm';
import type { CaseEventKind } from '#shared/domain/case-events.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ClearingKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../database/database.ts';
import { given, statement } from '../database/statement.ts';
import { oldParts } from '../schema/old-parts.tables.ts';
import { parts } from '../schema/parts.tables.ts';
import { clearings, issueLines, issues, requisitions } from '../schema/requisitions.tables.ts';
import { stockAccounts } from '../schema/stock.tables.ts';
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
  const issued = Map.groupBy(await tx.run(findIssued, { caseId }), ({ issueId }) => issueId as string);
  const cleared = Map.groupBy(await tx.run(findCleared, { caseId }), ({ number }) => number);
  const returned = Map.groupBy(await tx.run(findReturned, { caseId }), ({ id }) => id as string);
  return events.map((event) => {
    const drawn = event.kind === 'issue' ? (issued.get(event.documentId ?? '') ?? []) : [];
    return {
      ...event,
      // Only addCaseEvent writes them, and it takes no other kinds.
      kind: event.kind as CaseEventKind,
      holderName: drawn[0]?.holderName ?? '',
      parts: movedParts(
        event.kind === 'clearing'
          ? (cleared.get(event.documentNumber) ?? [])
          : event.kind === 'oldPart'
            ? (returned.get(event.documentId ?? '') ?? [])
            : drawn,
      ),
    };
  });
}

function movedParts(rows: readonly (Omit<MovedPart, 'clearingKind' | 'chargeFen'> & Partial<MovedPart>)[]) {
  return rows.map(({ partName, quantity, unitOfMeasure, clearingKind = null, chargeFen = 0 }) => ({
    partName,
    quantity,
    unitOfMeasure,
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
      holderName: stockAccounts.name,
      partName: parts.name,
      quantity: issueLines.quantity,
      unitOfMeasure: parts.unitOfMeasure,
    })
    .from(requisitions)
    .innerJoin(issues, eq(issues.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.issueId, issues.id))
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(issueLines.id)),
);

const findCleared = statement('cases.eventsCleared', (db) =>
  db
    .select({
      number: clearings.number,
      clearingKind: clearings.kind,
      partName: parts.name,
      quantity: clearings.quantity,
      unitOfMeasure: parts.unitOfMeasure,
      chargeFen: clearings.chargeFen,
    })
    .from(requisitions)
    .innerJoin(clearings, eq(clearings.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.id, clearings.issueLineId))
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(clearings.id)),
);

const findReturned = statement('cases.eventsReturned', (db) =>
  db
    .select({
      id: oldParts.id,
      partName: parts.name,
      quantity: oldParts.quantity,
      unitOfMeasure: parts.unitOfMeasure,
    })
    .from(oldParts)
    .innerJoin(parts, eq(parts.id, oldParts.partId))
    .where(eq(oldParts.caseId, given('caseId'))),
);
