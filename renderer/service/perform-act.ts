import type { Id } from '#shared/domain/ids.ts';
import { untilConnected } from './connection.ts';
import type { OperationId } from './operation-id.ts';
import { isLost, troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';

/** How an act ended. */
export type ActResult<Output> =
  | { readonly kind: 'done'; readonly output: Output }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** How long an act whose answer was lost waits for the connection before it gives the choice back to the person. */
const longestWaitMs = 15_000;

/** Performs an act once: with the form's operation id, and once more by itself when the answer was lost. */
export async function performAct<Output>(
  operation: OperationId,
  call: (operationId: Id<'operation'>) => Promise<Output>,
  reconnected: () => Promise<boolean> = () => untilConnected(longestWaitMs),
): Promise<ActResult<Output>> {
  try {
    const output = await withOneRetry(operation, call, reconnected);
    operation.succeeded();
    return { kind: 'done', output };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && trouble.code === 'OPERATION_ID_REUSED' && operation.reused()) {
      return { kind: 'failed', trouble: { kind: 'savedBefore' } };
    }
    return { kind: 'failed', trouble };
  }
}

async function withOneRetry<Output>(
  operation: OperationId,
  call: (operationId: Id<'operation'>) => Promise<Output>,
  reconnected: () => Promise<boolean>,
): Promise<Output> {
  try {
    return await call(operation.current());
  } catch (error) {
    if (!isLost(error)) throw error;
    operation.lost();
    if (!(await reconnected())) throw error;
    return await call(operation.current());
  }
}
