import { eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { lookAt } from '#shared/domain/looks.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import {
  warrantyJudgementPaper,
  type WarrantyJudgementPaper,
} from '../../printing/documents/warranty-judgement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';
import { whoAndWhat } from '../units/document-facts.queries.ts';
import { getJudgement } from './warranty.queries.ts';

/** The half-sheet of a warranty judgement; says the same as long as the judgement is kept. */
export const warrantyJudgement = paper('warranty-judgement', {
  of: 'judgement',
  facts: judgementFacts,
  draw: warrantyJudgementPaper,
  look: lookAtCase,
});

async function judgementFacts(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<PaperFacts<WarrantyJudgementPaper>> {
  const judgement = await getJudgement(tx, { id });
  const customerId = await customerOf(tx, judgement.caseId);
  const { caseId, unitId, at } = judgement;
  const facts = await whoAndWhat(tx, { caseId, unitId, customerId }, at);
  const { overruledVerdict } = judgement;
  const overruledAt = await overruledMoment(tx, judgement.id, judgement.at);
  const data = {
    ...facts,
    number: judgement.number,
    saleDay: judgement.saleDay ?? undefined,
    mileageKm: judgement.mileageKm ?? undefined,
    operatingHours: judgement.operatingHours ?? undefined,
    componentGroupName: judgement.componentGroupName,
    policyName: judgement.policyName,
    clause: judgement.clause,
    basisDay: judgement.basisDay,
    verdict: judgement.verdict,
    endDay: judgement.endDay ?? undefined,
    daysLeft: judgement.daysLeft ?? undefined,
    kilometresLeft: judgement.kilometresLeft ?? undefined,
    hoursLeft: judgement.hoursLeft ?? undefined,
    reasons: judgement.reasons.map(
      ({ key, parameters }) =>
        translateAny(language, key, parameters) ??
        translateAny(language, `warranty.${key}`, parameters) ??
        key,
    ),
    extensions: [],
    ...(overruledVerdict === null
      ? {}
      : {
          overruling: {
            verdict: overruledVerdict,
            reason: judgement.overruleReason,
            by: judgement.overruledByName,
            at: overruledAt,
          },
        }),
    judgedBy: judgement.personName,
    judgedAt: judgement.at,
  };
  return { data, number: judgement.number, contentHash: '' };
}

async function customerOf(tx: ReadTx, caseId: string | null): Promise<string | null> {
  const [found] =
    caseId === null
      ? []
      : await tx.db.select({ customerId: cases.customerId }).from(cases).where(eq(cases.id, caseId));
  return found?.customerId ?? null;
}

async function overruledMoment(tx: ReadTx, id: string, otherwise: number): Promise<number> {
  const [row] = await tx.db
    .select({ at: warrantyJudgements.overruledAt })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.id, id));
  return row?.at ?? otherwise;
}

/** Customer and number stand on the paper as the case knows them. */
async function lookAtCase(tx: ReadTx, id: string) {
  const [found] = await tx.db
    .select({ caseId: warrantyJudgements.caseId })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.id, id));
  return found?.caseId ? lookAt('case', found.caseId) : undefined;
}
