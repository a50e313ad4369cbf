import type { Database } from '#host/database/database.ts';

/** Books in which every act is carried out to its end and then taken back, so that the next one meets the same world. */
export function rolledBack(books: Database): Database {
  return new Proxy(books, {
    get: (target, key: keyof Database) => {
      if (key === 'write')
        return (...[actor, work]: Parameters<Database['write']>) => takenBack(target, actor, work);
      const found: unknown = target[key];
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}

class Done extends Error {}

async function takenBack<Result>(
  books: Database,
  actor: Parameters<Database['write']>[0],
  work: (tx: Parameters<Parameters<Database['write']>[1]>[0]) => Promise<Result>,
): Promise<Result> {
  const done = new Done();
  const results: Result[] = [];
  await books
    .write(actor, async (tx) => {
      results.push(await work(tx));
      throw done;
    })
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
  // It was pushed just before what is caught was thrown.
  return results.at(-1) as Result;
}
