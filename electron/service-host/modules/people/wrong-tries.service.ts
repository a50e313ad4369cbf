import { and, eq } from 'drizzle-orm';
import type { Moment } from '#shared/domain/days.ts';
import type { WriteTx } from '../../database/database.ts';
import { waitAfterWrongTries } from './people.rules.ts';
import { wrongTries, type secretKinds } from '../../schema/people.tables.ts';

/** Whose tries at which secret of whom are counted together. */
export interface TryCounter {
  readonly personId: string;
  readonly kind: (typeof secretKinds)[number];
  readonly triedBy: string;
}

/** Where a counter stands. */
export interface CountedTries {
  readonly count: number;
  readonly lastAt: Moment;
  /** Milliseconds until the next try is looked at; above zero this one is not. */
  readonly wait: number;
}

/** Counts a try before it is looked at, unless it has to wait: many at once gain nothing. */
export async function countTry(tx: WriteTx, counter: TryCounter): Promise<CountedTries> {
  const [known] = await tx.db.select().from(wrongTries).where(sameAs(counter));
  const wait = leftToWait(known?.count ?? 0, known?.lastAt ?? null, tx.now);
  if (known && wait > 0) return { count: known.count, lastAt: known.lastAt, wait };
  const counted = { count: (known?.count ?? 0) + 1, lastAt: tx.now };
  const { personId, kind, triedBy } = wrongTries;
  await tx.db
    .insert(wrongTries)
    .values({ ...counter, ...counted })
    .onConflictDoUpdate({ target: [personId, kind, triedBy], set: counted });
  return { ...counted, wait: 0 };
}

/** Notes that it is put on record that somebody goes on while they have to wait. False when it was for this wait. */
export async function noteWaitTold(tx: WriteTx, counter: TryCounter, lastAt: Moment): Promise<boolean> {
  const [known] = await tx.db.select().from(wrongTries).where(sameAs(counter));
  if (!known || (known.waitToldAt ?? -1) >= lastAt) return false;
  await tx.db.update(wrongTries).set({ waitToldAt: tx.now }).where(sameAs(counter));
  return true;
}

/** Forgets the wrong tries of one counter, or with fewer facts those of all it fits to. */
export async function forgetWrongTries(
  tx: WriteTx,
  which: Pick<TryCounter, 'personId'> & Partial<TryCounter>,
): Promise<void> {
  await tx.db.delete(wrongTries).where(sameAs(which));
}

/** How long a try after so many wrong ones has still to wait, in milliseconds. */
export function leftToWait(count: number, lastAt: Moment | null, now: Moment): number {
  return lastAt === null ? 0 : Math.max(0, lastAt + waitAfterWrongTries(count) - now);
}

function sameAs({ personId, kind, triedBy }: Pick<TryCounter, 'personId'> & Partial<TryCounter>) {
  return and(
    eq(wrongTries.personId, personId),
    kind === undefined ? undefined : eq(wrongTries.kind, kind),
    triedBy === undefined ? undefined : eq(wrongTries.triedBy, triedBy),
  );
}
