import type { grid as chinese } from '../zh-CN/grid.ts';

/** Lists. */
export const grid = {
  quickText: 'Filter',
  tickAll: 'Tick all',
  columns: 'Columns',
  resetColumns: 'Default columns',
  export: 'Export to Excel',
  exporting: 'Exporting',
  print: 'Print the list',
  printing: 'Preparing the print',
  filterSeparator: '; ',
  quoted: '“{text}”',
  rising: '{column}, rising',
  falling: '{column}, falling',
  rowsLoaded: '{count} {count|row|rows}',
  onlyNewest:
    'More than {count} records have these words; only the newest {count} are listed. Type more of them.',
  rowsLoadedMore: '{count}+ rows',
  selectedHidden: 'The record shown beside is not in this list: the filter hides it.',
  empty: 'Nothing is here yet.',
  noMatch: 'No record matches.',
  clearFilter: 'Clear the filter',
  notLoaded: 'The list could not be read.',
  list: 'List',
} as const satisfies Record<keyof typeof chinese, string>;
