import type { prints as chinese } from '../zh-CN/prints.ts';

/** The prints of a document, the refused ones too. */
export const prints = {
  title: 'Prints',
  none: 'Not printed yet.',
  times: 'printed {count} {count|time|times}',
  nameOfPrint: '{number}, print no. {ordinal}',
  ordinal: 'No. {ordinal}',
  refusedBecause: 'Refused: {reason}',
  because_REPORT_INCOMPLETE: 'not complete yet',
  because_WRONG_STATE: 'not in a state to be printed',
  because_NOT_APPROVED: 'not approved yet',
  because_CONTENT_CHANGED: 'not what was sealed',
  because_other: 'could not be printed',
  show: 'Show as printed',
  asPrinted:
    'This is the paper as it was printed then; it never changes. For one more, close this and print: that is counted as a print of its own.',
  missing:
    'No font has these characters; they are printed as 〓: {characters}. Write them otherwise, or fill them in by hand after printing.',
  missed: 'Missing characters: {characters}',
  history: 'Prints',
} as const satisfies Record<keyof typeof chinese, string>;
