import { decisionsTold, type SigningRule } from '#shared/domain/decision-kinds.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { sign, type Signed, type ToSign } from '../../desks/decisions/decisions.service.ts';
import { saveSettings } from './settings.service.ts';
import { neededSigners, peopleWith } from './signing.queries.ts';

/** Puts the actor's signature under a decision, by the rules of the firm for its amount. Refuses ALREADY_SIGNED, NOT_YOUR_TURN. */
export async function signByRules(
  tx: WriteTx,
  { amountFen, ...toSign }: Omit<ToSign, 'needed'> & { readonly amountFen: number | null },
): Promise<Signed> {
  const neededFor = await neededSigners(tx, toSign.decision);
  return sign(tx, { ...toSign, needed: neededFor({ amountFen, concerned: toSign.by.concerned }) });
}

/**
 * Saves who must sign. Refuses INVALID_INPUT for two rules of one decision from the same amount, for somebody named twice, and
 * for somebody without the right, whose signature could not come.
 */
export async function saveSigningRules(
  tx: WriteTx,
  input: { readonly version: number; readonly values: { readonly rules: readonly SigningRule[] } },
) {
  const issues: { path: string; code: string }[] = [];
  for (const [index, rule] of input.values.rules.entries()) {
    const earlier = input.values.rules.slice(0, index);
    if (earlier.some(({ decision, fromFen }) => decision === rule.decision && fromFen === rule.fromFen))
      issues.push({ path: `values.rules.${index}.fromFen`, code: 'sameRule' });
    const able = rule.inOrder.length > 0 ? await peopleWith(tx, decisionsTold[rule.decision].may) : undefined;
    if (new Set(rule.inOrder).size < rule.inOrder.length || rule.inOrder.some((person) => !able?.has(person)))
      issues.push({ path: `values.rules.${index}.inOrder`, code: 'cannotSign' });
  }
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  return saveSettings(tx, 'decisions', input);
}
