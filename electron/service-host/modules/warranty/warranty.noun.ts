import type { Noun } from '../../desks/noun.ts';
import { warrantyJudgement } from './warranty.paper.ts';

/** The judgement, as the desks know it. */
export const judgementNoun = {
  papers: { 'warranty-judgement': warrantyJudgement },
} satisfies Noun<'judgement'>;
