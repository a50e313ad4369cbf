/** The eight roles of a service office. */
export const roles = [
  'clerk',
  'warehouse',
  'technician',
  'leader',
  'quality',
  'finance',
  'admin',
  'auditor',
] as const;
export type Role = (typeof roles)[number];
