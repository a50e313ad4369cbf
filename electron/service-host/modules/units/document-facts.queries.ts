import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import type { PaperCustomer, PaperUnit } from '../../printing/documents/unit-facts.ts';
import { cases } from '../../schema/cases.tables.ts';
import { contactPersonsNamed, customersNamed } from '../customers/customers.named.queries.ts';
import { telephoneToCall } from '../customers/telephone-to-call.queries.ts';
import { unitSummaries } from './units.queries.ts';

/** Customer, person and unit of a document as papers name them; of its case where the document itself does not say. */
export async function whoAndWhat(
  tx: ReadTx,
  document: {
    readonly caseId: string | null;
    readonly unitId: string | null;
    readonly customerId?: string | null;
    readonly contactPersonId?: string | null;
  },
  /** When it was written: a copy printed later shows the counters of then. */
  asOf: number,
): Promise<PaperCustomer & PaperUnit & { readonly caseNumber: string }> {
  const [found] =
    document.caseId === null ? [] : await tx.db.select().from(cases).where(eq(cases.id, document.caseId));
  const customerId = document.customerId ?? found?.customerId ?? null;
  const personId = document.contactPersonId ?? found?.contactPersonId ?? null;
  const unitId = document.unitId ?? found?.unitId ?? null;
  return {
    caseNumber: found?.number ?? '',
    ...(await paperCustomer(tx, customerId, personId, document.caseId)),
    ...(await paperUnit(tx, unitId, asOf)),
  };
}

async function paperCustomer(
  tx: ReadTx,
  customerId: string | null,
  personId: string | null,
  caseId: string | null,
): Promise<PaperCustomer> {
  const customer = (await customersNamed(tx, [customerId]))(customerId);
  const person = (await contactPersonsNamed(tx, [personId]))(personId);
  return {
    customerName: customer.name,
    customerAddress: customer.address,
    contactPersonName: person.name,
    telephone: await telephoneToCall(tx, { caseId, customerId, personId }),
  };
}

async function paperUnit(tx: ReadTx, unitId: string | null, asOf: number): Promise<PaperUnit> {
  const [unit] = unitId === null ? [] : await unitSummaries(tx, [unitId], asOf);
  return {
    plate: unit?.plate ?? '',
    model: unit?.productCode ?? '',
    serialNumber: unit?.serialNumber ?? '',
    engineNumber: unit?.engineNumber ?? '',
    saleDay: unit?.saleDay ?? undefined,
    mileageKm: unit?.last?.mileageKm ?? undefined,
    operatingHours: unit?.last?.operatingHours ?? undefined,
  };
}
