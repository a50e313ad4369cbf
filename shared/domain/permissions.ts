import { presets, type Permission } from '../nouns/index.ts';
import type { Role } from './roles.ts';

/** Every permission there is, told by the cards of the nouns and by the desks. */
export const permissions: readonly Permission[] = permissionNames();

/** What everybody signed in may do, and what nobody needs a session for. */
export type Access = Permission | 'anyone' | 'signedIn';

/** The preset matrix: which role may do which act. A person has the union of their roles' permissions. */
export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: presetOf('clerk'),
  warehouse: presetOf('warehouse'),
  technician: presetOf('technician'),
  leader: presetOf('leader'),
  quality: presetOf('quality'),
  finance: presetOf('finance'),
  admin: presetOf('admin'),
  auditor: presetOf('auditor'),
};

/** Everything the holder of these roles may do. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => permissionsOfRole[role]));
}

function presetOf(role: Role): readonly Permission[] {
  return permissionNames().filter((permission) => {
    const preset = presets[permission];
    return preset === 'everybody' || preset.includes(role);
  });
}

function permissionNames(): readonly Permission[] {
  // The presets are a constant of ours, and hold no other names than their type.
  return Object.keys(presets) as Permission[];
}
