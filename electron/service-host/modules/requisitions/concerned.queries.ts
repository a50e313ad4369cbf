import type { ReadTx } from '../../database/database.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import type { requisitions } from '../../schema/requisitions.tables.ts';

type Belonging = Pick<
  typeof requisitions.$inferSelect,
  'createdBy' | 'takenOverBy' | 'submittedBy' | 'editorIds'
>;

/** Everybody a requisition belongs to, and who therefore never decides on it: who wrote, changed or submitted it, and whose account will hold the parts. */
export async function concernedPeople(
  tx: ReadTx,
  found: Belonging & Pick<typeof requisitions.$inferSelect, 'holderAccountId'>,
): Promise<readonly string[]> {
  const holder = (await accountsNamed(tx, [found.holderAccountId]))(found.holderAccountId);
  return peopleOf(found, holder.personId);
}

/** The same, where the person of the account is known. */
export function peopleOf(found: Belonging, holderId: string | null): readonly string[] {
  const { createdBy, takenOverBy, submittedBy, editorIds } = found;
  const named = [createdBy, takenOverBy, submittedBy, holderId, ...(editorIds ?? [])];
  return [...new Set(named.filter((person) => person !== null))];
}
