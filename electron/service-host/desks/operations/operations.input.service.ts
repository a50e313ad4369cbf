import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { isSecret } from '#shared/contract/fields.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';

/** Known to this run of the program alone and kept nowhere, so that no file gives anything to guess at. */
const keyOfThisRun = randomBytes(32);

/**
 * The input of an act in a form whose hash may be kept. A file stands in it with the hash of its content. A secret stands
 * in it with a code that only this run of the program can make: after a restart the same secret counts as another input.
 */
export async function comparableInput(schema: z.ZodType | undefined, input: unknown): Promise<unknown> {
  return comparable(input, schema ? secretPathsOf(schema) : noPaths, '');
}

/** Where the secrets of an input stand, as `admin.password`; `*` is each item of a list. */
export function secretPathsOf(schema: z.ZodType): ReadonlySet<string> {
  const known = pathsBySchema.get(schema);
  if (known) return known;
  const paths = new Set(pathsBelow(schema, ''));
  pathsBySchema.set(schema, paths);
  return paths;
}

const noPaths: ReadonlySet<string> = new Set();
const pathsBySchema = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** Of zod's definitions, the parts through which a field can be reached. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function pathsBelow(schema: z.ZodType, path: string): readonly string[] {
  if (isSecret(schema)) return [path];
  // The library keeps here what a schema was made of, typed as its widest kind.
  const definition = schema._zod.def as unknown as Definition;
  const { shape = {}, element, valueType, items = [], innerType, left, right, options = [] } = definition;
  const each = [element, valueType, ...items].filter((below) => below !== undefined);
  const same = [innerType, definition.in, definition.out, left, right, ...options].filter(
    (below) => below !== undefined,
  );
  return [
    ...Object.entries(shape).flatMap(([key, field]) => pathsBelow(field, below(path, key))),
    ...each.flatMap((item) => pathsBelow(item, below(path, '*'))),
    ...same.flatMap((other) => pathsBelow(other, path)),
  ];
}

async function comparable(value: unknown, secrets: ReadonlySet<string>, path: string): Promise<unknown> {
  if (value === null || value === undefined) return value;
  if (secrets.has(path))
    return { secret: createHmac('sha256', keyOfThisRun).update(canonicalJson(value)).digest('base64url') };
  if (value instanceof Blob) return comparableFile(value);
  if (Array.isArray(value))
    return Promise.all(value.map((item) => comparable(item, secrets, below(path, '*'))));
  if (typeof value !== 'object') return value;
  const fields: [string, unknown][] = [];
  for (const [key, field] of Object.entries(value)) {
    const place = secrets.has(below(path, '*')) ? '*' : key;
    fields.push([key, await comparable(field, secrets, below(path, place))]);
  }
  return Object.fromEntries(fields);
}

async function comparableFile(file: Blob): Promise<unknown> {
  const content = new Uint8Array(await file.arrayBuffer());
  const name = file instanceof File ? file.name : '';
  return { name, type: file.type, sha256: createHash('sha256').update(content).digest('hex') };
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
