import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Verdict } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { calling } from '../../database/named.ts';
import { warrantyJudgements, warrantyTerms } from '../../schema/warranty.tables.ts';

/** A judgement as the lines of documents name it, with the verdict that holds. */
export interface JudgementName {
  readonly number: string;
  readonly verdict: Verdict | null;
  readonly clause: string;
  readonly unitId: string | null;
}

/** The judgements with these ids. */
export const judgementsNamed = calling<JudgementName>(
  'judgements.named',
  { number: '', verdict: null, clause: '', unitId: null },
  (db, ids) =>
    db
      .select({
        id: warrantyJudgements.id,
        number: warrantyJudgements.number,
        verdict: sql<Verdict>`coalesce(${warrantyJudgements.overruledVerdict}, ${warrantyJudgements.verdict})`,
        clause: sql<string>`coalesce(${warrantyTerms.clause}, '')`,
        unitId: warrantyJudgements.unitId,
      })
      .from(warrantyJudgements)
      .leftJoin(warrantyTerms, eq(warrantyTerms.id, warrantyJudgements.termId))
      .where(inArray(warrantyJudgements.id, ids)),
);

/** The last judgement of a case on a unit; one on a unit that the case named before says nothing of this one. */
export async function lastJudgementOf(tx: ReadTx, caseId: string, unitId: string) {
  const [row] = await tx.db
    .select({
      number: warrantyJudgements.number,
      verdict: warrantyJudgements.verdict,
      overruled: warrantyJudgements.overruledVerdict,
      clause: warrantyTerms.clause,
      daysLeft: warrantyJudgements.daysLeft,
    })
    .from(warrantyJudgements)
    .leftJoin(warrantyTerms, eq(warrantyTerms.id, warrantyJudgements.termId))
    .where(and(eq(warrantyJudgements.caseId, caseId), eq(warrantyJudgements.unitId, unitId)))
    .orderBy(desc(warrantyJudgements.at))
    .limit(1);
  if (!row) return null;
  const { number, verdict, overruled, clause, daysLeft } = row;
  return { number, verdict: overruled ?? verdict, clause: clause ?? '', daysLeft };
}
