import { permissions } from '#shared/domain/permissions.ts';
import { deskMay } from '#shared/nouns/desks.ts';
import type { Permission } from '#shared/nouns/index.ts';

/** The permissions about one thing. */
export interface PermissionGroup {
  /** What stands before the dot of each of them. */
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** All permissions by the thing that they are about: nouns first, then what serves every noun. */
export const permissionGroups: readonly PermissionGroup[] = [
  ...groupsOf(permissions.filter((permission) => !Object.hasOwn(deskMay, permission))),
  ...groupsOf(permissions.filter((permission) => Object.hasOwn(deskMay, permission))),
];

function groupsOf(some: readonly Permission[]): readonly PermissionGroup[] {
  const groups = Map.groupBy(some, (permission) => permission.split('.', 1)[0] ?? '');
  return [...groups].map(([name, of]) => ({ name, permissions: of }));
}
