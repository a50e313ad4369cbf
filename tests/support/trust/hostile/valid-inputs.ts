import { isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { entryOf } from '#host/api/openapi-operations.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Chance } from '../dose.ts';

/** A procedure of the contract and what it takes. */
export interface Target {
  readonly path: string;
  readonly schema: z.ZodType;
  /** Whether it does with nothing at all. */
  readonly takesNothing: boolean;
}

/** Every procedure of the contract, in its order. */
export function targetsOf(level: object = contract, path: readonly string[] = []): readonly Target[] {
  return Object.entries(level).flatMap(([key, value]: [string, object]) => {
    const here = [...path, key];
    if (!isContractProcedure(value)) return targetsOf(value, here);
    // Every procedure of the contract has an input, and it is made with zod.
    const schema = value['~orpc'].inputSchema as z.ZodType;
    return [{ path: here.join('.'), schema, takesNothing: schema.safeParse(undefined).success }];
  });
}

/** Ids of records that exist, by the name of the field they were sent in. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

const triesAtMost = 200;

/** An input that the schema takes, made from the schema, or the example where chance finds none, with ids of records that exist where some are known. */
export function validInput(target: Target, chance: Chance, known: KnownIds): unknown {
  const { schema, path } = target;
  for (let tried = 0; tried < triesAtMost; tried += 1) {
    const input = made(schema, '', { chance, known });
    if (schema.safeParse(input).success) return input;
  }
  // Chance alone does not meet what is refined, as hours one after the other.
  const [module = '', name = ''] = path.split('.');
  const example = { ...Object(entryOf(module, name).example), operationId: newId() };
  if (schema.safeParse(example).success) return example;
  throw new Error(`no valid input was found for ${path}`);
}

interface Maker {
  readonly chance: Chance;
  readonly known: KnownIds;
}

/** Of zod's definitions, what is needed to walk along them. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

function made(schema: z.ZodType, key: string, maker: Maker): unknown {
  const { chance } = maker;
  // The library keeps what a schema was made of here, typed as its widest kind.
  const definition = schema._zod.def as unknown as Definition;
  const { type, shape, element, innerType, options, values, entries } = definition;
  if (shape) return madeObject(shape, maker);
  if (element) return Array.from({ length: chance.between(1, 2) }, () => made(element, key, maker));
  if (options) return made(chance.oneOf(options), key, maker);
  if (values) return chance.oneOf(values);
  if (entries) return chance.oneOf(Object.values(entries));
  if (type === 'nullable' && chance.percent(30)) return null;
  if (innerType) return made(innerType, key, maker);
  if (type === 'boolean') return chance.percent(50);
  if (type === 'record') return { km: 1000 };
  if (type === 'file') return new File(['%PDF-1.4'], 'a.pdf', { type: 'application/pdf' });
  return madeLeaf(schema, key, maker);
}

function madeObject(shape: Readonly<Record<string, z.ZodType>>, maker: Maker): unknown {
  const fields = Object.entries(shape)
    .filter(([, field]) => !field.safeParse(undefined).success || maker.chance.percent(60))
    .map(([key, field]) => [key, made(field, key, maker)]);
  return Object.fromEntries(fields);
}

/** What people type into fields; each field of the contract takes at least one of them. */
const leaves = [
  1,
  1000,
  0,
  1_795_000_000_000,
  '2026-11-01',
  '2026-11',
  '水泵 𠮷',
  '13800138000',
  '1234',
  'long enough',
  'A',
  'customers',
] as const;

/** One of what people type, as this field takes it. */
function madeLeaf(schema: z.ZodType, key: string, { chance, known }: Maker): unknown {
  const id = chance.oneOf(known.get(key) ?? [newId()]);
  const fitting = [id, ...leaves].filter((leaf) => schema.safeParse(leaf).success);
  if (fitting.length === 0) throw new Error(`none of the leaves fits into ${key}`);
  return fitting[0] === id ? id : chance.oneOf(fitting);
}
