import { z } from 'zod';
import { categories, contactDirections, contactKinds, faultGroups, urgencies } from '../domain/states.ts';
import { contactStates } from '../nouns/contact.card.ts';
import { stayingKinds } from '../domain/made-records.ts';
import { warrantyLights } from '../domain/warranty-light.ts';
import { contactPersonRow } from './customers.contract.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, savedDocument } from './procedures.ts';

const contactFields = {
  kind: z.enum(contactKinds),
  direction: z.enum(contactDirections),
  at: field.moment(),
  receivedDay: field.day().nullable(),
  senderReference: field.line(60),
  telephone: field.telephone(),
  callerName: field.line(40),
  customerId: field.id('customer').nullable(),
  contactPersonId: field.id('contactPerson').nullable(),
  unitId: field.id('unit').nullable(),
  mileageKm: field.kilometres().nullable(),
  operatingHours: field.operatingHours().nullable(),
  category: z.enum(categories),
  faultGroup: z.enum(faultGroups).nullable(),
  urgency: z.enum(urgencies),
  summary: field.prose(4000),
};

/** A unit that is in no file yet: its model and what it is found by. Left out, there is none. */
const newUnit = z
  .strictObject({
    productId: field.id('product'),
    plate: field.line(20),
    /** Serial number or VIN. */
    serialNumber: field.line(40),
  })
  .refine(({ plate, serialNumber }) => plate !== '' || serialNumber !== '', {
    path: ['plate'],
    params: { code: 'required' },
  })
  .nullable()
  .default(null);

/** An unknown caller, who becomes a customer under this name. */
const newCustomer = z.strictObject({ name: field.requiredLine(80) }).nullable();

/** Set when the caller is none of the customers that have the number. */
const unknownCaller = z.boolean().optional();

/** What becomes of a contact: it answers itself, waits to be clarified, joins a case, or opens one. */
const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), answer: field.prose(4000) }),
  z.strictObject({ kind: z.literal('toBeClarified'), nextCallAt: field.moment().nullable() }),
  z.strictObject({ kind: z.literal('joinCase'), caseId: field.id('case') }),
  z.strictObject({ kind: z.literal('openCase'), ownerId: field.id('person').nullable() }),
]);

export const contactRow = z.object({
  id: field.id('contact'),
  number: z.string(),
  kind: z.enum(contactKinds),
  direction: z.enum(contactDirections),
  state: z.enum(contactStates),
  at: z.number(),
  telephone: z.string(),
  callerName: z.string(),
  customerId: field.id('customer').nullable(),
  customerName: z.string(),
  unitPlate: z.string(),
  category: z.enum(categories),
  urgency: z.enum(urgencies),
  summary: z.string(),
  caseId: field.id('case').nullable(),
  caseNumber: z.string(),
  nextCallAt: z.number().nullable(),
  personName: z.string(),
  answer: z.string(),
  senderReference: z.string(),
  receivedDay: z.string().nullable(),
  voidReason: z.string(),
});

/** A row of the register. */
export type ContactRow = z.infer<typeof contactRow>;

export const contactDetail = z.object({
  id: field.id('contact'),
  number: z.string(),
  state: z.enum(contactStates),
  ...contactFields,
  answer: z.string(),
  nextCallAt: z.number().nullable(),
  caseId: field.id('case').nullable(),
  caseNumber: z.string(),
  customerName: z.string(),
  contactPersonName: z.string(),
  unitName: z.string(),
  voidReason: z.string(),
  personName: z.string(),
  version: z.number(),
});

export const openCaseRow = z.object({
  id: field.id('case'),
  number: z.string(),
  state: z.string(),
  symptom: z.string(),
  openedAt: z.number(),
  ownerName: z.string(),
  unitId: field.id('unit').nullable(),
  unitPlate: z.string(),
});
/** Everything the clerk wants to see while the telephone rings. */
export const callerCard = z.object({
  customer: z
    .object({
      id: field.id('customer'),
      name: z.string(),
      importance: z.string(),
      distanceClass: z.string(),
      distanceKm: z.number().nullable(),
      address: z.string(),
      notes: z.string(),
      unitCount: z.number(),
      openCaseCount: z.number(),
    })
    .nullable(),
  person: contactPersonRow.nullable(),
  /** Several customers have the number and none was named: nobody is taken before one is chosen. */
  needsChoice: z.boolean(),
  /** Other customers that have the number too, the likeliest first. */
  sameNumber: z.array(z.object({ id: field.id('customer'), name: z.string() })),
  units: z.array(
    z.object({
      id: field.id('unit'),
      plate: z.string(),
      serialNumber: z.string(),
      productCode: z.string(),
      saleDay: z.string().nullable(),
      mileageKm: z.number().nullable(),
      mileageDay: z.string().nullable(),
      verdict: z.enum(warrantyLights),
    }),
  ),
  openCases: z.array(openCaseRow),
  lastContacts: z.array(
    z.object({
      id: field.id('contact'),
      number: z.string(),
      at: z.number(),
      kind: z.string(),
      state: z.enum(contactStates),
      summary: z.string(),
      personName: z.string(),
    }),
  ),
  /** Calls promised and not yet made. */
  promised: z.array(
    z.object({
      contactId: field.id('contact'),
      number: z.string(),
      summary: z.string(),
      nextCallAt: z.number(),
    }),
  ),
});

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    kinds: z.array(z.enum(contactKinds)).max(6).optional(),
    states: z.array(z.enum(contactStates)).max(4).optional(),
    fromDay: field.day().optional(),
    untilDay: field.day().optional(),
    customerId: field.id('customer').optional(),
    unitId: field.id('unit').optional(),
  }),
  ['at'],
);

/** The register of calls and letters. */
export const contactsContract = {
  list: question('contacts.view').input(listed.page).output(pageOf(contactRow)),
  get: question('contacts.view')
    .input(z.strictObject({ id: field.id('contact') }))
    .output(contactDetail),
  /** Who is calling: by telephone number, or by customer or unit once it is picked. */
  caller: question('contacts.view')
    .input(
      z.strictObject({
        telephone: field.telephone().optional(),
        customerId: field.id('customer').optional(),
        unitId: field.id('unit').optional(),
      }),
    )
    .output(callerCard),
  /** Open cases of the same unit or number, shown before a second one is opened. */
  likelyDuplicates: question('contacts.view')
    .input(
      z.strictObject({
        telephone: field.telephone(),
        customerId: field.id('customer').nullable(),
        unitId: field.id('unit').nullable(),
      }),
    )
    .output(z.array(openCaseRow)),
  /**
   * Records a call or letter and what becomes of it. A case can only be opened for a known customer, and with a summary;
   * `newCustomer` makes one with two fields. `newUnit` opens the file of a unit of the customer in place of `unitId`, for
   * whoever holds units.edit; the reading told is its first.
   */
  record: act('contacts.record')
    .input(
      actInput({
        ...contactFields,
        /** Set when the counter was replaced and really shows less. */ counterReplaced: z
          .boolean()
          .optional(),
        readingConfirmed: field.readingConfirmed(),
        unknownCaller,
        newCustomer,
        newUnit,
        outcome,
      }),
    )
    .output(
      z.object({
        id: field.id('contact'),
        number: z.string(),
        version: z.number(),
        caseId: field.id('case').nullable(),
        caseNumber: z.string().nullable(),
        customerId: field.id('customer').nullable(),
      }),
    ),
  /** Clears up a contact that was held; `newCustomer` and `newUnit` as for `record`. */
  clarify: act('contacts.record')
    .input(
      editInput({
        customerId: field.id('customer').nullable(),
        unitId: field.id('unit').nullable(),
        newCustomer: newCustomer.default(null),
        newUnit,
        /** Set when the counter was replaced and really shows less. */ counterReplaced: z
          .boolean()
          .optional(),
        readingConfirmed: field.readingConfirmed(),
        unknownCaller,
        summary: field.prose(4000),
        outcome,
      }),
    )
    .output(z.object({ id: field.id('contact'), version: z.number(), caseId: field.id('case').nullable() })),
  void: act('contacts.void')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(
      savedDocument.extend({
        /** Readings that were voided with it. */
        readingCount: z.number(),
        /** Telephone numbers that were learnt by it and are forgotten. */
        telephones: z.array(z.string()),
        /** Records that came into the books by it and stay. */
        stays: z.array(z.object({ kind: z.enum(stayingKinds), id: field.id(), name: z.string() })),
      }),
    ),
  exportList: question('contacts.view').input(listed.file).output(field.sheet()),
};
