import { asc, eq } from 'drizzle-orm';
import type { MadeRecord, StayingKind } from '#shared/domain/made-records.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { addCaseEvent, caseToWork } from '../cases/cases.service.ts';
import { handOnTelephone } from '../customers/customers.service.ts';
import { isSameLine } from '../customers/customers.telephones.rules.ts';
import { documentOf, type Edited } from '../../desks/documents.ts';
import { registerVoidedNumber } from '../../desks/numbering/numbering.service.ts';
import { voidReadingsOf } from '../units/units.readings.service.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { promisedCall } from './contacts.duties.ts';

/** A contact as a document. */
export const contactDocument = documentOf('contact', contacts);

/**
 * Takes a wrong entry out of the count; it stays visible with its reason. Its reading is voided, a number learnt by it is
 * forgotten unless another call came from it, a promised call is dropped. Records that it made stay, because others may
 * use them, and are named. Refuses WRONG_STATE for one that is void.
 */
export async function voidContact(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const { id, reason } = input;
  const found = await contactDocument.toAct(tx, 'void', input);
  const { number, caseId } = found;
  const fields = { state: 'void', voidReason: reason, nextCallAt: null } as const;
  const saved = await contactDocument.change(tx, found, 'void', fields);
  await followDuty(tx, promisedCall, id, 'lapsed');
  await registerVoidedNumber(tx, { number, documentKind: 'contact', documentId: id, reason });
  const document = { documentKind: 'contactVoid', documentId: id, documentNumber: number };
  if (caseId !== null) await addCaseEvent(tx, { caseId, kind: 'contact', text: reason, ...document });
  return {
    ...saved,
    readingCount: await voidReadingsOf(tx, { source: number, reason }),
    telephones: await takeNumberBack(tx, found.customerId, found.telephone),
    stays: await staying(tx, found.made),
  };
}

/**
 * A number that calls alone brought to a customer goes with the last of them; until then it is that of whoever called
 * first. `left` are records made by a contact that is another customer's now. Answers what is forgotten.
 */
export async function takeNumberBack(
  tx: WriteTx,
  customerId: string | null,
  telephone: string,
  left: readonly MadeRecord[] = [],
): Promise<string[]> {
  if (customerId === null) return [];
  const ofCustomer = await tx.db
    .select({
      telephone: contacts.telephone,
      contactPersonId: contacts.contactPersonId,
      state: contacts.state,
      made: contacts.made,
    })
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(asc(contacts.id));
  const alike = ofCustomer.filter((one) => isSameLine(one.telephone, telephone));
  const heir = alike.find((one) => one.state !== 'void');
  const forgotten: string[] = [];
  for (const { kind, id, name } of [...alike.flatMap((one) => one.made), ...left]) {
    if (kind !== 'telephone') continue;
    if (await handOnTelephone(tx, { id, shown: name, customerId }, heir?.contactPersonId))
      forgotten.push(name);
  }
  return forgotten;
}

async function staying(tx: ReadTx, made: readonly MadeRecord[]) {
  const stays: { kind: StayingKind; id: string; name: string }[] = [];
  for (const { kind, id, name } of made) {
    if (kind === 'telephone' || (kind === 'case' && (await caseToWork(tx, id)).state === 'void')) continue;
    stays.push({ kind, id, name });
  }
  return stays;
}
