import type { AnyContractProcedure } from '@orpc/contract';
import { implement, type ContractRouter } from '@orpc/server';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { recordExport } from '../desks/audit/audit.exports.service.ts';
import type { SheetInput, SheetName } from '../roll/sheets.ts';
import type { LookKind } from '#shared/nouns/index.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import type { ProcedureMeta } from '#shared/contract/procedures.ts';
import type { Call } from './call.ts';
import { markCursor, openCursor } from './list-cursor.ts';

/** Begins the routes of a module: `const at = routesOf(partsContract)`, then one line per procedure. */
export const routesOf = <Contract extends ContractRouter<ProcedureMeta>>(contract: Contract) =>
  implement(contract).$context<Call>();

interface Handled<Input> {
  readonly context: Call;
  readonly input: Input;
  readonly path: readonly string[];
  readonly procedure: AnyContractProcedure;
}

/** Every act names its operation. */
interface Identified {
  readonly operationId: string;
}

/** A question, answered by a query on one consistent snapshot; of a list, the page after the cursor of the page before. */
export const reading =
  <Input, Result>(query: (tx: ReadTx, input: Input) => Promise<Result>) =>
  async ({ context, input, path }: Handled<Input>): Promise<Result> => {
    const asked = openCursor(path, input);
    return markCursor(path, input, await context.read((tx) => query(tx, asked)));
  };

/**
 * A question that opens one record with what is personal to a customer, of which `idOf` tells the id: answered only once
 * it is on record who asks.
 */
export const looking =
  <Input, Result>(
    kind: LookKind,
    query: (tx: ReadTx, input: Input) => Promise<Result>,
    idOf: (result: Result) => string | undefined,
  ) =>
  ({ context, input }: Handled<Input>): Promise<Result> =>
    context.look(
      (tx) => query(tx, input),
      (result) => {
        const id = idOf(result);
        return id === undefined ? undefined : { kind, id };
      },
    );

/**
 * An act that has to prepare something slow outside the transaction: hash a password, keep a file. `settle` is told whether
 * the act was refused, so that nothing stays of what was prepared for it.
 */
export const actingAfter =
  <Needed, Given extends Needed, Prepared, Result>(
    prepare: (call: Call, input: Given) => Promise<Prepared>,
    service: (tx: WriteTx, prepared: Prepared, input: Needed) => Promise<Result>,
    settle: (call: Call, prepared: Prepared, isRefused: boolean) => Promise<void> = async () => undefined,
  ) =>
  async ({ context, input, path, procedure }: Handled<Given & Identified>): Promise<Result> => {
    const prepared = await prepare(context, input);
    let isRefused = false;
    try {
      return await context.act({ path, procedure }, input, (tx) => service(tx, prepared, input));
    } catch (error) {
      isRefused = error instanceof Refusal;
      throw error;
    } finally {
      await settle(context, prepared, isRefused);
    }
  };

/** An act, done by a service in one transaction, once per operation id. */
export const acting =
  <Input, Result>(service: (tx: WriteTx, input: Input) => Promise<Result>) =>
  ({ context, input, path, procedure }: Handled<Input & Identified>): Promise<Result> =>
    context.act({ path, procedure }, input, (tx) => service(tx, input));

/**
 * A list as an Excel file in the caller's language, gathered and written in a thread of its own. Handed out only when the
 * audit trail holds who takes it.
 */
export const exporting =
  <Name extends SheetName>(sheet: Name) =>
  async ({ context, input, path }: Handled<SheetInput<Name>>): Promise<File> => {
    const { actor, origin, parts } = context;
    const written = await parts.sheetWriter.write({ sheet, input, actor, language: origin.language });
    const { fileName, rowCount } = written;
    await context.write((tx) => recordExport(tx, { procedure: path, fileName, rowCount, filter: input }));
    return new File([written.bytes], fileName, { type: written.mediaType });
  };
