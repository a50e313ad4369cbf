import type { attachments as chinese } from '../zh-CN/attachments.ts';

/** Pictures, scans and recordings attached to a record. */
export const attachments = {
  add: 'Add',
  dropHere: 'Drop or paste pictures, scans, recordings',
  adding: 'Adding…',
  isEmpty: '“{fileName}” is empty and was not added. Scan it again or choose another.',
  isTooLarge:
    '“{fileName}” is larger than {megabytes} MB and was not added. Scan with fewer dots or split it.',
  notAdded: '“{fileName}” was not added: {because}',
  unreadable: 'This file cannot be read now: {because}',
  notDrawn: 'This file cannot be shown here. Save it and open it with another program.',
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
