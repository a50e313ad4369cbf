import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import type { PresetRole } from '#shared/domain/roles.ts';
import { presetPermissionsOf } from '#shared/domain/permissions.ts';
import { dutyCounters, listDuties, type DutyFilter } from '#host/desks/duties/duties.queries.ts';
import { followDuty } from '#host/desks/duties/duties.service.ts';
import type { Owed, ToldDuty } from '#host/desks/duties/duty.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { duties as roll, mostUrgentDuties } from '#host/roll/duties.ts';
import { people } from '#host/schema/people.tables.ts';
import { inNewFolder } from './in-folder.ts';
import { timesOf, type Times } from './measure.ts';

const kept = 1_000_000;
const open = 20_000;
const runs = 200;
const day = 86_400_000;

/** Duties of an office that has kept a million of them and has 20,000 open. */
export async function benchDuties(): Promise<Record<string, Times>> {
  return inNewFolder((folder) => dutiesOn(join(folder, 'books.db')));
}

async function dutiesOn(file: string): Promise<Record<string, Times>> {
  const database = await openDatabase({ engine: 'sqlite', file });
  const clerk = actor('clerk');
  const leader = actor('leader');
  await database.write(leader, async (tx) => {
    for (const { personId, name } of [clerk, leader])
      await tx.db.insert(people).values({
        id: personId ?? '',
        signInName: name,
        name,
        roles: [],
        passwordHash: '',
        active: true,
        createdAt: tx.now,
        version: 1,
      });
  });
  fill(file, clerk.personId ?? '');
  const page = (who: Actor, filter: DutyFilter, after?: string) =>
    database.read(who, (tx) =>
      listDuties(tx, roll, {
        filter,
        sort: { by: 'dueAt', descending: filter.state !== 'open' },
        limit: 100,
        ...(after === undefined ? {} : { after }),
      }),
    );
  let owed: readonly Owed[] = [];
  // What is read of the record itself is the business of its module.
  const told: ToldDuty = { ...roll.promisedCall, owed: async () => owed };
  const follow = (now: readonly Owed[], subjectId: string) => {
    owed = now;
    return database.write(clerk, (tx) => followDuty(tx, told, subjectId));
  };
  const subjects = Array.from({ length: runs }, (): string => newId<'contact'>());
  const dueAt = Date.now();
  const deep = JSON.stringify([dueAt - 300 * day, '']);
  const results = {
    'mine, open (ms)': await timesOf(runs, () => page(clerk, { scope: 'mine', state: 'open' })),
    'of the team, late (ms)': await timesOf(runs, () => page(leader, { scope: 'team', state: 'late' })),
    'all, of one kind, open (ms)': await timesOf(runs, () =>
      page(leader, { scope: 'all', state: 'open', kind: 'warrantyCard' }),
    ),
    'all, met, behind many (ms)': await timesOf(runs, () =>
      page(leader, { scope: 'all', state: 'met' }, deep),
    ),
    'of several teams, met (ms)': await timesOf(runs, () => page(leader, { scope: 'team', state: 'met' })),
    'mine, missed, of one kind (ms)': await timesOf(runs, () =>
      page(clerk, { scope: 'mine', state: 'missed', kind: 'promisedCall' }),
    ),
    'counters (ms)': await timesOf(runs, () => database.read(clerk, (tx) => dutyCounters(tx, roll))),
    'most urgent five (ms)': await timesOf(runs, () =>
      database.read(clerk, (tx) => mostUrgentDuties(tx, clerk.personId, 5)),
    ),
    'one opened (ms)': await timesOf(runs, (run) => {
      const subjectId = subjects[run] ?? '';
      return follow(
        [{ subjectId, round: '1', ownerId: clerk.personId, dueAt, teamAt: dueAt, leaderAt: dueAt }],
        subjectId,
      );
    }),
    'one settled (ms)': await timesOf(runs, (run) => follow([], subjects[run] ?? '')),
  };
  await database.close();
  return results;
}

function actor(role: PresetRole): Actor {
  return { personId: newId<'person'>(), name: role, roles: [role], permissions: presetPermissionsOf([role]) };
}

/** A quarter of them is of one person, the rest of whole teams; kinds and moments are spread over three years. */
function fill(file: string, ownerId: string): void {
  const kinds = Object.values(roll);
  const books = new Sqlite(file);
  const insert = books.prepare(
    `INSERT INTO duties (id, kind, subject_kind, subject_id, round, owner_id, team, opened_at, due_at, team_at,
       leader_at, outcome, settled_at, reason, version)
     VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, '', 1)`,
  );
  const now = Date.now();
  books.transaction(() => {
    for (let count = 0; count < kept + open; count += 1) {
      const told = kinds[count % kinds.length] ?? roll.oldPartDue;
      const isOpen = count >= kept;
      const dueAt = isOpen ? now + ((count % 61) - 20) * day : now - Math.floor((count / kept) * 1000) * day;
      const outcome = isOpen ? 'open' : count % 5 === 0 ? 'missed' : 'met';
      const owner = count % 4 === 0 ? ownerId : null;
      const [team, leader] = [dueAt, dueAt + day];
      const settledAt = isOpen ? null : dueAt;
      const subject = [told.kind, told.of, newId()] as const;
      insert.run(newId(), ...subject, owner, told.team, dueAt - day, dueAt, team, leader, outcome, settledAt);
    }
  })();
  books.exec('ANALYZE');
  books.close();
}
