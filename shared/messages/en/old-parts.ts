import type { oldParts as chinese } from '../zh-CN/old-parts.ts';

/** Old parts: the list, the scan at the return, and letting one stay away. */
export const oldParts = {
  overdueBy: '{days} d overdue',

  // The list.
  due: 'Due',
  overdue: 'Overdue',
  in: 'In',
  waived: 'Waived',
  all: 'All',
  choose: 'Choose an old part on the left.',
  empty_due: 'No old part is due. Tags are made at issue where the part demands it.',
  empty_overdue: 'No old part is overdue.',
  empty_in: 'No old part has come back yet. Scan its tag to take it in.',
  empty_waived: 'No old part was waived.',
  empty_all: 'There is no old part yet. Tags are made at issue where the part demands it.',

  // Scanning.
  scan: 'Scan a tag',
  scanHint: 'One scan for each tag, no other key',
  storeIn: 'Store in',
  scanned: '{count} taken in now',
  nothingScanned: 'Scan a tag, and what became of it stands here.',
  found: 'Taken in',
  alreadyIn: 'In already',
  unknown: 'No such tag',
  failed: 'Not taken in',
  waiting: 'Under way',
  again: 'Try again',
  startAnew: 'Clear',

  // One of them.
  printTag: 'Print tag',
  waive: 'Waive',
  waiveTitle: 'Old part {number} need not come back',
  waiveNote: 'Say why; the line can be cleared then.',
  waiveDone: '{number} waived',
  openRequisition: 'Requisition',
  askWaive: 'Ask to waive',
  askWaiveTitle: 'Ask to waive the old part {number}',
  askWaiveNote: 'A leader finds it under Approvals.',
  waiveAsked: 'Waiver asked for: {reason}',
  askWaiveDone: '{number} waits for a leader',
} as const satisfies Record<keyof typeof chinese, string>;
