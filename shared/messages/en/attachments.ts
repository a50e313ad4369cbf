import type { attachments as chinese } from '../zh-CN/attachments.ts';

/** Pictures, scans and recordings attached to a record. */
export const attachments = {
  add: 'Add',
  dropHere: 'Drop or paste pictures, scans, recordings',
  none: 'Drop or paste photographs, scans, recordings here.',
  void: 'Void',
  voidReason: 'Why void',
  isVoid: 'Void: {reason}',
  show: 'Show',
  purpose_scan: 'Scan',
  purpose_photo: 'Photo',
  purpose_recording: 'Recording',
  purpose_logo: 'Logo',
  purpose_other: 'Other',
} as const satisfies Record<keyof typeof chinese, string>;
