import type { audit as chinese } from '../zh-CN/audit.ts';

/** The audit trail and its check. */
export const audit = {
  wholeLine:
    'The audit trail is whole: {entries} entries, each linked to the one before, none altered. Code of the last: {head} (note it elsewhere; it shows later whether the end was cut off).',
  brokenLine:
    'The audit trail is broken: the first {entries} entries are whole; entry {entry} {because}. Leave everything as it is and tell the leader.',
  notChecked:
    'The audit trail could not be checked ({reason}). See whether the data folder or the address of the database is right.',
  fault_missing: 'is missing; it was removed',
  fault_inserted: 'is one too many; the program did not write it',
  fault_unreadable: 'cannot be read; its content was altered',
  fault_notLinked: 'does not follow the one before; it was exchanged or altered',
  fault_changed: 'does not fit its code; its content was altered',
  fault_headDiffers: 'differs from the code noted elsewhere; it or earlier ones were written anew',
  fault_cut: 'and later ones were cut off; fewer are there than were noted elsewhere',
} as const satisfies Record<keyof typeof chinese, string>;
