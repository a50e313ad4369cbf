import { eq } from 'drizzle-orm';
import { decisionsTold, type DecisionKind } from '#shared/domain/decision-kinds.ts';
import type { Permission } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';
import { neededOf, type Matter, type NeededSigners } from '../../desks/decisions/signing.rules.ts';
import { people } from '../../schema/people.tables.ts';
import { rightsNow } from '../people/roles.queries.ts';
import { settingsForEditing, settingsOf } from './settings.queries.ts';

/** Who must sign a matter of the kind, by the rules of the firm. */
export async function neededSigners(
  tx: ReadTx,
  decision: DecisionKind,
): Promise<(matter: Matter) => NeededSigners> {
  const rules = (await settingsOf(tx, 'decisions')).rules.filter((rule) => rule.decision === decision);
  const isOrdered = rules.some(({ inOrder }) => inOrder.length > 0);
  const able = isOrdered ? await peopleWith(tx, decisionsTold[decision].may) : new Set<string>();
  return (matter) => neededOf(rules, able, matter);
}

/** The active people who hold a permission by a role of their own. */
export async function peopleWith(tx: ReadTx, permission: Permission): Promise<ReadonlySet<string>> {
  const active = await tx.db
    .select({ id: people.id, roles: people.roles })
    .from(people)
    .where(eq(people.active, true));
  const rights = await rightsNow(tx);
  return new Set(active.filter(({ roles }) => rights(roles).has(permission)).map(({ id }) => id));
}

/** The rules of the firm for signatures, with the version an editor must name. */
export async function signingRules(tx: ReadTx) {
  const { values, version } = await settingsForEditing(tx, 'decisions');
  return {
    values: { rules: values.rules.map((rule) => ({ ...rule, inOrder: [...rule.inOrder] })) },
    version,
  };
}
