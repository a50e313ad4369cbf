import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { presetPermissionsOf } from '#shared/domain/permissions.ts';
import { type PresetRole } from '#shared/domain/roles.ts';
import type { Database, Engine, ReadTx, StatementHook, WriteTx } from '#host/database/database.ts';
import { openDatabase, type DatabaseLocation } from '#host/database/open-database.ts';
import { people } from '#host/schema/people.tables.ts';
import { freshPostgresBooks, freshSqliteBooks } from './fresh-books.ts';

/** 1 November 2026, 09:00 in Shanghai: where the clock of every test stands at first. */
export const testStart = Date.UTC(2026, 10, 1, 1, 0, 0);

/** A real database, empty but for its people, and a clock that moves only when told. */
export interface Books {
  readonly engine: Engine;
  /** Where they are, for those who open them a second time. */
  readonly location: DatabaseLocation;
  readonly database: Database;
  /** One person of each role, stored in the books; `actors.leader2` is a second leader. */
  readonly actors: Readonly<Record<PresetRole | 'leader2', Actor>>;
  /** Runs a service as the clerk, or as the actor given. */
  write<Result>(work: (tx: WriteTx) => Promise<Result>, actor?: Actor): Promise<Result>;
  read<Result>(work: (tx: ReadTx) => Promise<Result>, actor?: Actor): Promise<Result>;
  /** Moves the clock on. */
  pass(milliseconds: number): void;
  now(): number;
  close(): Promise<void>;
}

/** Opens empty books on an engine. The caller closes them. */
export async function openBooks(engine: Engine, beforeStatement?: StatementHook): Promise<Books> {
  let now = testStart;
  const clock = () => now;
  const place = await placeFor(engine);
  const database = await openDatabase(place.location, {
    clock,
    ...(beforeStatement ? { beforeStatement } : {}),
  });
  const actors = await seedPeople(database);
  return {
    engine,
    location: place.location,
    database,
    actors,
    write: (work, actor = actors.clerk) => database.write(actor, work),
    read: (work, actor = actors.clerk) => database.read(actor, work),
    pass: (milliseconds) => (now += milliseconds),
    now: () => now,
    close: async () => {
      await database.close();
      await place.remove();
    },
  };
}

/** The same tests on SQLite and on a real PostgreSQL; `books()` gives the open books of the engine under test. */
export function onBothEngines(name: string, tests: (books: () => Books) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${name} on ${engine}`, () => {
      let books: Books;
      beforeAll(async () => {
        books = await openBooks(engine);
      });
      afterAll(async () => {
        await books.close();
      });
      tests(() => books);
    });
  }
}

async function placeFor(engine: Engine) {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'books-'));
    const location = { engine, file: join(folder, 'shouhou.db') } as const;
    await freshSqliteBooks(location.file);
    return { location, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
  const { url, drop } = await freshPostgresBooks();
  return { location: { engine, url } as const, remove: drop };
}

async function seedPeople(database: Database): Promise<Books['actors']> {
  const made: Partial<Record<PresetRole | 'leader2', Actor>> = {};
  const wanted = [
    'clerk',
    'warehouse',
    'technician',
    'leader',
    'leader2',
    'quality',
    'finance',
    'admin',
    'auditor',
  ] as const;
  for (const key of wanted) {
    const role: PresetRole = key === 'leader2' ? 'leader' : key;
    made[key] = {
      personId: newId<'person'>(),
      name: key,
      roles: [role],
      permissions: presetPermissionsOf([role]),
    };
  }
  // Every key of `wanted` was filled just above.
  const actors = made as Books['actors'];
  await database.write(actors.admin, async (tx) => {
    for (const actor of Object.values(actors)) {
      await tx.db.insert(people).values({
        id: actor.personId ?? '',
        signInName: actor.name,
        name: actor.name,
        roles: actor.roles,
        passwordHash: '',
        active: true,
        createdAt: tx.now,
        version: 1,
      });
    }
  });
  return actors;
}
