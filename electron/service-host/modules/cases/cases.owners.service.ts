import { and, eq, inArray } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { openStates } from '#shared/domain/case-moves.ts';
import type { WriteTx } from '../../database/database.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { editPerson } from '../people/people.service.ts';
import { personAtWork } from '../relations/relations.queries.ts';
import { cases } from '../../schema/cases.tables.ts';

type PersonInput = Parameters<typeof editPerson>[1];

/**
 * Changes a person as editPerson does. Whoever is set inactive hands their open cases on: to the person named, or to
 * nobody (null), which Today shows. Refuses OWNS_OPEN_CASES where that was not said, NOT_FOUND for an owner not in use.
 */
export async function editPersonWithCases(
  tx: WriteTx,
  input: PersonInput & { readonly newCaseOwnerId?: string | null | undefined },
) {
  const { newCaseOwnerId, ...person } = input;
  if (newCaseOwnerId !== undefined && newCaseOwnerId !== null) await personAtWork(tx, newCaseOwnerId);
  const owned = person.active ? [] : await openCasesOwnedBy(tx, person.id);
  const saved = await editPerson(tx, person);
  if (owned.length === 0) return saved;
  if (newCaseOwnerId === undefined) return refuse('OWNS_OPEN_CASES', { count: owned.length });
  // Nobody hands cases on to themselves: by now they are set inactive.
  if (newCaseOwnerId !== null) await personAtWork(tx, newCaseOwnerId);
  for (const { id, version } of owned) {
    const fields = { ownerId: newCaseOwnerId };
    await editRecord(tx, cases, { kind: 'case', act: 'cases.handOn', id, version, fields });
  }
  return saved;
}

async function openCasesOwnedBy(tx: WriteTx, ownerId: string) {
  return tx.db
    .select({ id: cases.id, version: cases.version })
    .from(cases)
    .where(and(eq(cases.ownerId, ownerId), inArray(cases.state, [...openStates])));
}
