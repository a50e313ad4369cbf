import { refuse } from '#shared/contract/refusals.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { countByModelAndSale } from '../units/units.models.queries.ts';
import { listGroups, policyById, publishedPolicies, type Policy } from './policies.queries.ts';
import { choosePolicy } from './warranty.rules.ts';

/** What the page shows of a term. */
interface TermLimits {
  readonly months: number | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly wearPart: boolean;
}

interface ChangedGroup {
  readonly componentGroupCode: string;
  readonly componentGroupName: string;
  unitCount: number;
  readonly before: TermLimits | null;
  readonly after: TermLimits | null;
}

/**
 * What publishing a draft would change for faults of today: how many units in use would be judged by it, and which
 * component groups would get other terms. Refuses NOT_FOUND.
 */
export async function publishingEffect(tx: ReadTx, { id }: { readonly id: string }) {
  const draft = await policyById(tx, id);
  if (!draft) return refuse('NOT_FOUND', { kind: 'warrantyPolicy' });
  const published = (await publishedPolicies(tx)).filter((policy) => policy.id !== id);
  const withDraft = [...published, { ...draft, published: true }];
  const groups = await listGroups(tx);
  const changed = new Map<string, ChangedGroup>();
  let unitCount = 0;
  for (const kind of await countByModelAndSale(tx)) {
    const question = { ...kind, faultDay: dayOf(tx.now) };
    if (choosePolicy(withDraft, question)?.id !== id) continue;
    unitCount += kind.count;
    const held = choosePolicy(published, question);
    for (const { code, name } of groups) {
      const before = limitsOf(held, code);
      const after = limitsOf(draft, code);
      const key = JSON.stringify([code, before, after]);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      const known = changed.get(key) ?? {
        componentGroupCode: code,
        componentGroupName: name,
        unitCount: 0,
        before,
        after,
      };
      known.unitCount += kind.count;
      changed.set(key, known);
    }
  }
  // The change that meets most units first.
  const groupsChanged = [...changed.values()].toSorted((one, other) => other.unitCount - one.unitCount);
  return { unitCount, groups: groupsChanged };
}

function limitsOf(policy: Policy | undefined, code: string): TermLimits | null {
  const term = policy?.terms.find((one) => one.componentGroupCode === code);
  if (!term) return null;
  const { months, mileageKm, operatingHours, wearPart } = term;
  return { months, mileageKm, operatingHours, wearPart };
}
