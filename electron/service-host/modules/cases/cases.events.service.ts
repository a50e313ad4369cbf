import type { CaseEventKind } from '#shared/domain/case-events.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { caseEvents } from '../../schema/cases.tables.ts';

/** Something that happened to a case. */
export interface NewCaseEvent {
  readonly caseId: string;
  readonly kind: CaseEventKind;
  /** Free words of a person; what the program has to say follows from kind and document. */
  readonly text?: string | undefined;
  readonly documentKind?: string | undefined;
  readonly documentId?: string | undefined;
  readonly documentNumber?: string | undefined;
  /** When it happened, UTC milliseconds; now unless given. */
  readonly at?: number | undefined;
}

/** Adds an event to the story of a case under the actor's name, and tells the windows that show the case. */
export async function addCaseEvent(tx: WriteTx, event: NewCaseEvent): Promise<Id<'caseEvent'>> {
  const id = newId<'caseEvent'>(tx.now);
  await tx.run(insertEvent, {
    id,
    caseId: event.caseId,
    at: event.at ?? tx.now,
    kind: event.kind,
    text: event.text ?? '',
    documentKind: event.documentKind ?? '',
    documentId: event.documentId ?? null,
    documentNumber: event.documentNumber ?? '',
    personId: tx.actor.personId,
    personName: tx.actor.name,
  });
  tx.changes.push({ kind: 'case', id: event.caseId });
  return id;
}

const insertEvent = statement('cases.insertEvent', (db) =>
  db.insert(caseEvents).values({
    id: given('id'),
    caseId: given('caseId'),
    at: given('at'),
    kind: given('kind'),
    text: given('text'),
    documentKind: given('documentKind'),
    documentId: given('documentId'),
    documentNumber: given('documentNumber'),
    personId: given('personId'),
    personName: given('personName'),
  }),
);
