import type { dutiesContract } from '../duties.contract.ts';
import { dutiesList } from '../../lists/duties.list.ts';
import { editing, firstPage, type ManualOf } from './manual.ts';

const filter = { scope: 'mine', state: 'open' } as const;

export const dutiesManual = {
  list: {
    summary: 'What somebody owes by a moment, a page at a time.',
    example: { filter, ...firstPage('dueAt') },
  },
  counters: {
    summary: 'How many duties the caller must see to, how many of them are late, and which fall due next.',
    example: {},
  },
  waive: {
    summary: 'Lets a duty be, with a reason.',
    example: { ...editing('duty'), reason: '客户已停运' },
  },
  pause: {
    summary: 'Stops the clock of a duty, with a reason.',
    example: { ...editing('duty'), reason: '等客户回复' },
  },
  resume: { summary: 'Lets the clock of a duty go on.', example: editing('duty') },
  exportList: {
    summary: 'The same duties as an Excel file.',
    example: {
      filter,
      sort: { by: 'dueAt', descending: false },
      columns: dutiesList.columns.map(({ field }) => field),
    },
  },
} as const satisfies ManualOf<typeof dutiesContract>;
