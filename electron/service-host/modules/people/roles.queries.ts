import { isPresetRole, presetRoles } from '#shared/domain/roles.ts';
import { permissionsOfRole } from '#shared/domain/role-permissions.ts';
import type { Permission } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { roles } from '../../schema/people.tables.ts';
import { sortedByName } from '../sort-key.ts';
import type { Rights } from './people.rules.ts';

/** The roles of the firm as they allow things now. Read anew by whoever decides: what was changed counts at once. */
export async function rightsNow(tx: ReadTx): Promise<Rights> {
  const active = (await tx.run(findRoles)).filter((role) => role.active);
  const byCode = new Map(active.map((role) => [role.id, permissionsOfRole(role.id, role)]));
  return (held) => new Set(held.flatMap((code) => byCode.get(code) ?? []));
}

/** Whether the actor holds a permission by a role of their own, and not in the place of another. */
export async function hasOwnRight(tx: ReadTx, permission: Permission): Promise<boolean> {
  return (await rightsNow(tx))(tx.actor.roles).has(permission);
}

/** The roles: those of the preset in their order, then those of the firm by name. */
export async function listRoles(tx: ReadTx) {
  const rows = (await tx.run(findRoles)).map(({ id, name, added, removed, active, version }) => ({
    code: id,
    name,
    isPreset: isPresetRole(id),
    permissions: [...permissionsOfRole(id, { added, removed })],
    active,
    version,
  }));
  const place = ({ code }: { readonly code: string }) => presetRoles.findIndex((role) => role === code);
  const preset = rows.filter(({ isPreset }) => isPreset);
  const own = rows.filter(({ isPreset }) => !isPreset);
  return [...preset.toSorted((one, other) => place(one) - place(other)), ...sortedByName(own)];
}

const findRoles = statement('people.findRoles', (db) => db.select().from(roles));
