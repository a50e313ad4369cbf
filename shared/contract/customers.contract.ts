import { z } from 'zod';
import { customerKinds, distanceClasses, importances } from '../domain/states.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, saved } from './procedures.ts';

const customerFields = {
  kind: z.enum(customerKinds),
  name: field.requiredLine(80),
  distanceClass: z.enum(distanceClasses),
  distanceKm: field.count(40_000).nullable(),
  importance: z.enum(importances),
  region: field.line(60),
  address: field.line(200),
  notes: field.prose(2000),
  active: z.boolean(),
};
const personFields = {
  name: field.requiredLine(40),
  position: field.line(40),
  notes: field.prose(400),
  active: z.boolean(),
};
const telephones = z.array(z.strictObject({ shown: field.telephone() })).max(20);

export const customerRow = z.object({
  id: field.id('customer'),
  kind: z.enum(customerKinds),
  name: z.string(),
  region: z.string(),
  distanceClass: z.enum(distanceClasses),
  distanceKm: z.number().nullable(),
  importance: z.enum(importances),
  telephones: z.array(z.string()),
  unitCount: z.number(),
  openCaseCount: z.number(),
  address: z.string(),
  notes: z.string(),
  active: z.boolean(),
  createdAt: z.number(),
});

/** A row of the list of customers. */
export type CustomerRow = z.infer<typeof customerRow>;

export const contactPersonRow = z.object({
  id: field.id('contactPerson'),
  name: z.string(),
  position: z.string(),
  notes: z.string(),
  active: z.boolean(),
  version: z.number(),
  telephones: z.array(z.string()),
});

export const customerDetail = z.object({
  id: field.id('customer'),
  ...customerFields,
  createdAt: z.number(),
  version: z.number(),
  telephones: z.array(z.string()),
  persons: z.array(contactPersonRow.extend({ findable: field.findable() })),
});

const listed = listOf(z.strictObject({ text: field.line(60).optional(), active: z.boolean().optional() }), [
  'name',
  'createdAt',
]);

/** Firms and private persons, with their people and telephone numbers. */
export const customersContract = {
  list: question('customers.view').input(listed.page).output(pageOf(customerRow)),
  get: question('customers.view')
    .input(z.strictObject({ id: field.id('customer') }))
    .output(customerDetail),
  /** A new customer needs two fields: a name and a telephone number. The rest has defaults. */
  create: act('customers.edit')
    .input(
      actInput({
        ...customerFields,
        telephones,
        person: z
          .strictObject({ name: field.requiredLine(40), position: field.line(40), telephones })
          .nullable(),
      }),
    )
    .output(
      z.object({
        id: field.id('customer'),
        version: z.number(),
        contactPersonId: field.id('contactPerson').nullable(),
      }),
    ),
  edit: act('customers.edit')
    .input(editInput({ ...customerFields, telephones }))
    .output(saved),
  addPerson: act('customers.edit')
    .input(actInput({ customerId: field.id('customer'), ...personFields, telephones }))
    .output(z.object({ id: field.id('contactPerson') })),
  editPerson: act('customers.edit')
    .input(editInput({ ...personFields, telephones }))
    .output(saved),
  exportList: question('customers.view').input(listed.file).output(field.sheet()),
};
