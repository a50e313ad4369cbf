import { eq, inArray } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../../database/database.ts';
import { calling } from '../../database/named.ts';
import { cases } from '../../schema/cases.tables.ts';

/** A case as other documents name it, and whose case it is. */
export interface CaseName {
  readonly number: string;
  readonly symptom: string;
  readonly customerId: string | null;
  readonly contactPersonId: string | null;
}

/** The cases with these ids. */
export const casesNamed = calling<CaseName>(
  'cases.named',
  { number: '', symptom: '', customerId: null, contactPersonId: null },
  (db, ids) =>
    db
      .select({
        id: cases.id,
        number: cases.number,
        symptom: cases.symptom,
        customerId: cases.customerId,
        contactPersonId: cases.contactPersonId,
      })
      .from(cases)
      .where(inArray(cases.id, ids)),
);

/** The customer whose case it is. */
export async function customerOfCase(tx: ReadTx, caseId: string): Promise<Id<'customer'>> {
  const [row] = await tx.db.select({ customerId: cases.customerId }).from(cases).where(eq(cases.id, caseId));
  return present(row, 'the case of a document').customerId;
}

/** The unit that a case is about; null where it is about none, or where there is no such case. */
export async function unitOfCase(tx: ReadTx, caseId: string): Promise<Id<'unit'> | null> {
  const [row] = await tx.db.select({ unitId: cases.unitId }).from(cases).where(eq(cases.id, caseId));
  return row?.unitId ?? null;
}
