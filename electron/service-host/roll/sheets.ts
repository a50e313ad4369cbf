import { dutiesList } from '#shared/lists/duties.list.ts';
import { exportAudit } from '../desks/audit/audit.export.queries.ts';
import { listDuties } from '../desks/duties/duties.queries.ts';
import { toldSheet } from '../desks/lists/told-sheet.ts';
import { duties } from './duties.ts';
import { nouns } from './nouns.ts';
import { partsOf } from './parts-of.ts';

type SheetsOf<Page> = Page extends { readonly sheets: infer Sheets } ? Sheets : never;
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
const ofDesks = {
  'audit.exportList': exportAudit,
  'duties.exportList': toldSheet(dutiesList, (tx, input: Parameters<typeof listDuties>[2]) =>
    listDuties(tx, duties, input),
  ),
};
type Sheets = Together<SheetsOf<(typeof nouns)[keyof typeof nouns]>> & typeof ofDesks;

/** Every list that leaves the house as a file, by the procedure that hands it out. */
// The type is put together of the same pages as the record.
export const sheets = { ...partsOf(nouns, 'sheets'), ...ofDesks } as unknown as Sheets;

export type SheetName = keyof Sheets;
/** What a list is asked for. */
export type SheetInput<Name extends SheetName> = Parameters<Sheets[Name]>[1];
