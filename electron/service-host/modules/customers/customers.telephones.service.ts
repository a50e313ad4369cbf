import { and, eq, isNull, max } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { telephones } from './customers.tables.ts';
import { digitsOf } from './customers.telephones.rules.ts';

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
  const left = new Map((await rowsOf(tx, owner)).map((row) => [row.digits, row]));
  const wanted = new Map(shown.map((text) => [digitsOf(text), text]));
  wanted.delete('');
  for (const [position, [digits, text]] of [...wanted].entries()) {
    const known = left.get(digits);
    left.delete(digits);
    if (!known) await insertTelephone(tx, owner, { digits, shown: text, position });
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

/** Adds a number behind the others. False when the owner has these digits already, or when there are none. */
export async function appendTelephone(tx: WriteTx, owner: TelephoneOwner, shown: string): Promise<boolean> {
  const digits = digitsOf(shown);
  const known = await rowsOf(tx, owner);
  if (digits === '' || known.some((row) => row.digits === digits)) return false;
  const [last] = await tx.db
    .select({ position: max(telephones.position) })
    .from(telephones)
    .where(ownedBy(owner));
  await insertTelephone(tx, owner, { digits, shown, position: (last?.position ?? -1) + 1 });
  return true;
}

async function rowsOf(tx: ReadTx, owner: TelephoneOwner) {
  return tx.db.select().from(telephones).where(ownedBy(owner)).orderBy(telephones.position, telephones.id);
}

async function insertTelephone(
  tx: WriteTx,
  owner: TelephoneOwner,
  number: { readonly digits: string; readonly shown: string; readonly position: number },
): Promise<void> {
  const { customerId, contactPersonId } = owner;
  await tx.db
    .insert(telephones)
    .values({ id: newId<'telephone'>(tx.now), customerId, contactPersonId, ...number });
}

function ownedBy({ customerId, contactPersonId }: TelephoneOwner) {
  const person =
    contactPersonId === null
      ? isNull(telephones.contactPersonId)
      : eq(telephones.contactPersonId, contactPersonId);
  return and(eq(telephones.customerId, customerId), person);
}
