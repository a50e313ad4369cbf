import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { contactPersons } from '#host/schema/customers.tables.ts';
import { issueLines, issues, requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { componentGroups, warrantyPolicies } from '#host/schema/warranty.tables.ts';
import {
  insertAccount,
  insertCustomer,
  insertPart,
  insertProduct,
  insertUnit,
} from '#tests/support/plain-rows.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';

/** A firm with one person and one bus, straight into the tables. */
export async function addFleet(tx: WriteTx, name = '市第二公交公司') {
  const customerId = await insertCustomer(tx, { name, distanceKm: 38, importance: 'important' });
  const personId = newId<'contactPerson'>();
  await tx.db
    .insert(contactPersons)
    .values({ id: personId, customerId, name: '周师傅', position: '车队长', notes: '', active: true });
  const code = `ZK${newId()}`;
  const productId = await insertProduct(tx, { code, name: '城市客车' });
  const unitId = await insertUnit(tx, {
    productId,
    customerId,
    serialNumber: `LZYTAGBW${newId()}`,
    saleDay: '2024-12-21',
    cardReceivedDay: '2024-12-30',
  });
  return { customerId, personId, unitId, productId, productCode: code };
}

/** A published warranty policy without terms. */
export async function addPolicy(
  tx: WriteTx,
  validFromDay: string,
  scope: readonly string[],
  published = true,
) {
  const id = newId<'warrantyPolicy'>();
  await tx.db
    .insert(componentGroups)
    .values({ code: 'body', name: '车身', nameEn: 'Body', position: 1 })
    .onConflictDoNothing();
  await tx.db.insert(warrantyPolicies).values({
    id,
    name: validFromDay,
    validFromDay,
    appliesBy: 'faultDay',
    scope,
    regions: [],
    cardWithinDays: 20,
    replacementTerm: 'restOfTerm',
    published,
    createdAt: tx.now,
    version: 1,
  });
  return id;
}

/** A requisition of a case with one line, in the state given. */
export async function addRequisition(tx: WriteTx, caseId: string, state: RequisitionState, number: string) {
  const id = newId<'requisition'>();
  const accountId = await insertAccount(tx, {
    kind: 'technician',
    name: '李志强',
    personId: tx.actor.personId,
  });
  const partId = await insertPart(tx, { minimumQuantity: 5000, priceFen: 54_000 });
  await tx.db.insert(requisitions).values({
    id,
    number,
    state,
    purpose: 'warranty',
    caseId,
    unitId: null,
    holderAccountId: accountId,
    notes: '',
    amountFen: 54_000,
    createdBy: tx.actor.personId,
    createdAt: tx.now,
    submittedBy: null,
    submittedAt: null,
    decidedBy: null,
    decidedAt: null,
    decisionReason: '',
    allowedBy: null,
    allowReason: '',
    restClosed: false,
    version: 1,
  });
  const lineId = newId<'requisitionLine'>();
  await tx.db.insert(requisitionLines).values({
    id: lineId,
    requisitionId: id,
    position: 1,
    partId,
    quantity: 2000,
    issuedQuantity: 0,
    clearedQuantity: 0,
    unitPriceFen: 27_000,
    fault: '',
    judgementId: null,
    oldPartRequired: true,
  });
  return { id, lineId, partId, accountId };
}

/** Two pieces handed out on a requisition, one of them cleared, with an old part due on the day given. */
export async function addIssue(
  tx: WriteTx,
  caseId: string,
  requisition: Awaited<ReturnType<typeof addRequisition>>,
  dueDay: string,
) {
  const issueId = newId<'issue'>();
  const issueLineId = newId<'issueLine'>();
  const oldPartId = newId<'oldPart'>();
  await tx.db.insert(issues).values({
    id: issueId,
    number: `CK-${issueId}`,
    requisitionId: requisition.id,
    personId: tx.actor.personId,
    at: tx.now,
  });
  await tx.db.insert(issueLines).values({
    id: issueLineId,
    issueId,
    requisitionLineId: requisition.lineId,
    partId: requisition.partId,
    accountId: requisition.accountId,
    quantity: 2000,
    clearedQuantity: 1000,
    valueFen: 54_001,
  });
  await tx.db.insert(oldParts).values({
    id: oldPartId,
    number: `JJ-${oldPartId}`,
    state: 'due',
    requisitionId: requisition.id,
    issueLineId,
    caseId,
    unitId: null,
    partId: requisition.partId,
    holderAccountId: requisition.accountId,
    quantity: 1000,
    fault: '',
    dueDay,
    createdAt: tx.now,
    receivedAt: null,
    receivedBy: null,
    storeAccountId: null,
    waivedAt: null,
    waivedBy: null,
    waiveReason: '',
    version: 1,
  });
  return { issueId, oldPartId };
}
