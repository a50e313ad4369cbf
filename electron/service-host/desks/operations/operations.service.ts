import { createHash } from 'node:crypto';
import { asc, eq, inArray, lt } from 'drizzle-orm';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { operations } from '../../schema/operations.tables.ts';

/** How long an operation is remembered, in milliseconds: longer than any draft waits for a second try. */
export const rememberedMs = 180 * 86_400_000;
/** Forgotten with each new operation: more than come in, few enough that nobody waits for it. */
const forgottenAtOnce = 4;

/**
 * Runs `work` unless the operation was done before; then its first answer comes back and nothing happens again. The input
 * is given as comparableInput makes it: its hash is kept. Refuses OPERATION_ID_REUSED when the id was used for something
 * else, and where that can no longer be told.
 */
export async function onceOnly<Result>(
  tx: WriteTx,
  operation: { readonly id: string; readonly procedure: string; readonly input: unknown },
  work: () => Promise<Result>,
): Promise<Result> {
  const inputHash = createHash('sha256').update(canonicalJson(operation.input)).digest('base64url');
  const [earlier] = await tx.run(findOperation, { id: operation.id });
  if (earlier) {
    const same =
      earlier.procedure === operation.procedure &&
      earlier.inputHash === inputHash &&
      earlier.personId === tx.actor.personId;
    if (!same) refuse('OPERATION_ID_REUSED', {});
    // Written by this function from a Result of the same procedure.
    return earlier.result as Result;
  }
  const result = await work();
  await tx.run(insertOperation, {
    id: operation.id,
    procedure: operation.procedure,
    personId: tx.actor.personId,
    inputHash,
    result: result ?? null,
    at: tx.now,
  });
  await tx.run(forgetOldest, { before: tx.now - rememberedMs });
  return result;
}

const findOperation = statement('operations.find', (db) =>
  db
    .select()
    .from(operations)
    .where(eq(operations.id, given('id'))),
);

const insertOperation = statement('operations.insert', (db) =>
  db.insert(operations).values({
    id: given('id'),
    procedure: given('procedure'),
    personId: given('personId'),
    inputHash: given('inputHash'),
    result: given('result'),
    at: given('at'),
  }),
);

const forgetOldest = statement('operations.forgetOldest', (db) =>
  db.delete(operations).where(
    inArray(
      operations.id,
      db
        .select({ id: operations.id })
        .from(operations)
        .where(lt(operations.at, given('before')))
        .orderBy(asc(operations.at))
        .limit(forgottenAtOnce),
    ),
  ),
);
