import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { AttachableKind } from '#shared/nouns/index.ts';
import { cases } from './cases.tables.ts';
import { contacts } from './contacts.tables.ts';
import { customers } from './customers.tables.ts';
import { oldParts } from './old-parts.tables.ts';
import { parts } from './parts.tables.ts';
import { serviceReports } from './reports.tables.ts';
import { requisitions } from './requisitions.tables.ts';
import { receipts } from './stock.tables.ts';
import { tools } from './tools.tables.ts';
import { units } from './units.tables.ts';

/** Where the records stand that files can be attached to; a group of settings is there without a row. */
export const recordTables = {
  contact: contacts,
  case: cases,
  customer: customers,
  unit: units,
  part: parts,
  receipt: receipts,
  requisition: requisitions,
  oldPart: oldParts,
  tool: tools,
  report: serviceReports,
} as const satisfies Readonly<
  Record<Exclude<AttachableKind, 'setting'>, SQLiteTable & { readonly id: SQLiteColumn }>
>;
