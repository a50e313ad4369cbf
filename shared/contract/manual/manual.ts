import { placedKinds } from '../../nouns/index.ts';
import type { AnyContractProcedure, AnyContractRouter, InferContractRouterInputs } from '@orpc/contract';

/** The records without a screen of their own that an example names by an id. */
const withoutScreen = [
  'attachment',
  'caseEvent',
  'component',
  'contactPerson',
  'deputy',
  'duty',
  'issueLine',
  'judgement',
  'print',
  'product',
  'reading',
  'requisitionLine',
  'stockAccount',
  'supplement',
  'warehouse',
  'work',
] as const;
/** The kinds of record that an example may name by an id: every noun with a screen, and these records. */
export const recordKinds = [...placedKinds, ...withoutScreen] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What the description of the interface says of a procedure. In English: whoever writes a program against it reads code. */
export interface ManualEntry<Input> {
  /** One sentence: what it does, as its caller sees it. */
  readonly summary: string;
  /** An input that is taken as it stands, once its ids are those of records; a test plays each. */
  readonly example: OnlyRead<WithoutOperation<Input>>;
  /** The kind of the record that the answer gives the `id` of, where the example names none. */
  readonly gives?: RecordKind;
}

/** An entry for each procedure of a contract: one that is missing does not compile. */
export type ManualOf<Contract extends AnyContractRouter> = Contract extends AnyContractProcedure
  ? never
  : {
      readonly [Name in keyof Contract]: ManualEntry<
        Name extends keyof InferContractRouterInputs<Contract>
          ? InferContractRouterInputs<Contract>[Name]
          : never
      >;
    };

/** The operation id is the caller's own, and the same in no two examples. */
type WithoutOperation<Input> = Input extends { readonly operationId: string }
  ? Omit<Input, 'operationId'>
  : Input;

type OnlyRead<Value> = Value extends string | number | boolean | null | undefined | Blob
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly OnlyRead<Item>[]
    : { readonly [Name in keyof Value]: OnlyRead<Value[Name]> };

const alphabet = /[^0-9a-hjkmnp-tv-z]/g;

/** The id that stands in examples for a record of a kind. */
export function idOf(kind: RecordKind): string {
  return `01example${kind.toLowerCase()}`.replaceAll(alphabet, '').padEnd(26, '0');
}

/** Which record an edit is about, and the version it was read in. */
export const editing = (kind: RecordKind) => ({ id: idOf(kind), version: 1 });

/** A page of a list. */
export const firstPage = <const By extends string>(by: By, descending = true) => ({
  sort: { by, descending },
  limit: 20,
});

/** The days that lists are handed out for. */
export const days = { fromDay: '2026-01-01', untilDay: '2026-12-31' };

/** A file as examples send it; it is written down as its name. */
export const exampleFile = () => new File(['%PDF-1.4 example'], 'report.pdf', { type: 'application/pdf' });
