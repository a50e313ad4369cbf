import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { courseText, type RequisitionCourse } from '#shared/domain/requisition-course.ts';
import type { RequisitionState } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { editRecord, refuseIfStale } from '../../desks/edit-record.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';

/** What every act upon a requisition names. */
export interface Edited {
  readonly id: string;
  readonly version: number;
}
export type Requisition = typeof requisitions.$inferSelect;

/** The requisition, when it is in one of these states and as its editor saw it. Refuses NOT_FOUND, WRONG_STATE, CHANGED_MEANWHILE. */
export async function requisitionIn(
  tx: WriteTx,
  { id, version }: Edited,
  states: readonly RequisitionState[],
): Promise<Requisition> {
  const [found] = await tx.db.select().from(requisitions).where(eq(requisitions.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'requisition' });
  if (!states.includes(found.state)) refuse('WRONG_STATE', { number: found.number, state: found.state });
  await refuseIfStale(tx, requisitions, 'requisition', id, version);
  return found;
}

/** Changes fields of a requisition, with its one audit row; `also` is what the act changes beside the row. */
export async function change(
  tx: WriteTx,
  found: Requisition,
  act: string,
  fields: Partial<Requisition>,
  also?: { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> },
) {
  const saved = await editRecord(tx, requisitions, {
    kind: 'requisition',
    act: `requisitions.${act}`,
    id: found.id,
    version: found.version,
    fields,
    ...(also ? { also } : {}),
  });
  return { ...saved, number: fields.number ?? found.number };
}

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
