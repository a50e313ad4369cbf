import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { cases } from '#host/modules/cases/cases.tables.ts';
import { customers } from '#host/modules/customers/customers.tables.ts';
import { parts } from '#host/modules/parts/parts.tables.ts';
import {
  issueLines,
  issues,
  requisitionLines,
  requisitions,
} from '#host/modules/requisitions/requisitions.tables.ts';
import { serviceReportLines, serviceReports } from '#host/modules/service-reports/service-reports.tables.ts';
import { stockAccounts } from '#host/modules/stock/stock.tables.ts';
import { products, readings, units } from '#host/modules/units/units.tables.ts';

/** A bus sold on 2024-12-21, its card in on 2024-12-30, its counter at 186,400 km on 2026-10-30. */
export async function sellBus(
  tx: WriteTx,
  over: Partial<typeof units.$inferInsert> = {},
  productLine = 'bus',
) {
  const customerId = newId<'customer'>();
  const productId = newId<'product'>();
  const unitId = newId<'unit'>();
  const code = `P-${productId.slice(-8)}`;
  await tx.db.insert(customers).values({
    id: customerId,
    kind: 'firm',
    name: '市第二公交公司',
    distanceClass: 'near',
    importance: 'normal',
    region: '',
    address: '',
    notes: '',
    active: true,
    createdAt: tx.now,
    version: 1,
  });
  await tx.db
    .insert(products)
    .values({ id: productId, code, name: '客车', productLine, active: true, version: 1 });
  await tx.db.insert(units).values({
    id: unitId,
    productId,
    customerId,
    serialNumber: 'LZYTAGBW6M1034172',
    plate: '粤B·3K721D',
    engineNumber: '',
    saleDay: '2024-12-21',
    dealer: '',
    region: '广东深圳',
    cardReceivedDay: '2024-12-30',
    notes: '',
    active: true,
    createdAt: tx.now,
    version: 1,
    ...over,
  });
  await addReading(tx, unitId, '2026-10-30', 186_400);
  return { unitId, customerId, productId, productCode: code };
}

/** What the counter showed on a day. */
export async function addReading(tx: WriteTx, unitId: string, day: string, mileageKm: number) {
  await tx.db
    .insert(readings)
    .values({ id: newId<'reading'>(), unitId, day, mileageKm, source: '', recordedAt: tx.now });
}

/** A case of a unit, opened under a policy. */
export async function openCaseUnder(
  tx: WriteTx,
  unit: { unitId: string; customerId: string },
  policyId: string | null,
) {
  const id = newId<'case'>();
  await tx.db.insert(cases).values({
    id,
    number: `FW-${id.slice(-8)}`,
    state: 'registered',
    ...unit,
    category: 'repair',
    urgency: 'limping',
    symptom: '水温高',
    policyId,
    openedAt: tx.now,
    version: 1,
  });
  return id;
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
  const [partId, accountId, requisitionId, lineId, issueId, issueLineId, reportId] = Array.from(
    { length: 7 },
    (): string => newId(),
  );
  const ids = { partId: partId!, accountId: accountId!, requisitionId: requisitionId! };
  await tx.db.insert(parts).values({
    id: ids.partId,
    number: ids.partId,
    name: '水泵总成',
    specification: '',
    unitOfMeasure: '只',
    makerNumber: '',
    supplier: '',
    modelFit: '',
    category: '',
    componentGroupCode: groupCode,
    barcode: '',
    minimumQuantity: 0,
    maximumQuantity: 0,
    priceFen: 0,
    weightGrams: 0,
    oldPartRule: 'required',
    qualityState: 'released',
    active: true,
    createdAt: tx.now,
    version: 1,
  });
  await tx.db.insert(stockAccounts).values({
    id: ids.accountId,
    code: ids.accountId,
    name: '李志强',
    kind: 'technician',
    inside: true,
    active: true,
    version: 1,
  });
  await tx.db.insert(requisitions).values({
    id: ids.requisitionId,
    number: ids.requisitionId,
    state: 'issued',
    purpose,
    caseId,
    unitId,
    holderAccountId: ids.accountId,
    notes: '',
    amountFen: 0,
    createdAt: tx.now,
    decisionReason: '',
    allowReason: '',
    restClosed: false,
    version: 1,
  });
  await tx.db.insert(requisitionLines).values({
    id: lineId!,
    requisitionId: ids.requisitionId,
    position: 1,
    partId: ids.partId,
    quantity: 1000,
    issuedQuantity: 1000,
    clearedQuantity: 0,
    unitPriceFen: 0,
    fault: '漏水',
    oldPartRequired: true,
  });
  await tx.db
    .insert(issues)
    .values({ id: issueId!, number: issueId!, requisitionId: ids.requisitionId, at: tx.now });
  await tx.db.insert(issueLines).values({
    id: issueLineId!,
    issueId: issueId!,
    requisitionLineId: lineId!,
    partId: ids.partId,
    accountId: ids.accountId,
    quantity: 1000,
    clearedQuantity: 0,
    valueFen: 0,
  });
  await tx.db.insert(serviceReports).values({
    id: reportId!,
    number: reportId!,
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
    reportId: reportId!,
    position: 1,
    partId: ids.partId,
    issueLineId: issueLineId!,
    quantity: 1000,
    reason: '漏水',
  });
}
