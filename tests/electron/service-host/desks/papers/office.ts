import type { ServiceClient } from '#shared/contract/index.ts';
import { theProgram } from '#shared/domain/actor.ts';
import { installPresets } from '#host/modules/warranty/presets.service.ts';
import { testStart } from '#tests/support/books.ts';
import { operation, type TestHost, type TestPerson } from '#tests/support/host.ts';
import { samples } from '../attachments/files.ts';
import { fillStore } from './office-store.ts';

export const hourMs = 3_600_000;
const today = '2026-11-01';

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** A running office in which one bus broke down: everything told over the wire, up to the parts handed out. */
export async function openOffice(host: TestHost) {
  await host.host.parts.database.write(theProgram, installPresets);
  const as = async (person: TestPerson) => host.client('http', await host.signIn(person));
  const [admin, warehouse, clerk, leader] = [
    await as('admin'),
    await as('warehouse'),
    await as('clerk'),
    await as('leader'),
  ];
  const technician = await as('technician');
  await admin.settings.saveFirm({
    operationId: operation(),
    version: 0,
    values: {
      name: '某某客车股份有限公司',
      department: '售后服务部',
      telephone: '400-000-0000',
      address: '深圳市龙岗区横岗街道 1 号',
      logoAttachmentId: null,
    },
  });
  const { personId } = await technician.session.me();
  const store = await fillStore(warehouse, personId, today);
  const call = await takeCall(clerk);
  const judgement = await clerk.warranty.judge({
    operationId: operation(),
    unitId: call.unitId,
    componentGroupCode: 'chassis',
    basisDay: today,
    mileageKm: 186_400,
    operatingHours: null,
    exclusions: [],
    caseId: call.caseId,
  });
  const asked = await technician.requisitions.draft({
    operationId: operation(),
    purpose: 'warranty',
    caseId: call.caseId,
    unitId: call.unitId,
    holderAccountId: store.holderId,
    notes: '请随件带防冻液',
    lines: [
      line(store.pumpId, 1000, '水泵轴封漏水', judgement.id),
      { ...line(store.coolantId, 12_500, '随换补充', null), oldPartRequired: false },
    ],
  });
  return { as, admin, warehouse, clerk, leader, technician, personId, ...store, ...call, judgement, asked };
}

/** Has the requisition of the office submitted, approved and handed out. */
export async function handOut(office: Office, onceApproved: () => Promise<void> = () => Promise.resolve()) {
  const { technician, leader, warehouse, asked } = office;
  const submitted = await technician.requisitions.submit({ operationId: operation(), ...documentOf(asked) });
  const approved = await leader.requisitions.approve({
    operationId: operation(),
    ...documentOf(submitted),
    reason: '同意，旧件必须交回',
  });
  await onceApproved();
  const pickList = await pdf(warehouse.papers.preview({ ...paper('pick-list', asked.id) }));
  const detail = await warehouse.requisitions.get({ id: asked.id });
  const issued = await warehouse.requisitions.issue({
    operationId: operation(),
    ...documentOf(approved),
    lines: detail.lines.map((one) => ({
      requisitionLineId: one.id,
      partId: one.partId,
      accountId: office.binId,
      quantity: one.quantity,
    })),
  });
  return { ...issued, approved, pickList };
}

/** Begins the report of the office and fills it in; the technician came, and was done an hour ago. */
export async function writeReport(
  office: Office,
  now: number,
  onceBegun: (draftId: string) => Promise<void> = () => Promise.resolve(),
) {
  const { technician, caseId, personId } = office;
  const draft = await technician.reports.draft({ operationId: operation(), caseId });
  await onceBegun(draft.id);
  const replaced = await technician.reports.replaceable({ caseId });
  const edited = await technician.reports.edit({
    operationId: operation(),
    ...documentOf(draft),
    technicianIds: [personId],
    mileageKm: 186_420,
    operatingHours: null,
    arrivedAt: now - 4 * hourMs,
    finishedAt: now - hourMs,
    symptom: '起步后水温高报警，膨胀水箱有气泡，补水 5 L 后两天又报。',
    cause: '水泵叶轮轴封漏水，水泵壳体有砂眼；故障部位未经拆检。',
    work: '更换水泵总成，加注防冻液 12.5 L，放气，试车 20 km 水温 84 ℃，无渗漏。',
    faultPlaceOpenedBefore: false,
    noPartsReplaced: false,
    feeFen: 12_345,
    compensation: '',
    satisfaction: null,
    customerRemarks: '',
    lines: replaced.map(({ issueLineId, partId, openQuantity, fault }) => ({
      issueLineId,
      partId,
      quantity: openQuantity,
      reason: fault,
    })),
  });
  return {
    draft,
    finish: () => technician.reports.finish({ operationId: operation(), ...documentOf(edited) }),
  };
}

/** Attaches the picture of the signed paper and files the signature. */
export async function sign(
  client: ServiceClient,
  report: { readonly id: string; readonly version: number },
  now: number,
) {
  const file = new File([samples['image/png']], '签字.png', { type: 'image/png' });
  const subject = { subjectKind: 'report', subjectId: report.id, purpose: 'scan' } as const;
  const scan = await client.attachments.add({ operationId: operation(), ...subject, file });
  const prints = await client.papers.prints({ documentId: documentOf(report).id });
  return client.reports.sign({
    operationId: operation(),
    ...documentOf(report),
    signedAt: Math.max(now, ...prints.map((print) => print.at)),
    signedBy: '周师傅',
    scanId: scan.id,
    satisfaction: 'satisfied',
    customerRemarks: '服务及时',
  });
}

/** A paper asked for, in Chinese unless said otherwise. */
export function paper<Kind extends string>(
  kind: Kind,
  documentId: string,
  language: 'zh-CN' | 'en' = 'zh-CN',
) {
  return { kind, documentId, language };
}

/** Id and version alone, of whatever an act answered. */
export function documentOf(saved: { readonly id: string; readonly version: number }) {
  return { id: saved.id, version: saved.version };
}

/** The bytes of a file that comes back. */
export async function pdf(file: Promise<Blob>): Promise<Uint8Array> {
  return new Uint8Array(await (await file).arrayBuffer());
}

function line(partId: string, quantity: number, fault: string, judgementId: string | null) {
  return { partId, quantity, fault, judgementId, oldPartRequired: true };
}

async function takeCall(clerk: ServiceClient) {
  const customer = await clerk.customers.create({
    operationId: operation(),
    kind: 'firm',
    name: '市第二公交公司',
    distanceClass: 'near',
    distanceKm: 38,
    importance: 'important',
    region: '',
    address: '深圳市横岗停车场',
    notes: '',
    active: true,
    telephones: [],
    person: { name: '周师傅', position: '车队长', telephones: [{ shown: '138 0133 4410' }] },
  });
  const product = await clerk.units.createProduct({
    operationId: operation(),
    code: 'ZK6126HG',
    name: '城市客车',
    productLine: '客车',
    active: true,
  });
  const unit = await clerk.units.create({
    operationId: operation(),
    productId: product.id,
    customerId: customer.id,
    serialNumber: 'LZYTAGBW6M1034172',
    plate: '粤B·3K721D',
    engineNumber: '',
    saleDay: '2024-12-21',
    deliveryDay: null,
    dealer: '',
    region: '',
    cardReceivedDay: '2024-12-30',
    notes: '',
    active: true,
    reading: { day: today, mileageKm: 186_400, operatingHours: null },
  });
  const contact = await clerk.contacts.record({
    operationId: operation(),
    kind: 'call',
    direction: 'in',
    at: testStart,
    receivedDay: null,
    senderReference: '',
    telephone: '138 0133 4410',
    callerName: '周师傅',
    customerId: customer.id,
    contactPersonId: customer.contactPersonId,
    unitId: unit.id,
    mileageKm: 186_400,
    operatingHours: null,
    category: 'repair',
    faultGroup: 'chassisEngine',
    urgency: 'outOfService',
    summary: '起步后水温高报警，膨胀水箱有气泡，补水 5 L 后两天又报。',
    newCustomer: null,
    outcome: { kind: 'openCase', ownerId: null },
  });
  return { customerId: customer.id, unitId: unit.id, contact, caseId: contact.caseId ?? '' };
}
