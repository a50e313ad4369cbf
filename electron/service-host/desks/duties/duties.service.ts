import { and, eq, inArray, sql } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { duties } from '../../schema/duties.tables.ts';
import { covering, heldFields } from './duties.queries.ts';
import { alignment, outcomeAt, type HeldDuty } from './duties.rules.ts';
import { oneRecord, type Owed, type ToldDuty } from './duty.ts';

/** The kind of change the windows are told of when duties come, go or move. */
export const dutyChange = 'duty';

/**
 * Brings the duties of a record in line with what it owes now: opens what is owed and not held yet, ends what is held and owed
 * no more. Services call it after each act that can change what is owed. `ended` says how a duty ends: `met` (or missed,
 * when it is late) where it was done, `lapsed` where the record was voided or withdrawn.
 */
export async function followDuty(
  tx: WriteTx,
  told: ToldDuty,
  subjectId: string,
  ended: 'met' | 'lapsed' = 'met',
): Promise<void> {
  const owed = await told.owed(tx, oneRecord(subjectId));
  const held = await tx.run(findHeld, { kind: told.kind, subjectId });
  await alignDuties(tx, told, { owed, held }, ended);
}

/** The same for what was read already. Answers how many duties were opened, ended or given to another. */
export async function alignDuties(
  tx: WriteTx,
  told: ToldDuty,
  found: { readonly owed: readonly Owed[]; readonly held: readonly HeldDuty[] },
  ended: 'met' | 'lapsed',
): Promise<number> {
  const { opening, ending, moving } = alignment(found.owed, found.held);
  for (const one of opening) {
    const id = newId<'duty'>(tx.now);
    const { kind, of, team } = told;
    await tx.run(insertDuty, { ...one, id, kind, subjectKind: of, team, openedAt: tx.now });
    tx.changes.push({ kind: dutyChange, id });
  }
  for (const one of ending) {
    const outcome = ended === 'lapsed' ? 'lapsed' : outcomeAt(one, tx.now);
    await tx.run(endDuty, { id: one.id, outcome, settledAt: tx.now, settledBy: tx.actor.personId });
    tx.changes.push({ kind: dutyChange, id: one.id });
  }
  for (const { id, ownerId } of moving) {
    await tx.run(moveDuty, { id, ownerId });
    tx.changes.push({ kind: dutyChange, id });
  }
  return opening.length + ending.length + moving.length;
}

/** Open duties, and those that were waived: a leader's word holds as long as the same is owed. */
const findHeld = statement('duties.findHeld', (db) =>
  db
    .select(heldFields)
    .from(duties)
    .where(
      and(
        eq(duties.kind, given('kind')),
        eq(duties.subjectId, given('subjectId')),
        inArray(duties.outcome, [...covering]),
      ),
    ),
);

const insertDuty = statement('duties.insert', (db) =>
  db.insert(duties).values({
    id: given('id'),
    kind: given('kind'),
    subjectKind: given('subjectKind'),
    subjectId: given('subjectId'),
    round: given('round'),
    ownerId: given('ownerId'),
    team: given('team'),
    openedAt: given('openedAt'),
    dueAt: given('dueAt'),
    teamAt: given('teamAt'),
    leaderAt: given('leaderAt'),
    outcome: 'open',
    reason: '',
    version: 1,
  }),
);

const endDuty = statement('duties.end', (db) =>
  db
    .update(duties)
    .set({
      outcome: sql`${given('outcome')}`,
      settledAt: sql`${given('settledAt')}`,
      settledBy: sql`${given('settledBy')}`,
      version: sql`${duties.version} + 1`,
    })
    .where(eq(duties.id, given('id'))),
);

const moveDuty = statement('duties.move', (db) =>
  db
    .update(duties)
    .set({ ownerId: sql`${given('ownerId')}`, version: sql`${duties.version} + 1` })
    .where(eq(duties.id, given('id'))),
);
