import { plainTool } from '#tests/electron/service-host/modules/tools/plain-tool.ts';
import { plainPart, plainReceipt } from '#tests/support/plain-records.ts';
import { registerActs } from './register-acts.ts';
import type { World } from './world.ts';

/** What an act takes when everything in it belongs together; operation id and version are put in. */
export type Inputs = Readonly<Record<string, (world: World, field: string) => object>>;

const policy = {
  name: '2026',
  validFromDay: '2026-01-01',
  scope: [],
  regions: [],
  cardWithinDays: 30,
  replacementTerm: 'restOfTerm',
  terms: [
    {
      componentGroupCode: 'ENG',
      clause: '',
      months: 12,
      mileageKm: null,
      operatingHours: null,
      wearPart: false,
    },
  ],
};
const scan = () => new File(['%PDF-1.7\n%'], 'scan.pdf', { type: 'application/pdf' });
const firm = { name: '售后', department: '', telephone: '', address: '' };

const lineOf = (w: World) => ({
  partId: w['part'],
  quantity: 1000,
  fault: '漏',
  judgementId: w['own.judgement'],
  oldPartRequired: true,
});
const wish = (w: World) => ({
  purpose: 'warranty',
  caseId: w['own.case'],
  unitId: w['own.unit'],
  holderAccountId: w['holder'],
  notes: '',
  lines: [lineOf(w)],
});
const goods = (w: World) => ({
  ...plainReceipt,
  day: '2026-11-01',
  lines: [{ partId: w['part'], accountId: w['bin'], quantity: 1000, unitPriceFen: 1 }],
});

/** The input of every act of the contract that names a record. */
export const inputs: Inputs = {
  ...registerActs,
  'work.cancel': (w) => ({ id: w['nothing'] }),
  'people.edit': (w) => ({
    id: w['person'],
    signInName: 'tech',
    name: '李',
    roles: ['technician'],
    active: true,
  }),
  'people.resetPassword': (w) => ({ id: w['person'], password: 'a long password' }),
  'people.nameDeputy': (w) => ({ deputyId: w['person'], fromDay: '2026-12-01', untilDay: '2026-12-02' }),
  'people.endDeputy': (w) => ({ id: w['deputy'] }),
  'attachments.add': (w) => ({
    subjectKind: 'report',
    subjectId: w['own.draft report'],
    purpose: 'scan',
    file: scan(),
  }),
  'attachments.void': (w) => ({ id: w['own.scan'], reason: '错' }),
  'parts.edit': (w) => ({ id: w['part'], ...plainPart, number: 'P-1' }),
  'parts.setSubstitutes': (w) => ({ id: w['part'], substituteIds: [w['substitute']] }),
  'stock.saveWarehouse': (w) => ({ id: w['warehouse'], code: 'W1', name: '总库', active: true }),
  'stock.createAccount': (w, field) => ({
    code: 'N-1',
    name: 'N-1',
    active: true,
    ...(field === 'personId'
      ? { kind: 'technician', warehouseId: null, personId: w['everything'] }
      : { kind: 'bin', warehouseId: w['warehouse'], personId: null }),
  }),
  'stock.editAccount': (w, field) => ({
    id: w['bin'],
    code: 'A-01',
    name: 'A',
    active: true,
    ...(field === 'personId'
      ? { id: w['unused holder'], code: 'H-9', warehouseId: null, personId: w['everything'] }
      : { warehouseId: w['warehouse'] }),
  }),
  'stock.draftReceipt': goods,
  'stock.editReceipt': (w) => ({ id: w['draft receipt'], ...goods(w) }),
  'stock.postReceipt': (w) => ({ id: w['draft receipt'] }),
  'stock.voidReceipt': (w) => ({ id: w['draft receipt'], reason: '错' }),
  'stock.reverseReceipt': (w) => ({ id: w['receipt to reverse'], reason: '错', writeAnew: false }),
  'warranty.editPolicy': (w) => ({ id: w['draft policy'], ...policy }),
  'warranty.publishPolicy': (w) => ({ id: w['draft policy'] }),
  'requisitions.draft': wish,
  'requisitions.edit': (w) => ({ id: w['own.draft requisition'], ...wish(w) }),
  'requisitions.takeOver': (w) => ({ id: w['own.draft requisition'] }),
  'requisitions.submit': (w) => ({ id: w['own.draft requisition'] }),
  'requisitions.withdraw': (w) => ({ id: w['own.submitted requisition'], reason: '改' }),
  'requisitions.void': (w) => ({ id: w['own.draft requisition'], reason: '错' }),
  'requisitions.approve': (w) => ({ id: w['own.submitted requisition'], reason: '' }),
  'requisitions.reject': (w) => ({ id: w['own.submitted requisition'], reason: '不' }),
  'requisitions.askOverLimit': (w) => ({ id: w['own.submitted requisition'], reason: '急' }),
  'decisions.approve': (w) => ({
    kind: 'requisition.approve',
    id: w['own.submitted requisition'],
    reason: '',
  }),
  'decisions.reject': (w) => ({
    kind: 'requisition.approve',
    id: w['own.submitted requisition'],
    reason: '不',
  }),
  'decisions.sendBack': (w) => ({
    kind: 'requisition.approve',
    id: w['own.submitted requisition'],
    reason: '改',
  }),
  'decisions.approveSeveral': (w) => ({
    decisions: [{ kind: 'requisition.approve', id: w['own.submitted requisition'], version: 1 }],
  }),
  'requisitions.allowOverLimit': (w) => ({ id: w['own.submitted requisition'], reason: '急' }),
  'requisitions.issue': (w) => ({
    id: w['own.approved requisition'],
    lines: [
      {
        requisitionLineId: w['own.line to issue'],
        partId: w['part'],
        accountId: w['bin'],
        quantity: 1000,
      },
    ],
  }),
  'requisitions.closeRest': (w) => ({ id: w['own.approved requisition'], reason: '不要' }),
  'requisitions.clear': (w, field) => ({ id: w['own.issued requisition'], lines: [clearingOf(w, field)] }),
  'oldParts.receive': (w) => ({ scanned: w['own.tag'], storeAccountId: w['account of old parts'] }),
  'oldParts.askWaive': (w) => ({ id: w['own.oldPart'], reason: '烧毁' }),
  'oldParts.waive': (w) => ({ id: w['own.oldPart'], reason: '烧毁' }),
  'duties.waive': (w) => ({ id: w['own.duty'], reason: '不用办' }),
  'duties.pause': (w) => ({ id: w['own.duty'], reason: '等' }),
  'duties.resume': (w) => ({ id: w['own.duty'] }),
  'tools.create': (w) => ({ ...plainTool, keeperId: w['person'] }),
  'tools.edit': (w) => {
    const { lastCheckDay: _, ...fields } = plainTool;
    return { id: w['tool'], ...fields, number: 'NLBS-1', keeperId: w['person'] };
  },
  'tools.lend': (w) => ({
    id: w['tool'],
    personId: w['person'],
    caseId: w['own.case'],
    dueBackDay: '2026-12-31',
    notes: '',
  }),
  'tools.takeBack': (w) => ({ id: w['lent tool'], isDamaged: false, remark: '' }),
  'tools.markChecked': (w) => ({ id: w['tool'], day: '2026-11-01', checkResult: 'ok', remark: '' }),
  'tools.askLose': (w) => ({ id: w['tool'], reason: '丢', chargeFen: null }),
  'tools.lose': (w) => ({ id: w['tool'], reason: '丢', chargeFen: null }),
  'tools.putBack': (w) => ({ id: w['lost tool'], reason: '找到' }),
  'tools.retire': (w) => ({ id: w['tool'], reason: '磨损' }),
  'papers.print': (w) => ({
    kind: 'requisition',
    documentId: w['own.approved requisition'],
    language: 'zh-CN',
  }),
  'settings.saveFirm': (w) => ({ version: 0, values: { ...firm, logoAttachmentId: w['logo'] } }),
};

function clearingOf(w: World, field: string) {
  const line = { issueLineId: w['own.issueLine'], quantity: 1000 };
  if (field.includes('returned')) return { kind: 'returned', ...line, accountId: w['bin'] };
  if (field.includes('lost')) return { kind: 'lost', ...line, reason: '丢', chargeFen: 0 };
  return { kind: 'installed', ...line, reportId: w['own.approved report'] };
}
