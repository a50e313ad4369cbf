import { isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import type { ProcedureMeta } from '#shared/contract/procedures.ts';

/** A place in the input of an act where an id stands: `lines[].partId`, `outcome<joinCase>.caseId`. */
export interface IdField {
  readonly act: string;
  readonly field: string;
}

/** Every id of every act of the contract, in its order; the operation's own is no reference. */
export function idFieldsOf(level: object = contract, path: readonly string[] = []): readonly IdField[] {
  return Object.entries(level).flatMap(([key, value]: [string, object]): readonly IdField[] => {
    const here = [...path, key];
    if (!isContractProcedure(value)) return idFieldsOf(value, here);
    const { meta, inputSchema } = value['~orpc'];
    // Every procedure of the contract is made with question or act, and takes what zod describes.
    if (!(meta as unknown as ProcedureMeta).acts) return [];
    const fields = new Set(idsIn(inputSchema as z.ZodType, ''));
    return [...fields].map((field) => ({ act: here.join('.'), field }));
  });
}

/** Of zod's definitions, what is needed to walk along them. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
}

const isId = /(^|[.\]>])(\w*Id|\w*Ids\[\]|id)$/;

function idsIn(schema: z.ZodType, path: string): readonly string[] {
  const { shape, element, innerType, options } = definitionOf(schema);
  if (shape)
    return Object.entries(shape).flatMap(([key, field]) =>
      idsIn(field, path === '' ? key : `${path}.${key}`),
    );
  if (element) return idsIn(element, `${path}[]`);
  if (options) return options.flatMap((option) => idsIn(option, `${path}<${kindOf(option)}>`));
  if (innerType) return idsIn(innerType, path);
  return isId.test(path) && path !== 'operationId' ? [path] : [];
}

/** What the kinds of a choice are told apart by. */
function kindOf(option: z.ZodType): string {
  const kind = definitionOf(option).shape?.['kind'];
  return kind ? (definitionOf(kind).values ?? []).join() : '';
}

function definitionOf(schema: z.ZodType): Definition {
  // The library keeps here what a schema was made of, typed as its widest kind.
  return schema._zod.def as unknown as Definition;
}

/** The input with another id in this field; in a list, in its first entry. */
export function withId(input: object, field: string, id: string): object {
  const steps = field.replaceAll(/<\w+>/g, '').replaceAll('[]', '.0').split('.');
  const copy: object = structuredCloneOf(input);
  let at = copy as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[steps.at(-1) ?? ''] = id;
  return copy;
}

/** Files are left as they are. */
function structuredCloneOf<Value>(value: Value): Value {
  if (value instanceof Blob || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(structuredCloneOf) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => [key, structuredCloneOf(field)]),
  ) as Value;
}
