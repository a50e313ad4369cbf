import { eq } from 'drizzle-orm';
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
