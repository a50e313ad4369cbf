import { z } from 'zod';
import type { unitFields } from '../domain/record-fields.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, saved } from './procedures.ts';

const productFields = {
  code: field.requiredLine(40),
  name: field.requiredLine(80),
  productLine: field.line(40),
  active: z.boolean(),
};
export const productRow = z.object({
  id: field.id('product'),
  ...productFields,
  version: z.number(),
  findable: field.findable(),
});

const fields = {
  productId: field.id('product'),
  customerId: field.id('customer'),
  /** Serial number or VIN. */
  serialNumber: field.line(40),
  plate: field.line(20),
  engineNumber: field.line(40),
  saleDay: field.day().nullable(),
  deliveryDay: field.day().nullable(),
  dealer: field.line(80),
  region: field.line(60),
  cardReceivedDay: field.day().nullable(),
  notes: field.prose(2000),
  active: z.boolean(),
} satisfies Record<(typeof unitFields)[number], z.ZodType>;

const reading = {
  day: field.day(),
  mileageKm: field.kilometres().nullable(),
  operatingHours: field.operatingHours().nullable(),
};
const component = {
  componentGroupCode: field.line(20),
  name: field.requiredLine(80),
  serialNumber: field.line(40),
  supplier: field.line(80),
  installedDay: field.day().nullable(),
  removedDay: field.day().nullable(),
  warrantyUntilDay: field.day().nullable(),
};

export const unitRow = z.object({
  id: field.id('unit'),
  /** What the unit is called: its plate, else the first of its numbers there is. */
  name: z.string(),
  productCode: z.string(),
  productName: z.string(),
  productLine: z.string(),
  customerId: field.id('customer'),
  customerName: z.string(),
  serialNumber: z.string(),
  plate: z.string(),
  engineNumber: z.string(),
  region: z.string(),
  saleDay: z.string().nullable(),
  cardReceivedDay: z.string().nullable(),
  /** When a counter was read last, and what each of them showed last. */
  readingDay: z.string().nullable(),
  mileageKm: z.number().nullable(),
  operatingHours: z.number().nullable(),
  openCaseCount: z.number(),
  active: z.boolean(),
  createdAt: z.number(),
});

/** A row of the list of units. */
export type UnitRow = z.infer<typeof unitRow>;

export const unitDetail = z.object({
  id: field.id('unit'),
  ...fields,
  version: z.number(),
  createdAt: z.number(),
  productCode: z.string(),
  productName: z.string(),
  productLine: z.string(),
  customerName: z.string(),
  readings: z.array(
    z.object({
      id: field.id('reading'),
      ...reading,
      source: z.string(),
      recordedAt: z.number(),
      counterReplaced: z.boolean(),
      /** Null for a reading in force. */
      voidedAt: z.number().nullable(),
      voidReason: z.string(),
    }),
  ),
  components: z.array(z.object({ id: field.id('component'), version: z.number(), ...component })),
  /** Services so far, newest first: cases of the unit with what was replaced. */
  history: z.array(
    z.object({
      caseId: field.id('case'),
      caseNumber: z.string(),
      openedAt: z.number(),
      symptom: z.string(),
      state: z.string(),
      replacedParts: z.array(z.string()),
      reportNumber: z.string().nullable(),
      reportState: z.string().nullable(),
    }),
  ),
});

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    customerId: field.id('customer').optional(),
    productId: field.id('product').optional(),
    active: z.boolean().optional(),
  }),
  ['createdAt', 'saleDay'],
);

/** Product models, and the delivered pieces. */
export const unitsContract = {
  products: question('units.view').output(z.array(productRow)),
  createProduct: act('units.edit').input(actInput(productFields)).output(saved),
  editProduct: act('units.edit').input(editInput(productFields)).output(saved),
  list: question('units.view').input(listed.page).output(pageOf(unitRow)),
  get: question('units.view')
    .input(z.strictObject({ id: field.id('unit') }))
    .output(unitDetail),
  create: act('units.edit')
    .input(
      actInput({
        ...fields,
        reading: z.strictObject(reading).nullable(),
        readingConfirmed: field.readingConfirmed(),
      }),
    )
    .output(saved),
  edit: act('units.edit').input(editInput(fields)).output(saved),
  addReading: act('units.edit')
    .input(
      actInput({
        unitId: field.id('unit'),
        ...reading,
        /** Set when the counter was replaced and really shows less. */ counterReplaced: z.boolean(),
        readingConfirmed: field.readingConfirmed(),
      }),
    )
    .output(z.object({ id: field.id('reading') })),
  /** Takes a wrong reading out of every calculation; it stays visible with the reason. */
  voidReading: act('units.edit')
    .input(actInput({ id: field.id('reading'), reason: field.requiredProse(400) }))
    .output(z.object({ id: field.id('reading') })),
  /** Adds a component (`id` null, version 0) or changes one. */
  saveComponent: act('units.edit')
    .input(
      actInput({
        unitId: field.id('unit'),
        id: field.id('component').nullable(),
        version: field.versionOrZero(),
        ...component,
      }),
    )
    .output(z.object({ id: field.id('component'), version: z.number() })),
  exportList: question('units.view').input(listed.file).output(field.sheet()),
};
