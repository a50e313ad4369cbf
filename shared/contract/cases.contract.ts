import { z } from 'zod';
import { caseEventKinds } from '../domain/case-events.ts';
import { categories, clearingKinds, faultGroups, urgencies } from '../domain/states.ts';
import { caseStates } from '../nouns/case.card.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, saved } from './procedures.ts';

export const caseRow = z.object({
  id: field.id('case'),
  number: z.string(),
  state: z.enum(caseStates),
  customerName: z.string(),
  unitPlate: z.string(),
  productCode: z.string(),
  category: z.enum(categories),
  faultGroup: z.enum(faultGroups).nullable(),
  urgency: z.enum(urgencies),
  symptom: z.string(),
  ownerName: z.string(),
  openedAt: z.number(),
  closedAt: z.number().nullable(),
});

/** A row of the list of cases. */
export type CaseRow = z.infer<typeof caseRow>;

export const caseEventRow = z.object({
  id: field.id('caseEvent'),
  at: z.number(),
  kind: z.enum(caseEventKinds),
  text: z.string(),
  documentKind: z.string(),
  documentId: z.string().nullable(),
  documentNumber: z.string(),
  personName: z.string(),
  /** Who took the parts of an issue. */
  holderName: z.string(),
  /** What an issue, a clearing, an old part that came back were about. */
  parts: z.array(
    z.object({
      partName: z.string(),
      quantity: z.number(),
      unitOfMeasure: z.string(),
      clearingKind: z.enum(clearingKinds).nullable(),
      chargeFen: z.number(),
    }),
  ),
});

export const caseDetail = z.object({
  id: field.id('case'),
  number: z.string(),
  state: z.enum(caseStates),
  customerId: field.id('customer'),
  customerName: z.string(),
  contactPersonId: field.id('contactPerson').nullable(),
  contactPersonName: z.string(),
  telephone: z.string(),
  unit: z
    .object({
      id: field.id('unit'),
      plate: z.string(),
      serialNumber: z.string(),
      productCode: z.string(),
      saleDay: z.string().nullable(),
      cardReceivedDay: z.string().nullable(),
      mileageKm: z.number().nullable(),
    })
    .nullable(),
  category: z.enum(categories),
  faultGroup: z.enum(faultGroups).nullable(),
  urgency: z.enum(urgencies),
  symptom: z.string(),
  ownerId: field.id('person').nullable(),
  ownerName: z.string(),
  openedAt: z.number(),
  resolvedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  version: z.number(),
  events: z.array(caseEventRow),
  documents: z.array(
    z.object({ kind: z.string(), id: z.string(), number: z.string(), state: z.string(), at: z.number() }),
  ),
  /** The steps of the main job and how far each is. */
  steps: z.array(
    z.object({
      step: z.enum([
        'registered',
        'judged',
        'requisition',
        'onSite',
        'report',
        'oldParts',
        'cleared',
        'closed',
      ]),
      state: z.enum(['done', 'current', 'open', 'notNeeded']),
      detail: z.string(),
      at: z.number().nullable(),
    }),
  ),
});

const unitDocument = z.object({
  kind: z.enum(['requisition', 'report', 'judgement']),
  id: z.string(),
  number: z.string(),
});

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    states: z.array(z.enum(caseStates)).max(11).optional(),
    ownerId: field.id('person').optional(),
    /** Cases of nobody, or of somebody set inactive. */
    withoutOwner: z.boolean().optional(),
    customerId: field.id('customer').optional(),
    unitId: field.id('unit').optional(),
  }),
  ['openedAt'],
);

/** One problem of one customer, from first contact to confirmed closing. */
export const casesContract = {
  list: question('cases.view').input(listed.page).output(pageOf(caseRow)),
  get: question('cases.view')
    .input(z.strictObject({ id: field.id('case') }))
    .output(caseDetail),
  /**
   * Drafts of the case follow it to another unit. Refuses UNIT_IN_DOCUMENTS when something submitted, finished or judged
   * names the unit it had, unless `documentsKept` says that this is known.
   */
  edit: act('cases.edit')
    .input(
      editInput({
        contactPersonId: field.id('contactPerson').nullable(),
        unitId: field.id('unit').nullable(),
        category: z.enum(categories),
        faultGroup: z.enum(faultGroups).nullable(),
        urgency: z.enum(urgencies),
        symptom: field.requiredProse(4000),
        ownerId: field.id('person').nullable(),
        documentsKept: z.boolean().optional(),
      }),
    )
    .output(
      saved.extend({
        /** Drafts that are about the unit of the case now, and documents that name another and stay so. */
        followed: z.array(unitDocument),
        kept: z.array(unitDocument),
      }),
    ),
  /** Moves the case on. Closing wants it resolved first and nothing uncleared; void wants a reason. */
  move: act('cases.edit')
    .input(editInput({ state: z.enum(caseStates), reason: field.prose(400) }))
    .output(saved),
  note: act('cases.edit')
    .input(actInput({ caseId: field.id('case'), text: field.requiredProse(4000) }))
    .output(z.object({ id: field.id('caseEvent') })),
  exportList: question('cases.view').input(listed.file).output(field.sheet()),
};
