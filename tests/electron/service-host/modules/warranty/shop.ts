import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { issueLines, issues, requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { serviceReportLines, serviceReports } from '#host/schema/reports.tables.ts';
import { readings, units } from '#host/schema/units.tables.ts';
import type { JudgementInput } from '#host/modules/warranty/warranty.service.ts';
import {
  insertAccount,
  insertCase,
  insertCustomer,
  insertPart,
  insertProduct,
  insertUnit,
} from '#tests/support/plain-rows.ts';

/** A bus sold on 2024-12-21, its card in on 2024-12-30, its counter at 186,400 km on 2026-10-30. */
export async function sellBus(
  tx: WriteTx,
  over: Partial<typeof units.$inferInsert> = {},
  productLine = 'bus',
) {
  const customerId = await insertCustomer(tx);
  const code = `P-${newId().slice(-8)}`;
  const productId = await insertProduct(tx, { code, productLine });
  const unitId = await insertUnit(tx, {
    productId,
    customerId,
    serialNumber: 'LZYTAGBW6M1034172',
    saleDay: '2024-12-21',
    region: '广东深圳',
    cardReceivedDay: '2024-12-30',
    ...over,
  });
  await addReading(tx, unitId, '2026-10-30', 186_400);
  return { unitId, customerId, productId, productCode: code };
}

/** What the counter showed on a day. */
export async function addReading(tx: WriteTx, unitId: string, day: string, mileageKm: number) {
  await tx.db.insert(readings).values({
    id: newId<'reading'>(),
    unitId,
    day,
    mileageKm,
    source: '',
    recordedAt: tx.now,
    counterReplaced: false,
    voidReason: '',
  });
}

/** A case of a unit, opened under a policy. */
export async function openCaseUnder(
  tx: WriteTx,
  unit: { unitId: string; customerId: string },
  policyId: string | null,
) {
  return insertCase(tx, { ...unit, policyId });
}

/** A part of a component group that was drawn for a unit, built in, and reported as signed. */
export async function replacePart(
  tx: WriteTx,
  given: {
    unitId: string;
    caseId: string;
    finishedAt: number;
    mileageKm: number | null;
    groupCode: string;
    purpose?: 'warranty' | 'paid';
    state?: 'draft' | 'signed';
  },
) {
  const { unitId, caseId, finishedAt, mileageKm, groupCode, purpose = 'warranty', state = 'signed' } = given;
  const partId = await insertPart(tx, { unitOfMeasure: '只', componentGroupCode: groupCode, priceFen: 0 });
  const accountId = await insertAccount(tx, { kind: 'technician', name: '李志强' });
  const requisitionId = newId<'requisition'>();
  const lineId = newId<'requisitionLine'>();
  const issueId = newId<'issue'>();
  const issueLineId = newId<'issueLine'>();
  const reportId = newId<'report'>();
  await tx.db.insert(requisitions).values({
    id: requisitionId,
    number: requisitionId,
    state: 'issued',
    purpose,
    caseId,
    unitId,
    holderAccountId: accountId,
    notes: '',
    amountFen: 0,
    createdAt: tx.now,
    decisionReason: '',
    allowReason: '',
    restClosed: false,
    version: 1,
  });
  await tx.db.insert(requisitionLines).values({
    id: lineId,
    requisitionId,
    position: 1,
    partId,
    quantity: 1000,
    issuedQuantity: 1000,
    clearedQuantity: 0,
    unitPriceFen: 0,
    fault: '漏水',
    oldPartRequired: true,
  });
  await tx.db.insert(issues).values({ id: issueId, number: issueId, requisitionId, at: tx.now });
  await tx.db.insert(issueLines).values({
    id: issueLineId,
    issueId,
    requisitionLineId: lineId,
    partId,
    accountId,
    quantity: 1000,
    clearedQuantity: 0,
    valueFen: 0,
  });
  await tx.db.insert(serviceReports).values({
    id: reportId,
    number: reportId,
    state,
    caseId,
    unitId,
    technicianIds: [],
    mileageKm,
    finishedAt,
    symptom: '',
    cause: '',
    work: '',
    faultPlaceOpenedBefore: false,
    noPartsReplaced: false,
    feeFen: 0,
    compensation: '',
    customerRemarks: '',
    contentHash: '',
    printedHash: '',
    printCount: 0,
    signedBy: '',
    createdAt: tx.now,
    version: 1,
  });
  await tx.db.insert(serviceReportLines).values({
    id: newId(),
    reportId,
    position: 1,
    partId,
    issueLineId,
    quantity: 1000,
    reason: '漏水',
  });
}

/** What is asked of a unit: its chassis on 1 November 2026, with nothing excluded. */
export function judgementInput(unitId: string, over: Partial<JudgementInput> = {}): JudgementInput {
  return {
    unitId,
    componentGroupCode: 'chassis',
    basisDay: '2026-11-01',
    mileageKm: 186_400,
    operatingHours: null,
    exclusions: [],
    caseId: null,
    ...over,
  };
}
