import { and, asc, gte, lte, sql } from 'drizzle-orm';
import type { Day } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { auditDays } from '../../schema/audit.tables.ts';

/** Entries that follow each other, the first and the last of them included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Days, both whole; left out, there is no bound on that side. */
export interface Days {
  readonly fromDay?: Day | undefined;
  readonly untilDay?: Day | undefined;
}

const wholeTrail: Stretch = { first: 0, last: Number.MAX_SAFE_INTEGER };

/**
 * The stretches of the trail that fall on these days, in its order. That is one, unless the clock of the PC was put back
 * over midnight: what was written before and after it need not lie side by side.
 */
export async function stretchesOn(tx: ReadTx, { fromDay, untilDay }: Days): Promise<readonly Stretch[]> {
  if (fromDay === undefined && untilDay === undefined) return [wholeTrail];
  // Bounds before and behind every day a call can name; no day at all lies before both.
  const [from, until] = [fromDay ?? '0000-01-01', untilDay ?? '9999-12-31'];
  const lies = (column: typeof auditDays.day | typeof auditDays.dayBefore) =>
    and(gte(column, from), lte(column, until));
  const turns = await tx.db
    .select({ sequence: auditDays.sequence })
    .from(auditDays)
    .where(sql`(${lies(auditDays.day)}) <> (${lies(auditDays.dayBefore)})`)
    .orderBy(asc(auditDays.sequence));
  const sequences = turns.map(({ sequence }) => sequence);
  // The days are entered and left by turns.
  return sequences.flatMap((first, turn) =>
    turn % 2 === 0 ? [{ first, last: (sequences[turn + 1] ?? wholeTrail.last) - 1 }] : [],
  );
}
