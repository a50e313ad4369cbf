import { and, eq, isNull, max } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { telephones } from '../../schema/customers.tables.ts';
import { digitsOf, isSameLine, telephoneKey } from './customers.telephones.rules.ts';

/** Whose numbers: a person's, or a customer's own where there is no person. */
export interface TelephoneOwner {
  readonly customerId: string;
  readonly contactPersonId: string | null;
}

/** The numbers of an owner as they were typed, in the order in which they were written down. */
export async function shownTelephones(tx: ReadTx, owner: TelephoneOwner): Promise<string[]> {
  return (await rowsOf(tx, owner)).map((row) => row.shown);
}

/** Makes these the owner's numbers. One that stays keeps its identity; blanks and repetitions are left out. */
export async function replaceTelephones(
  tx: WriteTx,
  owner: TelephoneOwner,
  shown: readonly string[],
): Promise<void> {
  const left = new Map((await rowsOf(tx, owner)).map((row) => [telephoneKey(row.shown), row]));
  const wanted = new Map(shown.map((text) => [telephoneKey(text), text]));
  wanted.delete('');
  for (const [position, [key, text]] of [...wanted].entries()) {
    const known = left.get(key);
    left.delete(key);
    if (!known) await insertTelephone(tx, owner, { digits: digitsOf(text), shown: text, position });
    else if (known.shown !== text || known.position !== position)
      await tx.db.update(telephones).set({ shown: text, position }).where(eq(telephones.id, known.id));
  }
  await tx.db.delete(telephones).where(
    among(
      telephones.id,
      [...left.values()].map((row) => row.id),
    ),
  );
}

/** Adds a number behind the others. Answers its id; null when the owner has it already, or when there are no digits. */
export async function appendTelephone(
  tx: WriteTx,
  owner: TelephoneOwner,
  shown: string,
): Promise<string | null> {
  const digits = digitsOf(shown);
  const known = await rowsOf(tx, owner);
  if (digits === '' || known.some((row) => isSameLine(row.shown, shown))) return null;
  const [last] = await tx.db
    .select({ position: max(telephones.position) })
    .from(telephones)
    .where(ownedBy(owner));
  return insertTelephone(tx, owner, { digits, shown, position: (last?.position ?? -1) + 1 });
}

async function rowsOf(tx: ReadTx, owner: TelephoneOwner) {
  return tx.db.select().from(telephones).where(ownedBy(owner)).orderBy(telephones.position, telephones.id);
}

async function insertTelephone(
  tx: WriteTx,
  owner: TelephoneOwner,
  number: { readonly digits: string; readonly shown: string; readonly position: number },
): Promise<string> {
  const { customerId, contactPersonId } = owner;
  const id = newId<'telephone'>(tx.now);
  await tx.db.insert(telephones).values({ id, customerId, contactPersonId, ...number });
  return id;
}

function ownedBy({ customerId, contactPersonId }: TelephoneOwner) {
  const person =
    contactPersonId === null
      ? isNull(telephones.contactPersonId)
      : eq(telephones.contactPersonId, contactPersonId);
  return and(eq(telephones.customerId, customerId), person);
}
