import type { Preset } from './card.ts';

/** The permissions of the desks, which serve every noun. */
export const deskMay = {
  'audit.view': ['leader', 'admin', 'auditor'],
  'attachments.view': 'everybody',
  'attachments.add': ['clerk', 'warehouse', 'technician', 'leader', 'quality', 'finance', 'admin'],
  'attachments.void': ['leader'],
  'decisions.view': ['leader'],
  'papers.print': ['clerk', 'warehouse', 'technician', 'leader', 'quality', 'finance', 'admin'],
  'sample.manage': ['admin'],
} as const satisfies Readonly<Record<string, Preset>>;
