import { customType, integer, text } from 'drizzle-orm/sqlite-core';
import type { Id } from '#shared/domain/ids.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Day, Moment } from '#shared/domain/days.ts';

/*
 * The words our tables are written in. Every value travels to both engines in the same form
 * (text, or a whole number), so that one table definition serves SQLite and PostgreSQL:
 * whole numbers are INTEGER there and bigint here, the rest is text.
 */

/** The identity of a record, or a reference to one. */
export const id = <Kind extends string = string>(name: string) => text(name).$type<Id<Kind>>();

/** Exact quantity in thousandths. */
export const quantity = (name: string) => integer(name, { mode: 'number' }).$type<Quantity>();

/** Money in fen. */
export const money = (name: string) => integer(name, { mode: 'number' }).$type<Fen>();

/** A point in time, UTC milliseconds. */
export const moment = (name: string) => integer(name, { mode: 'number' }).$type<Moment>();

/** A calendar day of the firm, YYYY-MM-DD. */
export const day = (name: string) => text(name).$type<Day>();

/** A whole number that counts or orders. */
export const count = (name: string) => integer(name, { mode: 'number' });

/** What a person typed; empty rather than absent. */
export const words = (name: string) => text(name);

/** One of a closed list of words; the column knows the list, so that a test can hold the words that stand in the books. */
export const choice = <const Value extends string>(name: string, values: readonly Value[]) =>
  // The list is only read; drizzle asks for one that could be written to.
  text(name, { enum: values as [Value, ...Value[]] }).$type<Value>();

/** Yes or no, stored as 1 or 0. */
export const flag = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (value) => value === 1,
});

/** A value of our own making kept as JSON text; never searched by the engine. */
export const json = <Value>(name: string) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    // The column is written by the line above alone, so what comes back has the type that went in.
    fromDriver: (value) => JSON.parse(value) as Value,
  })(name);
