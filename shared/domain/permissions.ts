import { presets, type Permission } from '../nouns/index.ts';
import { presetRoles, type PresetRole } from './roles.ts';

/** Every permission there is, told by the cards of the nouns and by the desks. */
export const permissions: readonly Permission[] = permissionNames();

/** What everybody signed in may do, and what nobody needs a session for. */
export type Access = Permission | 'anyone' | 'signedIn';

/** The preset matrix: which role may do which act, as long as the firm has not changed the role. */
export const presetPermissions: Readonly<Record<PresetRole, readonly Permission[]>> = {
  clerk: presetOf('clerk'),
  warehouse: presetOf('warehouse'),
  technician: presetOf('technician'),
  leader: presetOf('leader'),
  quality: presetOf('quality'),
  finance: presetOf('finance'),
  admin: presetOf('admin'),
  auditor: presetOf('auditor'),
};

/**
 * Everything the holder of these preset roles may do in a firm that has changed none of them. Who may do what in the books
 * at hand is told by their own roles.
 */
export function presetPermissionsOf(held: readonly PresetRole[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => presetPermissions[role]));
}

/** The preset roles that hold a permission. */
export function presetRolesWith(permission: string): readonly PresetRole[] {
  return presetRoles.filter((role) => presetPermissions[role].some((held) => held === permission));
}

function presetOf(role: PresetRole): readonly Permission[] {
  return permissionNames().filter((permission) => {
    const preset = presets[permission];
    return preset === 'everybody' || preset.includes(role);
  });
}

function permissionNames(): readonly Permission[] {
  // The presets are a constant of ours, and hold no other names than their type.
  return Object.keys(presets) as Permission[];
}
