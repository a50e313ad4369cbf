import { useRef, useState } from 'react';
import type { Id } from '#shared/domain/ids.ts';
import { OperationId } from './operation-id.ts';
import type { OperationIdKeeper } from './operation-id.ts';
import { performAct } from './perform-act.ts';
import { faultsOf } from './trouble.ts';
import type { FieldFaults, Trouble } from './trouble.ts';

/** An act of the contract, as `service.customers.edit`. */
export interface ActProcedure<Input extends { readonly operationId: Id<'operation'> }, Output> {
  readonly call: (input: Input) => Promise<Output>;
}

/** An act as a screen performs it. */
export interface Act<Input, Output> {
  /** Performs it; resolves with the answer, or with `undefined` when it failed (see `trouble`). */
  readonly run: (input: Input) => Promise<Output | undefined>;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  /** The faults to show at fields. */
  readonly faults: FieldFaults;
  /** Forgets the trouble of the last try. */
  readonly forget: () => void;
}

/** What goes into an act but the operation id, which the hook makes. It is only read. */
export type ActInput<Input> = Input extends unknown ? OnlyRead<Omit<Input, 'operationId'>> : never;

type OnlyRead<Value> = Value extends string | number | boolean | null | undefined | Blob
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly OnlyRead<Item>[]
    : { readonly [Name in keyof Value]: OnlyRead<Value[Name]> };

/** Where the operation id is kept (a draft keeps it across a crash), and what happens after success. */
export interface ActOptions<Output> {
  readonly keeper?: OperationIdKeeper | undefined;
  readonly done?: ((output: Output) => void) | undefined;
}

/** An act of the service: one press is one operation, and a try again after a lost answer is the same operation. */
export function useAct<Input extends { readonly operationId: Id<'operation'> }, Output>(
  procedure: ActProcedure<Input, Output>,
  { keeper, done }: ActOptions<Output> = {},
): Act<ActInput<Input>, Output> {
  const operation = useRef<OperationId>(null);
  operation.current ??= new OperationId(keeper);
  const underWay = useRef<Promise<Output | undefined>>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const perform = async (input: ActInput<Input>): Promise<Output | undefined> => {
    setPending(true);
    setTrouble(null);
    const result = await performAct(operation.current ?? new OperationId(), (operationId) =>
      // An input without its operation id, and the id: the input again.
      procedure.call({ ...Object(input), operationId } as unknown as Input),
    );
    underWay.current = null;
    setPending(false);
    if (result.kind === 'failed') {
      setTrouble(result.trouble);
      return undefined;
    }
    done?.(result.output);
    return result.output;
  };

  return {
    // Pressed again while the answer is under way: the same act.
    run: (input) => (underWay.current ??= perform(input)),
    pending,
    trouble,
    faults: faultsOf(trouble),
    forget: () => setTrouble(null),
  };
}
