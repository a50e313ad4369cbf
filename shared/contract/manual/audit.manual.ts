import type { auditContract, sampleContract } from '../audit.contract.ts';
import type { changesContract, workContract } from '../changes.contract.ts';
import type { searchContract } from '../search.contract.ts';
import type { todayContract } from '../today.contract.ts';
import { days, firstPage, idOf, type ManualOf } from './manual.ts';

export const auditManual = {
  list: {
    summary: 'The audit trail, newest first: who did what, with the values before and after.',
    example: { filter: { withoutLooks: true }, ...firstPage('sequence') },
  },
  exportList: { summary: 'The audit trail of some days as an Excel file.', example: days },
  booksState: {
    summary: 'What is wrong with the books of this host: the clock that dates them, or their file.',
    example: {},
  },
  lastCheck: {
    summary: 'The last check of the audit trail that the host made by itself.',
    example: {},
  },
  verify: { summary: 'Checks the whole audit trail as long work.', example: {} },
} as const satisfies ManualOf<typeof auditContract>;

export const sampleManual = {
  status: { summary: 'Whether there is a sample, and whether this call is in it.', example: {} },
  load: { summary: 'Loads the sample beside the real books, as long work.', example: { size: 'small' } },
  remove: {
    summary: 'Removes the sample with everything tried out in it; the real books stay as they are.',
    example: { confirm: 'REMOVE SAMPLE' },
  },
} as const satisfies ManualOf<typeof sampleContract>;

export const changesManual = {
  watch: {
    summary: 'Which records change, as it happens, as a stream of events; the first one is empty.',
    example: {},
  },
} as const satisfies ManualOf<typeof changesContract>;

export const workManual = {
  get: {
    summary: 'Where a piece of long work stands, and its result once it is done.',
    example: { id: idOf('work') },
  },
  watch: {
    summary: 'Every state of a piece of long work until it ends, as a stream of events.',
    example: { id: idOf('work') },
  },
  cancel: {
    summary: 'Asks a piece of long work to stop, with nothing half-done.',
    example: { id: idOf('work') },
  },
} as const satisfies ManualOf<typeof workContract>;

export const searchManual = {
  all: {
    summary: 'Records of every kind that hold a text; the limit is one for all kinds, shared fairly.',
    example: { text: '水泵', limit: 20 },
  },
} as const satisfies ManualOf<typeof searchContract>;

export const todayManual = {
  counters: { summary: 'How much waits: open cases, approvals, issues, old parts, reports.', example: {} },
  page: {
    summary:
      "The day's work as cards: those that the person may see, first those of the person's roles; with mine, only what the person owns, wrote or holds.",
    example: { mine: false },
  },
} as const satisfies ManualOf<typeof todayContract>;
