/** The eight roles of a service office that every firm begins with; they are always there. */
export const presetRoles = [
  'clerk',
  'warehouse',
  'technician',
  'leader',
  'quality',
  'finance',
  'admin',
  'auditor',
] as const;
export type PresetRole = (typeof presetRoles)[number];

/** The code of a role: the name of a preset role, or the id of a role that the firm added. */
export type RoleCode = string;

/** Whether the role is one of the preset. */
export function isPresetRole(code: RoleCode): code is PresetRole {
  return presetRoles.some((role) => role === code);
}
