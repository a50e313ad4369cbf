import type { ColumnState } from 'ag-grid-community';
import { recall, remember } from '../app/memory.ts';

/** What a person has chosen of a list's columns: order, width, which are shown, sort. */
export type RememberedColumns = readonly Pick<ColumnState, 'colId' | 'width' | 'hide' | 'sort' | 'flex'>[];

/** The columns as the person left them, or `undefined` when they never touched them. */
export function rememberedColumns(personId: string, list: string): RememberedColumns | undefined {
  const known = recall(keyOf(personId, list));
  if (!Array.isArray(known)) return undefined;
  // Only rememberColumns writes under this key; columns that are gone since are ignored by the grid.
  return (known as RememberedColumns).filter((column) => typeof column?.colId === 'string');
}

/** Remembers the columns as they are now; `undefined` goes back to how the list came. */
export function rememberColumns(
  personId: string,
  list: string,
  state: readonly ColumnState[] | undefined,
): void {
  const columns = state?.map(({ colId, width, hide, sort, flex }) => ({ colId, width, hide, sort, flex }));
  remember(keyOf(personId, list), columns);
}

function keyOf(personId: string, list: string): string {
  return `list/${personId}/${list}`;
}
