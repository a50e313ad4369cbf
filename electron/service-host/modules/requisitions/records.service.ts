import { eq } from 'drizzle-orm';
import { courseText, type RequisitionCourse } from '#shared/domain/requisition-course.ts';
import type { WriteTx } from '../../database/database.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { documentOf } from '../../desks/documents.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
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
  const [row] = await tx.db
    .select({
      number: requisitions.number,
      holder: stockAccounts.name,
      caseNumber: cases.number,
      customer: customers.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
    })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(cases, eq(cases.id, requisitions.caseId))
    .leftJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .where(eq(requisitions.id, id));
  if (!row) return;
  const texts = Object.values(row).flatMap((text) => text ?? []);
  const subtitle = [row.holder, row.caseNumber, row.plate || row.customer].filter(Boolean).join(' · ');
  await indexForSearch(tx, { kind: 'requisition', subjectId: id, title: row.number, subtitle, texts });
}
