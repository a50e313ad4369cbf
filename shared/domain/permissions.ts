/** The eight roles of a service office. */
export const roles = ['clerk', 'warehouse', 'technician', 'leader', 'quality', 'finance', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** One permission per act; reading a kind of record is an act too. */
export const permissions = [
  'audit.view',
  'people.edit', 'settings.edit',
  'attachments.view', 'attachments.add', 'attachments.void',
  'customers.view', 'customers.edit',
  'units.view', 'units.edit',
  'parts.view', 'parts.edit',
  'stock.view', 'stock.accounts', 'stock.receive', 'stock.reverse',
  'warranty.view', 'warranty.judge', 'warranty.overrule', 'warranty.policies',
  'contacts.view', 'contacts.record', 'contacts.void',
  'cases.view', 'cases.edit',
  'requisitions.view', 'requisitions.write', 'requisitions.approve', 'requisitions.issue', 'requisitions.clear', 'requisitions.allow',
  'oldParts.view', 'oldParts.receive', 'oldParts.waive',
  'reports.view', 'reports.write', 'reports.sign', 'reports.approve',
  'papers.print',
  'sample.manage',
] as const;
export type Permission = (typeof permissions)[number];

/** What everybody signed in may do, and what nobody needs a session for. */
export type Access = Permission | 'anyone' | 'signedIn';

const reading = permissions.filter((permission) => permission.endsWith('.view') && permission !== 'audit.view');

/** The matrix: which role may do which act. A person has the union of their roles' permissions. */
export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [
    ...reading, 'attachments.add', 'customers.edit', 'units.edit', 'warranty.judge', 'contacts.record', 'contacts.void',
    'cases.edit', 'requisitions.write', 'requisitions.clear', 'reports.write', 'reports.sign', 'oldParts.receive', 'papers.print',
  ],
  warehouse: [
    ...reading, 'attachments.add', 'parts.edit', 'stock.accounts', 'stock.receive', 'stock.reverse', 'requisitions.write',
    'requisitions.issue', 'requisitions.clear', 'oldParts.receive', 'papers.print',
  ],
  technician: [
    ...reading, 'attachments.add', 'units.edit', 'warranty.judge', 'contacts.record', 'cases.edit', 'requisitions.write',
    'reports.write', 'reports.sign', 'papers.print',
  ],
  leader: [
    ...reading, 'audit.view', 'attachments.add', 'attachments.void', 'customers.edit', 'units.edit', 'parts.edit', 'stock.reverse',
    'warranty.judge', 'warranty.overrule', 'contacts.record', 'contacts.void', 'cases.edit', 'requisitions.write',
    'requisitions.approve', 'requisitions.allow', 'oldParts.waive', 'reports.write', 'reports.sign', 'reports.approve', 'papers.print',
  ],
  quality: [...reading, 'attachments.add', 'warranty.judge', 'cases.edit', 'contacts.record', 'oldParts.receive', 'papers.print'],
  finance: [...reading, 'attachments.add', 'papers.print'],
  admin: [
    ...reading, 'audit.view', 'people.edit', 'settings.edit', 'attachments.add', 'warranty.policies', 'customers.edit', 'units.edit',
    'parts.edit', 'stock.accounts', 'papers.print', 'sample.manage',
  ],
  auditor: [...reading, 'audit.view'],
};

/** Everything the holder of these roles may do. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => permissionsOfRole[role]));
}
