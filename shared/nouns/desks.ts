import type { Preset } from './card.ts';

/** The permissions of the desks, which serve every noun. */
export const deskMay = {
  'audit.view': ['leader', 'admin', 'auditor'],
  'attachments.view': 'everybody',
  'attachments.add': ['clerk', 'warehouse', 'technician', 'leader', 'quality', 'finance', 'admin'],
  'attachments.void': ['leader'],
  'decisions.view': ['leader'],
  'papers.print': ['clerk', 'warehouse', 'technician', 'leader', 'quality', 'finance', 'admin'],
  'duties.view': 'everybody',
  /** Sees the duties of everybody, hears of late ones, and waives what need not be done. */
  'duties.lead': ['leader'],
  'sample.manage': ['admin'],
} as const satisfies Readonly<Record<string, Preset>>;
