import type { Inputs } from './acts.ts';
import { emptyReport, plainCall, plainCustomer, plainUnit } from '#tests/support/plain-records.ts';

const today = '2026-11-01';
const counters = { mileageKm: null, operatingHours: null };
const person = { name: '王师傅', position: '', notes: '', active: true, telephones: [] };
const component = {
  componentGroupCode: 'ENG',
  name: '空调',
  serialNumber: '',
  supplier: '',
  installedDay: null,
  removedDay: null,
  warrantyUntilDay: null,
};
const problem = { category: 'repair', faultGroup: null, urgency: 'limping', symptom: '漏水' };

/** What the acts of the register take: customers, units, calls, cases, judgements, reports. */
export const registerActs: Inputs = {
  'customers.edit': (w) => ({ id: w['own.customer'], ...plainCustomer, name: '新名', telephones: [] }),
  'customers.addPerson': (w) => ({ customerId: w['own.customer'], ...person }),
  'customers.editPerson': (w) => ({ id: w['own.contactPerson'], ...person }),
  'units.editProduct': (w) => ({ id: w['product'], code: 'M', name: '客车', productLine: '', active: true }),
  'units.create': (w) => ({
    productId: w['product'],
    customerId: w['own.customer'],
    ...plainUnit,
    plate: '粤C·1',
    serialNumber: '',
    reading: null,
  }),
  'units.edit': (w) => ({
    id: w['own.unit'],
    productId: w['product'],
    customerId: w['own.customer'],
    ...plainUnit,
    plate: '粤C·1',
    serialNumber: '',
  }),
  'units.addReading': (w) => ({
    unitId: w['own.unit'],
    day: today,
    mileageKm: 20_500,
    operatingHours: null,
    counterReplaced: false,
    readingConfirmed: true,
  }),
  'units.voidReading': (w) => ({ id: w['own.reading'], reason: '错' }),
  'units.saveComponent': (w) => ({ unitId: w['own.unit'], id: w['own.component'], ...component }),
  'warranty.judge': (w) => ({
    unitId: w['own.unit'],
    caseId: w['own.case'],
    componentGroupCode: 'ENG',
    basisDay: today,
    exclusions: [],
    ...counters,
  }),
  'warranty.overrule': (w) => ({
    id: w['own.judgement'],
    overruledVerdict: 'covered',
    overruleReason: '商定',
  }),
  'contacts.record': (w, field) => ({
    ...plainCall,
    at: 0,
    counterReplaced: false,
    callerName: '',
    customerId: w['own.customer'],
    contactPersonId: w['own.contactPerson'],
    ...unitOf(w, field),
    summary: '漏水',
    outcome: outcomeOf(w, field),
  }),
  'contacts.clarify': (w, field) => ({
    id: w['own.contact'],
    customerId: w['own.customer'],
    ...unitOf(w, field),
    newCustomer: null,
    summary: '漏水',
    outcome: outcomeOf(w, field),
  }),
  'contacts.void': (w) => ({ id: w['own.contact'], reason: '错' }),
  'cases.edit': (w) => ({
    id: w['own.case'],
    contactPersonId: w['own.contactPerson'],
    unitId: w['own.unit'],
    ...problem,
    ownerId: w['person'],
    documentsKept: true,
  }),
  'cases.move': (w) => ({ id: w['own.case'], state: 'inService', reason: '再去' }),
  'cases.note': (w) => ({ caseId: w['own.case'], text: '记' }),
  'reports.draft': (w) => ({ caseId: w['own.case'] }),
  'reports.takeOver': (w) => ({ id: w['own.draft report'] }),
  'reports.edit': (w) => ({
    id: w['own.draft report'],
    ...emptyReport,
    technicianIds: [w['person']],
    lines: [{ partId: w['part'], issueLineId: w['own.issueLine'], quantity: 1000, reason: '' }],
  }),
  'reports.finish': (w) => ({ id: w['own.report to finish'] }),
  'reports.reopen': (w) => ({ id: w['own.finished report'], reason: '错' }),
  'reports.sign': (w) => ({
    id: w['own.finished report'],
    signedAt: 0,
    signedBy: '周',
    scanId: w['own.scan'],
    satisfaction: null,
    customerRemarks: '',
  }),
  'reports.approve': (w) => ({ id: w['own.signed report'] }),
  'reports.file': (w) => ({ id: w['own.approved report'] }),
  'reports.void': (w) => ({ id: w['own.draft report'], reason: '错' }),
  'reports.addSupplement': (w) => ({ reportId: w['own.approved report'], text: '补' }),
  'reports.decideSupplement': (w) => ({ id: w['own.supplement'], approved: true, reason: '' }),
};

/** A new unit stands in the place of a known one, and belongs to no case that has its own. */
function unitOf(w: Parameters<Inputs[string]>[0], field: string) {
  const newUnit = { productId: w['product'], plate: '粤D·1', serialNumber: '' };
  return field.startsWith('newUnit') ? { unitId: null, newUnit } : { unitId: w['own.unit'], newUnit: null };
}

function outcomeOf(w: Parameters<Inputs[string]>[0], field: string) {
  if (field.includes('joinCase')) return { kind: 'joinCase', caseId: w['own.case'] };
  if (field.includes('openCase')) return { kind: 'openCase', ownerId: w['person'] };
  return { kind: 'answered', answer: '' };
}
