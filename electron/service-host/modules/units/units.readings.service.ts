import { and, desc, eq, lte } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { judgeReading, type ReadingValues } from './units.rules.ts';
import { readings, units } from './units.tables.ts';

/** Earlier readings that a new one is held against. */
const comparedAtMost = 50;

/**
 * Notes what the counters of a unit showed on a day; `source` says on whose paper it stood. Answers the id of the reading
 * that says so, an earlier one when it is known already, and null when there is nothing to note. Refuses
 * READING_BELOW_LAST for kilometres below those of its day or before, unless the counter was replaced.
 */
export async function recordReading(
  tx: WriteTx,
  input: ReadingValues & {
    readonly unitId: string;
    readonly source: string;
    readonly counterReplaced: boolean;
  },
): Promise<string | null> {
  const { unitId, day, mileageKm, operatingHours, source, counterReplaced } = input;
  const [unit] = await tx.db.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (!unit) refuse('NOT_FOUND', { kind: 'unit' });
  const upToDay = await tx.db
    .select()
    .from(readings)
    .where(and(eq(readings.unitId, unitId), lte(readings.day, day)))
    .orderBy(desc(readings.day), desc(readings.recordedAt), desc(readings.id))
    .limit(comparedAtMost);
  const verdict = judgeReading(input, upToDay, counterReplaced);
  if (verdict.kind === 'below')
    refuse('READING_BELOW_LAST', { lastDay: verdict.lastDay, lastKm: verdict.lastKm });
  if (verdict.kind === 'nothingNew') return verdict.knownId;
  const id = newId<'reading'>(tx.now);
  const values = { day, mileageKm, operatingHours, source };
  await tx.db.insert(readings).values({ id, unitId, ...values, recordedAt: tx.now });
  await recordAudit(tx, {
    act: 'units.addReading',
    subjectKind: 'unit',
    subjectId: unitId,
    after: { ...values, counterReplaced },
  });
  return id;
}

/** Takes back what a document had noted of a unit, because it is written anew or void; the audit trail keeps it. */
export async function withdrawReadings(
  tx: WriteTx,
  { unitId, source }: { readonly unitId: string; readonly source: string },
): Promise<void> {
  const withdrawn = await tx.db
    .delete(readings)
    .where(and(eq(readings.unitId, unitId), eq(readings.source, source)))
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
