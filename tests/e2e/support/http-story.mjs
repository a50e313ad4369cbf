/*
 * The main job told to the HTTP interface by a program that knows nothing of this code but the interface's description:
 * four people take a call to a cleared part. Plain JavaScript, fetch and nothing else.
 * Usage: node http-story.mjs ADDRESS ADMIN PASSWORD SCAN.png — prints what happened, one line of JSON a step.
 */
import { readFile } from 'node:fs/promises';

const [address, adminName, adminPassword, scanFile] = process.argv.slice(2);
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 26 characters, the first of them at most 7; any will do that was not used before. */
function newOperationId() {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return Array.from(bytes, (byte, index) => alphabet[index === 0 ? byte & 7 : byte & 31]).join('');
}

async function call(token, path, input = {}) {
  const isForm = input instanceof FormData;
  const response = await fetch(`${address}/api/${path}`, {
    method: 'POST',
    headers: {
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      'accept-language': 'zh-CN',
    },
    body: isForm ? input : JSON.stringify(input),
  });
  const type = response.headers.get('content-type') ?? '';
  const body = type.includes('json') ? await response.json() : new Uint8Array(await response.arrayBuffer());
  if (!response.ok)
    throw Object.assign(new Error(`${path}: ${body.code} ${body.message}`), { refusal: body });
  return body;
}

const act = (token, path, input) => call(token, path, { operationId: newOperationId(), ...input });

async function refusalOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error.refusal?.code;
  }
  return undefined;
}

function tell(step, facts) {
  process.stdout.write(`${JSON.stringify({ step, ...facts })}\n`);
}

async function signIn(signInName, password) {
  return (await call(undefined, 'session/signIn', { signInName, password, device: 'http story' })).token;
}

const admin = await signIn(adminName, adminPassword);
const stamp = Date.now().toString(36);
const tokens = {};
const ids = {};
for (const [key, role, name] of [
  ['clerk', 'clerk', '王晓梅'],
  ['store', 'warehouse', '赵刚'],
  ['tech', 'technician', '李志强'],
  ['lead', 'leader', '刘部长'],
]) {
  const password = `a long password ${stamp}`;
  ids[key] = (
    await act(admin, 'people/create', {
      signInName: `${key}-${stamp}`,
      name,
      roles: [role],
      active: true,
      password,
    })
  ).id;
  tokens[key] = await signIn(`${key}-${stamp}`, password);
}

const today = new Date().toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const product = await act(admin, 'units/createProduct', {
  code: `JN-${stamp}`,
  name: '12 米城市客车',
  productLine: '城市客车',
  active: true,
});
const warehouse = await act(tokens.store, 'stock/saveWarehouse', {
  id: null,
  version: 0,
  code: `W${stamp}`.slice(0, 20),
  name: '主库',
  active: true,
});
const bin = await act(tokens.store, 'stock/createAccount', {
  code: `W${stamp}-01`.slice(0, 30),
  name: '主库 01',
  kind: 'bin',
  warehouseId: warehouse.id,
  personId: null,
  active: true,
});
const holder = await act(tokens.store, 'stock/createAccount', {
  code: `T${stamp}`.slice(0, 30),
  name: '李志强',
  kind: 'technician',
  warehouseId: null,
  personId: ids.tech,
  active: true,
});
const part = await act(tokens.store, 'parts/create', {
  number: `1307010-${stamp}`,
  name: '水泵总成',
  specification: 'YC6J',
  unitOfMeasure: '件',
  makerNumber: '',
  supplier: '玉柴股份',
  modelFit: '',
  category: '底盘',
  componentGroupCode: 'chassis',
  barcode: '',
  minimumQuantity: 0,
  maximumQuantity: 0,
  priceFen: 86000,
  weightGrams: 0,
  oldPartRule: 'required',
  qualityState: 'released',
  active: true,
});
const receipt = await act(tokens.store, 'stock/draftReceipt', {
  purpose: 'purchase',
  supplier: '玉柴股份',
  deliveryNote: '',
  day: today,
  specificationChecked: true,
  quantityChecked: true,
  qualityChecked: true,
  notes: '',
  lines: [{ partId: part.id, accountId: bin.id, quantity: 2000, unitPriceFen: 70000 }],
});
const posted = await act(tokens.store, 'stock/postReceipt', { id: receipt.id, version: receipt.version });
tell('received', { number: posted.number });

const customer = await act(tokens.clerk, 'customers/create', {
  kind: 'firm',
  name: '市第二公交公司 㛃𠮷',
  distanceClass: 'near',
  distanceKm: 38,
  importance: 'important',
  region: '江苏',
  address: '',
  notes: '',
  active: true,
  telephones: [],
  person: { name: '周师傅', position: '车队长', telephones: [{ shown: '138 0133 4410' }] },
});
const unit = await act(tokens.clerk, 'units/create', {
  productId: product.id,
  customerId: customer.id,
  serialNumber: `LZYT${stamp}`.toUpperCase(),
  plate: `苏F·${stamp.slice(-5).toUpperCase()}`,
  engineNumber: '',
  saleDay: `${year - 1}-06-15`,
  deliveryDay: null,
  dealer: '',
  region: '江苏',
  cardReceivedDay: `${year - 1}-06-20`,
  notes: '',
  active: true,
  reading: { day: today, mileageKm: 86400, operatingHours: null },
});
const card = await call(tokens.clerk, 'contacts/caller', { customerId: customer.id });
const contact = await act(tokens.clerk, 'contacts/record', {
  kind: 'call',
  direction: 'in',
  at: Date.now(),
  receivedDay: null,
  senderReference: '',
  telephone: '138 0133 4410',
  callerName: '周师傅',
  customerId: customer.id,
  contactPersonId: customer.contactPersonId,
  unitId: unit.id,
  mileageKm: 86450,
  operatingHours: null,
  category: 'repair',
  faultGroup: 'chassisEngine',
  urgency: 'outOfService',
  summary: '起步后水温高报警',
  newCustomer: null,
  outcome: { kind: 'openCase', ownerId: ids.tech },
});
tell('called', { number: contact.number, caseNumber: contact.caseNumber, unitsOnCard: card.units.length });
const judgement = await act(tokens.clerk, 'warranty/judge', {
  unitId: unit.id,
  componentGroupCode: 'chassis',
  basisDay: today,
  mileageKm: 86450,
  operatingHours: null,
  exclusions: [],
  caseId: contact.caseId,
});
const judged = await call(tokens.clerk, 'warranty/judgement', { id: judgement.id });
tell('judged', { number: judgement.number, verdict: judged.verdict });

const draft = await act(tokens.tech, 'requisitions/draft', {
  purpose: 'warranty',
  caseId: contact.caseId,
  unitId: unit.id,
  holderAccountId: holder.id,
  notes: '',
  lines: [
    { partId: part.id, quantity: 1000, fault: '轴封漏水', judgementId: judgement.id, oldPartRequired: true },
  ],
});
const submitted = await act(tokens.tech, 'requisitions/submit', { id: draft.id, version: draft.version });
const forbidden = await refusalOf(
  act(tokens.tech, 'requisitions/approve', { id: submitted.id, version: submitted.version, reason: '' }),
);
const approved = await act(tokens.lead, 'requisitions/approve', {
  id: submitted.id,
  version: submitted.version,
  reason: '',
});
tell('approved', { number: approved.number, byOneself: forbidden });
const open = await call(tokens.store, 'requisitions/get', { id: approved.id });
const issued = await act(tokens.store, 'requisitions/issue', {
  id: approved.id,
  version: approved.version,
  lines: [{ requisitionLineId: open.lines[0].id, partId: part.id, accountId: bin.id, quantity: 1000 }],
});
tell('issued', { number: issued.issueNumber, tags: issued.oldPartNumbers });

const [replaceable] = await call(tokens.tech, 'reports/replaceable', { caseId: contact.caseId });
const begun = await act(tokens.tech, 'reports/draft', { caseId: contact.caseId });
const early = await refusalOf(
  act(tokens.tech, 'papers/print', { kind: 'service-report', documentId: begun.id, language: 'zh-CN' }),
);
const finishedAt = Date.now() - 60_000;
const written = await act(tokens.tech, 'reports/edit', {
  id: begun.id,
  version: begun.version,
  technicianIds: [ids.tech],
  mileageKm: 86450,
  operatingHours: null,
  arrivedAt: finishedAt - 3_600_000,
  finishedAt,
  symptom: '起步后水温高报警',
  cause: '水泵轴封漏水',
  work: '更换水泵总成,试车正常',
  faultPlaceOpenedBefore: false,
  noPartsReplaced: false,
  feeFen: 0,
  compensation: '',
  satisfaction: null,
  customerRemarks: '',
  lines: [{ partId: part.id, issueLineId: replaceable.issueLineId, quantity: 1000, reason: '轴封漏水' }],
});
const finished = await act(tokens.tech, 'reports/finish', { id: written.id, version: written.version });
const print = await act(tokens.tech, 'papers/print', {
  kind: 'service-report',
  documentId: finished.id,
  language: 'zh-CN',
});
const pdf = await call(tokens.tech, 'papers/printed', { printId: print.printId });
tell('printed', {
  number: finished.number,
  earlier: early,
  ordinal: print.ordinal,
  pdf: new TextDecoder('latin1').decode(pdf.slice(0, 5)),
});

const form = new FormData();
for (const [key, value] of Object.entries({
  operationId: newOperationId(),
  subjectKind: 'report',
  subjectId: finished.id,
  purpose: 'scan',
}))
  form.set(key, value);
form.set('file', new Blob([await readFile(scanFile)], { type: 'image/png' }), 'scan.png');
const scan = await call(tokens.clerk, 'attachments/add', form);
const signed = await act(tokens.clerk, 'reports/sign', {
  id: finished.id,
  version: finished.version,
  signedAt: Date.now(),
  signedBy: '周师傅',
  scanId: scan.id,
  satisfaction: 'satisfied',
  customerRemarks: '',
});
const frozen = await refusalOf(
  act(tokens.tech, 'reports/edit', {
    id: signed.id,
    version: signed.version,
    technicianIds: [ids.tech],
    mileageKm: null,
    operatingHours: null,
    arrivedAt: null,
    finishedAt,
    symptom: 'x',
    cause: 'x',
    work: 'x',
    faultPlaceOpenedBefore: false,
    noPartsReplaced: true,
    feeFen: 0,
    compensation: '',
    satisfaction: null,
    customerRemarks: '',
    lines: [],
  }),
);
const accepted = await act(tokens.lead, 'reports/approve', { id: signed.id, version: signed.version });
tell('signed', { number: signed.number, editAfterwards: frozen });

const held = await call(tokens.store, 'requisitions/get', { id: approved.id });
const clearing = {
  id: held.id,
  version: held.version,
  lines: [
    { kind: 'installed', issueLineId: held.issues[0].lines[0].id, quantity: 1000, reportId: accepted.id },
  ],
};
const withoutOldPart = await refusalOf(act(tokens.store, 'requisitions/clear', clearing));
await act(tokens.store, 'oldParts/receive', { scanned: issued.oldPartNumbers[0], storeAccountId: null });
const clearId = newOperationId();
const cleared = await call(tokens.store, 'requisitions/clear', { operationId: clearId, ...clearing });
const clearedAgain = await call(tokens.store, 'requisitions/clear', { operationId: clearId, ...clearing });
const last = await call(tokens.store, 'requisitions/get', { id: held.id });
tell('cleared', {
  state: last.state,
  withoutOldPart,
  sameAnswer: JSON.stringify(cleared) === JSON.stringify(clearedAgain),
});

const ledger = await call(tokens.store, 'stock/movements', {
  filter: { partId: part.id },
  sort: { by: 'sequence', descending: false },
  limit: 50,
});
const trail = await call(admin, 'audit/list', {
  filter: { subjectKind: 'requisition', subjectId: held.id },
  sort: { by: 'sequence', descending: false },
  limit: 50,
});
tell('books', { movements: ledger.rows.map((row) => row.quantity), acts: trail.rows.map((row) => row.act) });
