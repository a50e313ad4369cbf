import type { Permission } from '../nouns/index.ts';
import { permissions, presetPermissions } from './permissions.ts';
import { isPresetRole, type RoleCode } from './roles.ts';

/** What a firm gave a role beyond its preset, and what it took away; a role of its own has no preset. */
export interface RoleChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What no firm takes from the administrator: to change people and roles, to change the settings, and to see the pages on
 * which both are done. Without them a firm could lock itself out.
 */
export const keptByAdmin: readonly Permission[] = ['people.edit', 'settings.edit', 'audit.view'];

/**
 * What a role may do: its preset, with the changes of the firm. A permission that is new in this version comes by the preset,
 * even where the firm has changed the role; one that is gone is passed over.
 */
export function permissionsOfRole(code: RoleCode, { added, removed }: RoleChanges): readonly Permission[] {
  const preset = presetOf(code);
  return permissions.filter(
    (permission) =>
      keptBy(code).includes(permission) ||
      added.includes(permission) ||
      (preset.includes(permission) && !removed.includes(permission)),
  );
}

/** The changes that make a role hold exactly these permissions. */
export function changesOfRole(code: RoleCode, wanted: readonly Permission[]): RoleChanges {
  const preset = presetOf(code);
  return {
    added: permissions.filter((permission) => wanted.includes(permission) && !preset.includes(permission)),
    removed: preset.filter((permission) => !wanted.includes(permission)),
  };
}

/** The permissions that a role never loses. */
export function keptBy(code: RoleCode): readonly Permission[] {
  return code === 'admin' ? keptByAdmin : [];
}

function presetOf(code: RoleCode): readonly Permission[] {
  return isPresetRole(code) ? presetPermissions[code] : [];
}
