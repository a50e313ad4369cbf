import type { issue as chinese } from '../zh-CN/issue.ts';

/** Faults of single fields. */
export const issue = {
  required: 'Fill this in',
  tooShort: 'At least {limit} characters',
  tooLong: 'At most {limit} characters',
  tooSmall: 'Not below {limit}',
  future: 'Not after today ({limit})',
  tooEarly: 'Too early: at the earliest {limit}',
  cardBeforeSale: 'The card cannot come in before the day of sale, {limit}; check both days',
  wholePieces: 'Counted in “{limit}”: whole numbers only',
  tooLarge: 'Not above {limit}',
  notANumber: 'A number, please',
  wholeNumber: 'A whole number, please',
  unwantedCharacters: 'Contains characters that cannot be printed; type it again',
  oneLine: 'One line only',
  day: 'A date that exists, as year-month-day',
  inFuture: 'Not later than now',
  telephone: 'Only digits and + - ( ) and spaces',
  feeLessThanParts: 'The fee is less than parts, labour and travel together. Correct the fee or its parts.',
  logoTooLarge:
    'The logo is too large: at most {limit} pixels wide and high, and 1 MB. Make it smaller and choose it again.',
  logoDamaged: 'The logo is damaged and cannot be drawn. Choose another PNG or JPEG file.',
  choice: 'Choose one of the list',
  oneOfTwo: 'Either this or an existing record, not both',
  accountUsed:
    'Parts were drawn on this account, so it cannot go to somebody else; close it and make a new one for that person',
  fixed: 'This cannot be changed any more',
  format: 'Not the right form',
  unknownField: 'There is no such field',
  wrongKind: 'Not the right kind of value',
  groupInUse: '“{limit}” is named by parts, judgements or policies and cannot be dropped',
  internal: 'The program failed inside; nothing has changed. Give the log to support.',
} as const satisfies Record<keyof typeof chinese, string>;
