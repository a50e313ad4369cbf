import { dayOf, type Moment } from '#shared/domain/days.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../../database/database.ts';
import { modelOfUnit } from '../units/units.models.queries.ts';
import { policyInForce } from '../warranty/policies.queries.ts';

/**
 * The warranty policy in force for a unit on the day of `at`; null where there is none. A policy that the day of sale
 * decides is not settled while nobody knows that day.
 */
export async function policyOfUnit(
  tx: ReadTx,
  unitId: string,
  at: Moment = tx.now,
): Promise<Id<'warrantyPolicy'> | null> {
  const unit = await modelOfUnit(tx, unitId);
  if (!unit) return null;
  const policy = await policyInForce(tx, { ...unit, faultDay: dayOf(at) });
  return policy && (unit.saleDay !== null || policy.appliesBy === 'faultDay') ? policy.id : null;
}
