import { and, asc, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { assertNever } from '#shared/domain/assert.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { judgeReading, type CounterDoubt, type ToldReading } from './units.readings.rules.ts';
import { readings, units } from '../../schema/units.tables.ts';

/** Readings on either side that a new one is held against. */
const comparedAtMost = 50;

/** A reading of a unit; `source` says on whose paper it stood. */
export interface NewReading extends ToldReading {
  readonly unitId: string;
}

/**
 * Notes what the counters of a unit showed on a day. Answers the id of the reading that says so, an earlier one when it is
 * known already, and null when there is nothing to note. Refuses as refuseDoubtful does.
 */
export async function recordReading(tx: WriteTx, input: NewReading): Promise<string | null> {
  const { unitId, day, mileageKm, operatingHours, source, counterReplaced, confirmed } = input;
  const verdict = await refuseDoubtful(tx, input);
  if (verdict.kind === 'nothingNew') return verdict.knownId;
  const id = newId<'reading'>(tx.now);
  const values = { day, mileageKm, operatingHours, source, counterReplaced };
  await tx.db.insert(readings).values({ id, unitId, ...values, recordedAt: tx.now, voidReason: '' });
  await recordAudit(tx, {
    act: 'units.addReading',
    subjectKind: 'unit',
    subjectId: unitId,
    after: { ...values, ...(confirmed ? { confirmed } : {}) },
  });
  return id;
}

/**
 * Holds a reading against those of the unit in force. Refuses READING_BELOW_LAST and HOURS_BELOW_LAST unless the counter
 * was replaced, READING_ABOVE_LATER and HOURS_ABOVE_LATER, READING_JUMPS and HOURS_JUMP unless confirmed, and NOT_FOUND.
 */
export async function refuseDoubtful(tx: ReadTx, input: NewReading) {
  const { unitId, day } = input;
  const [unit] = await tx.db.select({ saleDay: units.saleDay }).from(units).where(eq(units.id, unitId));
  if (!unit) return refuse('NOT_FOUND', { kind: 'unit' });
  const upToDay = await tx.db
    .select()
    .from(readings)
    .where(and(eq(readings.unitId, unitId), lte(readings.day, day), isNull(readings.voidedAt)))
    .orderBy(desc(readings.day), desc(readings.recordedAt), desc(readings.id))
    .limit(comparedAtMost);
  const afterDay = await tx.db
    .select()
    .from(readings)
    .where(and(eq(readings.unitId, unitId), gt(readings.day, day), isNull(readings.voidedAt)))
    .orderBy(asc(readings.day), asc(readings.recordedAt), asc(readings.id))
    .limit(comparedAtMost);
  const verdict = judgeReading(input, { upToDay, afterDay, saleDay: unit.saleDay });
  return verdict.kind === 'keep' || verdict.kind === 'nothingNew' ? verdict : refuseDoubt(verdict);
}

/** Takes one reading out of every calculation, for a reason; it stays visible. Refuses NOT_FOUND for one not in force. */
export async function voidReading(
  tx: WriteTx,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<{ id: string }> {
  const [voided] = await markVoid(tx, eq(readings.id, id), reason);
  return voided ? { id: voided.id } : refuse('NOT_FOUND', { kind: 'reading' });
}

/** Voids the readings that a document had noted, because the document is void. Says how many. */
export async function voidReadingsOf(
  tx: WriteTx,
  { source, reason }: { readonly source: string; readonly reason: string },
): Promise<number> {
  return (await markVoid(tx, eq(readings.source, source), reason)).length;
}

/** Takes back what a document had noted of a unit, because it is written anew; the audit trail keeps it. */
export async function withdrawReadings(
  tx: WriteTx,
  { unitId, source }: { readonly unitId: string; readonly source: string },
): Promise<void> {
  const withdrawn = await tx.db
    .delete(readings)
    .where(and(eq(readings.unitId, unitId), eq(readings.source, source), isNull(readings.voidedAt)))
    .returning();
  for (const { day, mileageKm, operatingHours } of withdrawn) {
    await recordAudit(tx, {
      act: 'units.withdrawReading',
      subjectKind: 'unit',
      subjectId: unitId,
      before: { day, mileageKm, operatingHours, source },
    });
  }
}

async function markVoid(tx: WriteTx, which: ReturnType<typeof eq>, reason: string) {
  const voided = await tx.db
    .update(readings)
    .set({ voidedAt: tx.now, voidReason: reason })
    .where(and(which, isNull(readings.voidedAt)))
    .returning();
  for (const { unitId, day, mileageKm, operatingHours, source } of voided) {
    await recordAudit(tx, {
      act: 'units.voidReading',
      subjectKind: 'unit',
      subjectId: unitId,
      before: { day, mileageKm, operatingHours, source },
      after: { voidReason: reason },
    });
  }
  return voided;
}

function refuseDoubt(doubt: CounterDoubt): never {
  const isMileage = doubt.counter === 'mileageKm';
  switch (doubt.kind) {
    case 'below': {
      const { lastDay, last } = doubt;
      return isMileage
        ? refuse('READING_BELOW_LAST', { lastDay, lastKm: last })
        : refuse('HOURS_BELOW_LAST', { lastDay, lastHours: last });
    }
    case 'above': {
      const { laterDay, later } = doubt;
      return isMileage
        ? refuse('READING_ABOVE_LATER', { laterDay, laterKm: later })
        : refuse('HOURS_ABOVE_LATER', { laterDay, laterHours: later });
    }
    case 'jumps': {
      const { lastDay, last, days } = doubt;
      return isMileage
        ? refuse('READING_JUMPS', { lastDay, lastKm: last, days })
        : refuse('HOURS_JUMP', { lastDay, lastHours: last, days });
    }
    default:
      return assertNever(doubt);
  }
}
