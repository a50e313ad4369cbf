import { eq, inArray } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import type { Database } from '#host/database/database.ts';
import { everyRecord } from '#host/desks/duties/duty.ts';
import { duties as roll } from '#host/roll/duties.ts';
import { duties } from '#host/schema/duties.tables.ts';

/** Where the open duties say something else than what the records owe; a line each. Waived ones cover what is owed. */
export async function dutiesAstray(database: Database): Promise<readonly string[]> {
  return database.read(theProgram, async (tx) => {
    const found: string[] = [];
    const rows = await tx.db
      .select()
      .from(duties)
      .where(inArray(duties.outcome, ['open', 'waived']));
    for (const told of Object.values(roll)) {
      const owed = new Map(
        (await told.owed(tx, everyRecord)).map((one) => [`${one.subjectId} ${one.round}`, one.ownerId]),
      );
      const held = new Map<string, string | null>();
      for (const row of rows.filter(({ kind }) => kind === told.kind)) {
        const key = `${row.subjectId} ${row.round}`;
        if (row.outcome === 'waived') owed.delete(key);
        else if (held.has(key)) found.push(`${told.kind} ${key} is open twice`);
        else held.set(key, row.ownerId);
      }
      for (const [key, owner] of owed) {
        if (!held.has(key)) found.push(`${told.kind} ${key} is owed and not open`);
        else if (held.get(key) !== owner) found.push(`${told.kind} ${key} is another's`);
        held.delete(key);
      }
      for (const key of held.keys()) found.push(`${told.kind} ${key} is open and not owed`);
    }
    return found;
  });
}

/** How many duties ended in each way. */
export async function endedDuties(database: Database, outcome: 'met' | 'missed' | 'lapsed'): Promise<number> {
  return database.read(theProgram, (tx) => tx.db.$count(duties, eq(duties.outcome, outcome)));
}
