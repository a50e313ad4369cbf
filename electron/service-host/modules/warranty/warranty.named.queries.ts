import { and, desc, eq } from 'drizzle-orm';
import type { Verdict } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { warrantyJudgements, warrantyTerms } from '../../schema/warranty.tables.ts';

/** A judgement as the lines of documents name it, with the verdict that holds. */
export interface JudgementName {
  readonly number: string;
  readonly verdict: Verdict | null;
  readonly clause: string;
  readonly unitId: string | null;
}

/** The judgements with these ids. */
export async function judgementsNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<JudgementName>> {
  return namesOf<JudgementName>(
    ids,
    async (some) => {
      const rows = await tx.db
        .select({
          id: warrantyJudgements.id,
          number: warrantyJudgements.number,
          verdict: warrantyJudgements.verdict,
          overruled: warrantyJudgements.overruledVerdict,
          clause: warrantyTerms.clause,
          unitId: warrantyJudgements.unitId,
        })
        .from(warrantyJudgements)
        .leftJoin(warrantyTerms, eq(warrantyTerms.id, warrantyJudgements.termId))
        .where(among(warrantyJudgements.id, some));
      return rows.map(({ verdict, overruled, clause, ...row }) => ({
        ...row,
        verdict: overruled ?? verdict,
        clause: clause ?? '',
      }));
    },
    { number: '', verdict: null, clause: '', unitId: null },
  );
}

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
