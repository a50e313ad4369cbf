import { call, type AnyProcedure } from '@orpc/server';
import { desc, eq, getTableColumns, gt } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import { present } from '#shared/domain/assert.ts';
import { newId } from '#shared/domain/ids.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import type { Card } from '#shared/nouns/card.ts';
import { cards, procedureGroupOf, type DocumentKind } from '#shared/nouns/index.ts';
import { Call } from '#host/api/call.ts';
import { router } from '#host/api/router.ts';
import type { Database, Engine, WriteTx } from '#host/database/database.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { everyTable } from '#tests/support/every-file.ts';
import { startTestHost } from '#tests/support/host.ts';
import { inputs } from '#tests/support/trust/references/acts.ts';
import { rolledBack } from '#tests/support/trust/references/rolled-back.ts';
import { buildWorld } from '#tests/support/trust/references/world.ts';

type DocumentTable = SQLiteTable & { readonly id: SQLiteColumn; readonly state: SQLiteColumn };

/** An act of a card, with the document of the world that it is tried on. */
export interface Tried {
  readonly kind: DocumentKind;
  readonly act: string;
  readonly path: string;
  readonly from: readonly string[];
  /** The states of the card that the act does not begin from. */
  readonly other: readonly string[];
}

/** What became of an act: `taken`, or the code of its refusal; what it wrote before that, and its audit rows. */
export interface Outcome {
  readonly outcome: string;
  readonly writes: readonly string[];
  readonly audited: readonly string[];
}

/** Acts whose input does not name their document as `id`, with the name of that document in the world. */
const documentNamed: Readonly<Record<string, string>> = {
  'reports.addSupplement': 'own.approved report',
  'reports.decideSupplement': 'own.approved report',
};

/** The acts of a card, read from the roll. */
export function actsOf(kind: DocumentKind): readonly Tried[] {
  const card: Card = cards[kind];
  const { acts = {}, states = [] } = card;
  return Object.entries(acts).map(([act, { from }]) => ({
    kind,
    act,
    path: `${procedureGroupOf(kind)}.${act}`,
    from,
    other: states.filter((state) => !from.includes(state)),
  }));
}

/** A firm with a document for every act; what an act does there is taken back. */
export async function openDocuments(engine: Engine) {
  const written: string[] = [];
  const host = await startTestHost({
    engine,
    beforeStatement: (sql) => {
      if (/^\s*(insert|update|delete)\b/i.test(sql)) written.push(sql);
    },
  });
  const { parts } = host.host;
  const world = await buildWorld(parts);

  /** Does an act, upon its document in `state`, or as the world has it; `over` is put into the input. */
  const act = async ({ path, kind }: Tried, state?: string, over: object = {}): Promise<Outcome> => {
    const make = present(inputs[path], `the input of ${path} in tests/support/trust/references`);
    const plain: { readonly id?: string } = make(world.records, '');
    const id = present(world.records[documentNamed[path] ?? ''] ?? plain.id, `the document of ${path}`);
    const seen = { writes: [] as string[], audited: [] as string[] };
    let isDone = false;
    const database = around(rolledBack(parts.database), async (tx, work) => {
      // A refusal that shows the record is put on record after the act, as a look.
      if (isDone) return work();
      isDone = true;
      if (state !== undefined) await putInto(tx, id, state);
      const begun = await lastSequence(tx);
      written.length = 0;
      try {
        await work();
      } finally {
        seen.writes.push(...written);
      }
      const rows = await tx.db.select().from(auditEntries).where(gt(auditEntries.sequence, begun));
      const own = rows.filter(
        (row) => row.act === path || (row.subjectKind === kind && row.subjectId === id),
      );
      seen.audited.push(...own.map((row) => row.act));
    });
    const input = {
      operationId: newId<'operation'>(),
      ...(takesVersion(path) ? { version: world.versions.get(plain.id ?? '') ?? 1 } : {}),
      ...plain,
      ...('signedAt' in plain ? { signedAt: world.now } : {}),
      ...over,
    };
    const context = new Call({ ...parts, database }, { token: undefined, language: 'en' });
    context.begin(world.actor, undefined);
    const outcome = await call(procedureOf(path), input, { context, path: path.split('.') }).then(
      () => 'taken',
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
    return { outcome, ...seen };
  };

  return { act, close: () => host.close() };
}

export type Documents = Awaited<ReturnType<typeof openDocuments>>;

/** Whether an act says which version of its record its editor saw. */
export function takesVersion(path: string): boolean {
  const { inputSchema } = procedureOf(path)['~orpc'];
  return 'version' in ((inputSchema as { readonly shape?: object } | undefined)?.shape ?? {});
}

async function lastSequence(tx: WriteTx): Promise<number> {
  const [last] = await tx.db
    .select({ sequence: auditEntries.sequence })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return last?.sequence ?? 0;
}

/** Puts the document into a state past its service, wherever it stands. */
async function putInto(tx: WriteTx, id: string, state: string): Promise<void> {
  for (const table of documentTables) {
    const found = await tx.db.$count(table, eq(table.id, id));
    // The state is one of the card, and so of the column.
    if (found > 0)
      await tx.db
        .update(table)
        .set({ state } as SQLiteUpdateSetSource<DocumentTable>)
        .where(eq(table.id, id));
  }
}

const documentTables = (await everyTable()).filter((table): table is SQLiteTable & DocumentTable => {
  const names = Object.keys(getTableColumns(table));
  return names.includes('id') && names.includes('state');
});

/** Books in which `look` surrounds each act, in its transaction. */
function around(books: Database, look: (tx: WriteTx, work: () => Promise<void>) => Promise<void>): Database {
  return new Proxy(books, {
    get: (target, key: keyof Database) => {
      const found: unknown = target[key];
      if (key !== 'write') return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      return (...[actor, work]: Parameters<Database['write']>) =>
        target.write(actor, async (tx) => {
          const results: unknown[] = [];
          await look(tx, async () => void results.push(await work(tx)));
          return results.at(-1);
        });
    },
  });
}

function procedureOf(path: string): AnyProcedure {
  const [module = '', name = ''] = path.split('.');
  // Named by the contract, which the router implements.
  const routes = router as unknown as Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>>;
  return present(routes[module]?.[name], `the procedure ${path}`);
}
