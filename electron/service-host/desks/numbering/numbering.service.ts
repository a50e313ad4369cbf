import { sql } from 'drizzle-orm';
import { dayOf, monthOf } from '#shared/domain/days.ts';
import { prefixOf, type NumberedKind } from '#shared/nouns/index.ts';
import { present } from '#shared/domain/assert.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { numberSeries, voidedNumbers } from '../../schema/numbering.tables.ts';

/** The next final number of a kind, such as LL202611-0042: one after the other within a month, without a gap. */
export async function nextNumber(tx: WriteTx, kind: NumberedKind): Promise<string> {
  const period = monthOf(dayOf(tx.now)).replace('-', '');
  return `${prefixOf(kind)}${period}-${await advance(tx, kind, period)}`;
}

/** A number for a draft, such as LL-T0007; it is replaced by a final one at approval or posting and may leave gaps. */
export async function provisionalNumber(tx: WriteTx, kind: NumberedKind): Promise<string> {
  return `${prefixOf(kind)}-T${await advance(tx, `${kind}.draft`, '')}`;
}

/** Keeps a final number whose document was voided in the register, so that nobody looks for it in vain. */
export async function registerVoidedNumber(
  tx: WriteTx,
  voided: {
    readonly number: string;
    readonly documentKind: string;
    readonly documentId: string;
    readonly reason: string;
  },
): Promise<void> {
  await tx.db.insert(voidedNumbers).values({ ...voided, personId: tx.actor.personId, at: tx.now });
}

async function advance(tx: WriteTx, kind: string, period: string): Promise<string> {
  const [row] = await tx.run(advanceSeries, { kind, period });
  return present(row, `number series ${kind}`).lastNumber.toString().padStart(4, '0');
}

const advanceSeries = statement('numbering.advance', (db) =>
  db
    .insert(numberSeries)
    .values({ kind: given('kind'), period: given('period'), lastNumber: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.kind, numberSeries.period],
      set: { lastNumber: sql`${numberSeries.lastNumber} + 1` },
    })
    .returning({ lastNumber: numberSeries.lastNumber }),
);
