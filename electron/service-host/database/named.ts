import type { Placeholder } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import type { ReadTx, WriteDb } from './database.ts';
import { given, statement, type Preparable } from './statement.ts';

/** Names by id. No id, and an id that nobody has, is answered with the blank name. */
export type Names<Name> = (id: string | null | undefined) => Name;

/** Asks for the names of the records that some rows mention: all at once, and not at all where no row mentions any. */
export type Calling<Name> = (tx: ReadTx, ids: readonly (string | null | undefined)[]) => Promise<Names<Name>>;

/** How many ids the prepared questions take; a page of a list asks once. */
const sizes = [1, 4, 16, 64, 128] as const;
const most = 128;

/**
 * The calling card of a noun: how other records name its own, so that nobody else reads its table for a name. `read` is
 * prepared once per size; `name` is unique in the program.
 */
export function calling<Name>(
  name: string,
  blank: Name,
  read: (
    db: WriteDb,
    ids: Placeholder[],
  ) => Preparable<PromiseLike<readonly (Name & { readonly id: string })[]>>,
): Calling<Name> {
  const questions = sizes.map((size) => ({
    size,
    ask: statement(`${name}.${size}`, (db) => read(db, placesOf(size))),
  }));
  return async (tx, ids) => {
    const mentioned = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
    const byId = new Map<string, Name>();
    for (let first = 0; first < mentioned.length; first += most) {
      const some = mentioned.slice(first, first + most);
      const { size, ask } = present(
        questions.find((one) => one.size >= some.length),
        'a question that is large enough',
      );
      for (const row of await tx.run(ask, valuesOf(some, size))) byId.set(row.id, row);
    }
    return (id) => byId.get(id ?? '') ?? blank;
  };
}

function placesOf(size: number): Placeholder[] {
  return Array.from({ length: size }, (_, index) => given(`id${index}`));
}

/** Places that are left over repeat the last id, which changes nothing about the answer. */
function valuesOf(ids: readonly string[], size: number): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`id${index}`, ids[index] ?? ids.at(-1)]),
  );
}
