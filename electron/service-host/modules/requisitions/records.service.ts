import { eq } from 'drizzle-orm';
import { courseText, type RequisitionCourse } from '#shared/domain/requisition-course.ts';
import type { WriteTx } from '../../database/database.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { documentOf } from '../../desks/documents.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';

export type { Edited } from '../../desks/documents.ts';
export type Requisition = typeof requisitions.$inferSelect;

/** A requisition as a document. Sending one back is a withdrawal by another, and a draft follows its case to another unit. */
export const requisitionDocument = documentOf('requisition', requisitions, {
  // Who wrote in it stands in the trail by each edit already.
  secret: ['editorIds'],
  told: ['sendBack', 'refuseOverLimit', 'followCase'],
});

/** Writes into the timeline of the case, if there is one, what the requisition came to, and why it was not agreed to. */
export async function tellCase(
  tx: WriteTx,
  found: Requisition,
  course: RequisitionCourse,
  reason = '',
): Promise<void> {
  if (found.caseId === null) return;
  await addCaseEvent(tx, {
    caseId: found.caseId,
    kind: 'requisition',
    text: courseText(course, reason),
    documentKind: 'requisition',
    documentId: found.id,
    documentNumber: found.number,
  });
}

/** Brings the entry in the search field up to date: found by number, holder, case, customer and unit. */
export async function indexRequisition(tx: WriteTx, id: string): Promise<void> {
  const [row] = await tx.db.select().from(requisitions).where(eq(requisitions.id, id));
  if (!row) return;
  const { number, caseId, unitId, holderAccountId } = row;
  const { name: holder } = (await accountsNamed(tx, [holderAccountId]))(holderAccountId);
  const { number: caseNumber, customerId } = (await casesNamed(tx, [caseId]))(caseId);
  const { name: customer } = (await customersNamed(tx, [customerId]))(customerId);
  const { plate, serialNumber } = (await unitsNamed(tx, [unitId]))(unitId);
  const texts = [number, holder, caseNumber, customer, plate, serialNumber];
  const subtitle = [holder, caseNumber, plate || customer].filter(Boolean).join(' · ');
  await indexForSearch(tx, { kind: 'requisition', subjectId: id, title: number, subtitle, texts });
}
