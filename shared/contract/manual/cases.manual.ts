import type { casesContract } from '../cases.contract.ts';
import type { contactsContract } from '../contacts.contract.ts';
import type { warrantyContract } from '../warranty.contract.ts';
import { editing, firstPage, idOf, type ManualOf } from './manual.ts';

const judgedOn = {
  unitId: idOf('unit'),
  componentGroupCode: 'chassis',
  basisDay: '2026-10-30',
  mileageKm: 999_100,
  operatingHours: null,
  exclusions: [],
  caseId: null,
};
const policy = {
  name: '客车三包规定（示例）',
  validFromDay: '2027-01-01',
  scope: ['城市客车'],
  regions: [],
  cardWithinDays: 30,
  replacementTerm: 'restOfTerm' as const,
  terms: [
    {
      componentGroupCode: 'chassis',
      clause: '3.1',
      months: 24,
      mileageKm: 100_000,
      operatingHours: null,
      wearPart: false,
    },
  ],
};

export const contactsManual = {
  list: {
    summary: 'Calls and letters, a page at a time.',
    example: { filter: { kinds: ['call'] }, ...firstPage('at') },
  },
  get: { summary: 'One call or letter.', example: { id: idOf('contact') } },
  caller: {
    summary: 'Everything about a caller, by telephone number, customer or unit.',
    example: { telephone: '13800001234' },
  },
  likelyDuplicates: {
    summary: 'Open cases of the same unit or number, to be looked at before another is opened.',
    example: { telephone: '13800001234', customerId: null, unitId: null },
  },
  record: {
    summary:
      'Records a call or letter and what becomes of it: answered, held, joined to a case, or a new case.',
    example: {
      kind: 'call',
      direction: 'in',
      at: 1_793_490_000_000,
      receivedDay: null,
      senderReference: '',
      telephone: '13800001234',
      callerName: '陈建国',
      customerId: idOf('customer'),
      contactPersonId: null,
      unitId: null,
      mileageKm: null,
      operatingHours: null,
      category: 'enquiry',
      faultGroup: null,
      urgency: 'notUrgent',
      summary: '询问首次保养里程',
      newCustomer: null,
      outcome: { kind: 'answered', answer: '5,000 km 或三个月，先到为准' },
    },
    gives: 'contact',
  },
  clarify: {
    summary: 'Clears up a call or letter that was held.',
    example: {
      ...editing('contact'),
      customerId: null,
      unitId: null,
      summary: '询问首次保养里程',
      outcome: { kind: 'answered', answer: '已回电说明' },
    },
  },
  void: {
    summary: 'Voids a call or letter, with a reason.',
    example: { ...editing('contact'), reason: '重复登记' },
  },
  exportList: {
    summary: 'The register of calls and letters as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { fromDay: '2026-01-01', untilDay: '2026-12-31' },
      sort: { by: 'at', descending: false },
      columns: ['at', 'number', 'kind', 'customerName', 'summary'],
    },
  },
} as const satisfies ManualOf<typeof contactsContract>;

export const casesManual = {
  list: { summary: 'Cases, a page at a time.', example: { filter: {}, ...firstPage('openedAt') } },
  get: { summary: 'One case with its events, documents and steps.', example: { id: idOf('case') } },
  edit: {
    summary: 'Changes what a case is about and who looks after it.',
    example: {
      ...editing('case'),
      contactPersonId: null,
      unitId: idOf('unit'),
      category: 'repair',
      faultGroup: 'chassisEngine',
      urgency: 'limping',
      symptom: '水温高报警',
      ownerId: null,
    },
  },
  move: {
    summary: 'Moves a case on to another state.',
    example: { ...editing('case'), state: 'inService', reason: '' },
  },
  note: {
    summary: 'Adds a note to a case.',
    example: { caseId: idOf('case'), text: '已与用户约定上门时间' },
  },
  exportList: {
    summary: 'The list of cases as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { states: ['inService'] },
      sort: { by: 'openedAt', descending: true },
      columns: ['number', 'state', 'customerName', 'symptom'],
    },
  },
} as const satisfies ManualOf<typeof casesContract>;

export const warrantyManual = {
  groups: { summary: 'The component groups in their order.', example: {} },
  saveGroups: {
    summary: 'Saves the component groups and their order.',
    example: { version: 0, groups: [{ code: 'chassis', name: '底盘', nameEn: 'Chassis' }] },
  },
  policies: { summary: 'All warranty policies with their terms.', example: {} },
  draftPolicy: { summary: 'Drafts a warranty policy.', example: policy, gives: 'warrantyPolicy' },
  editPolicy: {
    summary: 'Changes a draft of a policy.',
    example: { ...editing('warrantyPolicy'), ...policy },
  },
  publishingEffect: {
    summary: 'What the publishing of a policy would change: how many units, and which groups.',
    example: { id: idOf('warrantyPolicy') },
  },
  publishPolicy: {
    summary: 'Publishes a policy; from then on it never changes.',
    example: editing('warrantyPolicy'),
  },
  preview: {
    summary: 'What a judgement would say for every component group of a unit; kept nowhere.',
    example: { unitId: idOf('unit'), day: '2026-10-30', mileageKm: null, operatingHours: null },
  },
  judge: {
    summary: 'Judges whether a unit is under warranty, and keeps it.',
    example: judgedOn,
    gives: 'judgement',
  },
  overrule: {
    summary: 'Overrules a judgement, with a reason.',
    example: { ...editing('judgement'), overruledVerdict: 'covered', overruleReason: '批次问题，照顾处理' },
  },
  judgements: { summary: 'The judgements of a unit or a case.', example: { unitId: idOf('unit') } },
  judgement: { summary: 'One judgement.', example: { id: idOf('judgement') } },
} as const satisfies ManualOf<typeof warrantyContract>;
