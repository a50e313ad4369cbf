import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { globalRegistry } from 'zod/v4/core';

/** A piece of a JSON schema, as the generator makes it. */
export type Schema = { [word: string]: unknown };

/** Writes schemas as JSON schemas; where a field says itself how it is described, so. */
export const schemaConverter = new ZodToJsonSchemaConverter({
  interceptors: [
    ({ schema, next }) => {
      const said = globalRegistry.get(schema)?.['json'];
      const [required, json] = next();
      return typeof said === 'object' && said !== null ? [true, { ...said }] : [required, json];
    },
  ],
});

/**
 * Types a field by its name, where the contract says no more than text or number: the names of days, moments, money and
 * quantities end with what they are, everywhere. All numbers of the books are whole.
 */
function byName(name: string, schema: Schema): Schema {
  if (schema['type'] === 'string' && /(^d|D)ay$/.test(name) && schema['format'] === undefined)
    return { ...schema, format: 'date' };
  if (name === 'width' || (schema['type'] !== 'number' && schema['type'] !== 'integer')) return schema;
  const unit = units.find(([ending]) => ending.test(name))?.[1];
  return { ...schema, type: 'integer', ...(unit === undefined ? {} : { description: unit }) };
}

const units: readonly (readonly [RegExp, string])[] = [
  // `brokenAt` tells an entry.
  [/(^at|(?<!broken)At)$/, 'A moment, in UTC milliseconds.'],
  [/Fen$/, 'Money, in fen.'],
  [/(^q|Q)uantity(After)?$/, 'A quantity, in thousandths.'],
  [/^version$/, 'The version of the record.'],
];

/** Goes through a schema and types its fields; an id that says no kind is one of `kind`. */
export function typed(value: unknown, kind: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => typed(one, kind));
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([word, inner]) => [word, typed(inner, kind)]));
  const { properties } = schema;
  if (typeof properties !== 'object' || properties === null) return schema;
  // The properties of a JSON schema are schemas.
  const named = Object.entries(properties).map(([name, of]) => [name, fieldOf(name, of as Schema, kind)]);
  return { ...schema, properties: Object.fromEntries(named) };
}

function fieldOf(name: string, schema: Schema, kind: string | undefined): Schema {
  const { anyOf } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: anyOf.map((one: Schema) => fieldOf(name, one, kind)) };
  if (name === 'id' && schema['title'] === 'id' && kind !== undefined)
    return { ...schema, title: `${kind}Id`, description: `Identifies one ${wordsOf(kind)}.` };
  return byName(name, schema);
}

function wordsOf(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
