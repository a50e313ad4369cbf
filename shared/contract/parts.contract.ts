import { z } from 'zod';
import type { partFields } from '../domain/record-fields.ts';
import { oldPartRules, partQualityStates } from '../domain/states.ts';
import * as field from './fields.ts';
import { foundRows, listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, saved } from './procedures.ts';

const fields = {
  number: field.requiredLine(40),
  name: field.requiredLine(80),
  specification: field.line(80),
  unitOfMeasure: field.requiredLine(10),
  makerNumber: field.line(40),
  supplier: field.line(80),
  modelFit: field.line(120),
  category: field.line(40),
  componentGroupCode: field.line(20),
  barcode: field.line(60),
  minimumQuantity: field.quantityOrZero(),
  maximumQuantity: field.quantityOrZero(),
  priceFen: field.fen(),
  weightGrams: field.count(100_000_000),
  oldPartRule: z.enum(oldPartRules),
  qualityState: z.enum(partQualityStates),
  active: z.boolean(),
} satisfies Record<(typeof partFields)[number], z.ZodType>;

export const partRow = z.object({
  id: field.id('part'),
  number: z.string(),
  name: z.string(),
  specification: z.string(),
  unitOfMeasure: z.string(),
  modelFit: z.string(),
  category: z.string(),
  supplier: z.string(),
  bins: z.array(z.string()).readonly(),
  /** In bins; of those not promised to approved requisitions; with technicians, stations and shipments. */
  onHandQuantity: z.number(),
  availableQuantity: z.number(),
  outsideQuantity: z.number(),
  minimumQuantity: z.number(),
  priceFen: z.number(),
  averageCostFen: z.number(),
  oldPartRule: z.enum(oldPartRules),
  qualityState: z.enum(partQualityStates),
  active: z.boolean(),
  createdAt: z.number(),
});

/** A row of the catalogue. */
export type PartRow = z.infer<typeof partRow>;

export const partDetail = z.object({
  id: field.id('part'),
  ...fields,
  version: z.number(),
  createdAt: z.number(),
  onHandQuantity: z.number(),
  availableQuantity: z.number(),
  averageCostFen: z.number(),
  monthlyConsumptionQuantity: z.number(),
  substitutes: z.array(
    z.object({
      partId: field.id('part'),
      number: z.string(),
      name: z.string(),
      availableQuantity: z.number(),
    }),
  ),
  accounts: z.array(
    z.object({
      accountId: field.id('stockAccount'),
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      quantity: z.number(),
      valueFen: z.number(),
    }),
  ),
});

/** A part as a line of a document needs to know it. */
export const partForLine = z.object({
  id: field.id('part'),
  number: z.string(),
  name: z.string(),
  specification: z.string(),
  unitOfMeasure: z.string(),
  priceFen: z.number(),
  availableQuantity: z.number(),
  oldPartRule: z.enum(oldPartRules),
  componentGroupCode: z.string(),
  barcode: z.string(),
  bins: z.array(z.string()).readonly(),
});

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    category: field.line(40).optional(),
    belowMinimum: z.boolean().optional(),
    active: z.boolean().optional(),
    warehouseId: field.id('warehouse').optional(),
  }),
  ['number', 'name', 'category', 'createdAt'],
);

/** The spare-parts catalogue. */
export const partsContract = {
  list: question('parts.view').input(listed.page).output(pageOf(partRow)),
  get: question('parts.view')
    .input(z.strictObject({ id: field.id('part') }))
    .output(partDetail),
  /** Finds parts for a line of a document: by number, barcode, name, pinyin. An exact number or barcode comes first. */
  find: question('parts.view')
    .input(z.strictObject({ text: field.line(60) }))
    .output(foundRows(partForLine)),
  create: act('parts.edit').input(actInput(fields)).output(saved),
  edit: act('parts.edit').input(editInput(fields)).output(saved),
  /** Which parts may be given in place of this one, best first; `id` and `version` are those of the part. */
  setSubstitutes: act('parts.edit')
    .input(editInput({ substituteIds: z.array(field.id('part')).max(20) }))
    .output(saved),
  categories: question('parts.view').output(z.array(z.string())),
  /** How many parts are in use, and what all of them are worth inside the house. */
  overview: question('parts.view').output(z.object({ partCount: z.number(), valueFen: z.number() })),
  exportList: question('parts.view').input(listed.file).output(field.sheet()),
};
