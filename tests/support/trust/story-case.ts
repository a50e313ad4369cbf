import { present } from '#shared/domain/assert.ts';
import type { Stage, Storeroom } from './story.ts';

/** A call that becomes a case, with everything that belongs to it until the report is filed and the parts are cleared. */
export async function playCaseStory(stage: Stage, storeroom: Storeroom): Promise<void> {
  const { play, now } = stage;
  const { unitId, customerId } = await playRegisterStory(stage);
  const call = await play('contacts.record', 'clerk', (client, operationId) =>
    client.contacts.record({
      operationId,
      ...callOf(now),
      customerId,
      unitId,
      newCustomer: null,
      outcome: { kind: 'openCase', ownerId: null },
    }),
  );
  const caseId = present(call.caseId, 'the case');
  await play('cases.note', 'clerk', (client, operationId) =>
    client.cases.note({ operationId, caseId, text: '已联系' }),
  );
  await playJudgementStory(stage, unitId, caseId);
  const drawn = await playRequisitionStory(stage, storeroom, caseId);
  await playReportStory(stage, storeroom, caseId, drawn);
}

async function playRegisterStory({ play, mark, day }: Stage) {
  const product = await play('units.createProduct', 'clerk', (client, operationId) =>
    client.units.createProduct({
      operationId,
      code: `P-${mark}`,
      name: '客车',
      productLine: 'bus',
      active: true,
    }),
  );
  const customer = await play('customers.create', 'clerk', (client, operationId) =>
    client.customers.create({
      operationId,
      ...plainCustomer,
      name: `公交 ${mark}`,
      telephones: [{ shown: '0755-8612 4400' }],
      person: { name: '周师傅', position: '', telephones: [] },
    }),
  );
  await play('customers.edit', 'clerk', (client, operationId) =>
    client.customers.edit({
      operationId,
      id: customer.id,
      version: customer.version,
      ...plainCustomer,
      name: `公交二 ${mark}`,
      telephones: [],
    }),
  );
  await play('customers.addPerson', 'clerk', (client, operationId) =>
    client.customers.addPerson({
      operationId,
      customerId: customer.id,
      name: '李调度',
      position: '',
      notes: '',
      active: true,
      telephones: [],
    }),
  );
  const unit = await play('units.create', 'clerk', (client, operationId) =>
    client.units.create({
      operationId,
      ...plainUnit,
      productId: product.id,
      customerId: customer.id,
      serialNumber: `LZY${mark}`,
      plate: `粤B·${mark}`,
      saleDay: day,
      reading: null,
    }),
  );
  await play('units.addReading', 'clerk', (client, operationId) =>
    client.units.addReading({
      operationId,
      unitId: unit.id,
      day,
      mileageKm: 1000,
      operatingHours: null,
      counterReplaced: false,
    }),
  );
  return { unitId: unit.id, customerId: customer.id };
}

async function playJudgementStory({ play, ask, day }: Stage, unitId: string, caseId: string): Promise<void> {
  const groups = await ask('clerk', (client) => client.warranty.groups());
  if (groups.length === 0) {
    await play('warranty.saveGroups', 'admin', (client, operationId) =>
      client.warranty.saveGroups({ operationId, groups: [{ code: 'ENG', name: '发动机', nameEn: '' }] }),
    );
  }
  const componentGroupCode = groups[0]?.code ?? 'ENG';
  const judged = await play('warranty.judge', 'clerk', (client, operationId) =>
    client.warranty.judge({
      operationId,
      unitId,
      componentGroupCode,
      basisDay: day,
      mileageKm: null,
      operatingHours: null,
      exclusions: [],
      caseId,
    }),
  );
  await play('warranty.overrule', 'leader', (client, operationId) =>
    client.warranty.overrule({
      operationId,
      id: judged.id,
      version: judged.version,
      verdict: 'covered',
      reason: '善意索赔',
    }),
  );
}

async function playRequisitionStory(
  { play, ask }: Stage,
  { partId, substituteId, binId }: Storeroom,
  caseId: string,
) {
  const holderAccountId = await holderOf({ ask, play });
  const line = { partId, quantity: 5000, fault: '漏水', judgementId: null, oldPartRequired: true };
  const wish = {
    purpose: 'warranty' as const,
    caseId,
    unitId: null,
    holderAccountId,
    notes: '',
    lines: [line],
  };
  const draft = await play('requisitions.draft', 'technician', (client, operationId) =>
    client.requisitions.draft({ operationId, ...wish }),
  );
  const edited = await play('requisitions.edit', 'technician', (client, operationId) =>
    client.requisitions.edit({ operationId, id: draft.id, version: draft.version, ...wish, notes: '急' }),
  );
  let at: { readonly id: string; readonly version: number } = edited;
  const step = async (name: 'submit' | 'withdraw') =>
    (at = await play(`requisitions.${name}`, 'technician', (client, operationId) =>
      client.requisitions[name]({ operationId, id: at.id, version: at.version }),
    ));
  const decide = async (name: 'approve' | 'reject' | 'allowOverLimit') =>
    (at = await play(`requisitions.${name}`, 'leader', (client, operationId) =>
      client.requisitions[name]({ operationId, id: at.id, version: at.version, reason: '同意' }),
    ));
  await step('submit');
  await step('withdraw');
  await step('submit');
  await decide('reject');
  await step('withdraw');
  await step('submit');
  await decide('approve');
  await decide('allowOverLimit');
  const { lines } = await ask('warehouse', (client) => client.requisitions.get({ id: at.id }));
  const requisitionLineId = present(lines[0], 'the line').id;
  const issued = await play('requisitions.issue', 'warehouse', (client, operationId) =>
    client.requisitions.issue({
      operationId,
      id: at.id,
      version: at.version,
      lines: [{ requisitionLineId, partId, accountId: binId, quantity: 3000 }],
    }),
  );
  at = issued;
  at = await play('requisitions.closeRest', 'technician', (client, operationId) =>
    client.requisitions.closeRest({ operationId, id: at.id, version: at.version, reason: '够了' }),
  );
  const { issues } = await ask('warehouse', (client) => client.requisitions.get({ id: at.id }));
  const issueLine = present(issues[0]?.lines[0], 'the issued line');
  await play('requisitions.draft for nothing', 'clerk', (client, operationId) =>
    client.requisitions.draft({ operationId, ...wish, lines: [{ ...line, partId: substituteId }] }),
  ).then(({ id, version }) =>
    play('requisitions.void', 'clerk', (client, operationId) =>
      client.requisitions.void({ operationId, id, version, reason: '不用了' }),
    ),
  );
  at = await play('requisitions.clear', 'leader', (client, operationId) =>
    client.requisitions.clear({
      operationId,
      id: at.id,
      version: at.version,
      lines: [
        { kind: 'returned', issueLineId: issueLine.id, quantity: 1000, accountId: binId },
        { kind: 'lost', issueLineId: issueLine.id, quantity: 1000, reason: '丢失', chargeFen: 100 },
      ],
    }),
  );
  return { ...at, issueLineId: issueLine.id };
}

/** The technician's account, which parts handed to the technician are charged to. */
async function holderOf({ ask, play }: Pick<Stage, 'ask' | 'play'>): Promise<string> {
  const me = await ask('technician', (client) => client.session.me());
  const accounts = await ask('warehouse', (client) => client.stock.accounts({ kinds: ['technician'] }));
  const known = accounts.find((account) => account.personId === me.personId);
  if (known) return known.id;
  const made = await play('stock.createAccount for a person', 'warehouse', (client, operationId) =>
    client.stock.createAccount({
      operationId,
      code: 'P-technician',
      name: 'technician',
      kind: 'technician',
      warehouseId: null,
      personId: me.personId,
      active: true,
    }),
  );
  return made.id;
}

async function playReportStory(
  { play, ask, now }: Stage,
  { partId }: Storeroom,
  caseId: string,
  drawn: { readonly id: string; readonly version: number; readonly issueLineId: string },
): Promise<void> {
  const { issues } = await ask('warehouse', (client) => client.requisitions.get({ id: drawn.id }));
  const tag = present(
    issues[0]?.lines[0]?.oldParts.find((one) => one.state === 'due'),
    'the tag',
  );
  await play('oldParts.receive', 'warehouse', (client, operationId) =>
    client.oldParts.receive({ operationId, scanned: tag.number, storeAccountId: null }),
  );
  const draft = await play('reports.draft', 'technician', (client, operationId) =>
    client.reports.draft({ operationId, caseId }),
  );
  const me = await ask('technician', (client) => client.session.me());
  const edited = await play('reports.edit', 'technician', (client, operationId) =>
    client.reports.edit({
      operationId,
      id: draft.id,
      version: draft.version,
      ...plainReport,
      technicianIds: [me.personId],
      finishedAt: now,
      lines: [{ partId, issueLineId: drawn.issueLineId, quantity: 1000, reason: '漏水' }],
    }),
  );
  const finished = await play('reports.finish', 'technician', (client, operationId) =>
    client.reports.finish({ operationId, id: edited.id, version: edited.version }),
  );
  await play('papers.print', 'technician', (client, operationId) =>
    client.papers.print({ operationId, kind: 'service-report', documentId: finished.id, language: 'zh-CN' }),
  );
  const scan = await play('attachments.add', 'technician', (client, operationId) =>
    client.attachments.add({
      operationId,
      subjectKind: 'report',
      subjectId: finished.id,
      purpose: 'scan',
      file: new File(['%PDF-1.7\n%'], 'scan.pdf'),
    }),
  );
  const signed = await play('reports.sign', 'technician', (client, operationId) =>
    client.reports.sign({
      operationId,
      id: finished.id,
      version: finished.version,
      signedAt: now,
      signedBy: '周师傅',
      scanId: scan.id,
      satisfaction: 'satisfied',
      customerRemarks: '',
    }),
  );
  const approved = await play('reports.approve', 'leader', (client, operationId) =>
    client.reports.approve({ operationId, id: signed.id, version: signed.version }),
  );
  await play('requisitions.clear as installed', 'warehouse', (client, operationId) =>
    client.requisitions.clear({
      operationId,
      id: drawn.id,
      version: drawn.version,
      lines: [{ kind: 'installed', issueLineId: drawn.issueLineId, quantity: 1000, reportId: approved.id }],
    }),
  );
  await play('reports.file', 'leader', (client, operationId) =>
    client.reports.file({ operationId, id: approved.id, version: approved.version }),
  );
  await play('reports.addSupplement', 'technician', (client, operationId) =>
    client.reports.addSupplement({ operationId, reportId: approved.id, text: '补充' }),
  );
}

const plainCustomer = {
  kind: 'firm',
  distanceClass: 'near',
  distanceKm: null,
  importance: 'normal',
  region: '',
  address: '',
  notes: '',
  active: true,
} as const;

const plainUnit = {
  engineNumber: '',
  deliveryDay: null,
  dealer: '',
  region: '',
  cardReceivedDay: null,
  notes: '',
  active: true,
} as const;

const plainReport = {
  mileageKm: null,
  operatingHours: null,
  arrivedAt: null,
  symptom: '水温高',
  cause: '水封老化',
  work: '更换水泵',
  faultPlaceOpenedBefore: false,
  noPartsReplaced: false,
  feeFen: 0,
  compensation: '',
  satisfaction: null,
  customerRemarks: '',
} as const;

function callOf(at: number) {
  return {
    kind: 'call' as const,
    direction: 'in' as const,
    at,
    receivedDay: null,
    senderReference: '',
    telephone: '0755-8612 4400',
    callerName: '周师傅',
    contactPersonId: null,
    mileageKm: null,
    operatingHours: null,
    category: 'repair' as const,
    faultGroup: null,
    urgency: 'limping' as const,
    summary: '水温高报警',
  };
}
