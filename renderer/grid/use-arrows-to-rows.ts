import { useEffect } from 'react';
import type { GridApi } from 'ag-grid-community';
import { isNobodys } from '../app/keyboard/focus-keeper.ts';
import { isComposing } from '../app/keyboard/keys.ts';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go into the list from wherever nothing has the focus: onto the row beside the one shown, or the first. */
export function useArrowsToRows<Row>(api: GridApi<Row> | null, selected: string | undefined): void {
  useEffect(() => {
    if (!api) return;
    const press = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || event.defaultPrevented || hasModifier(event) || isComposing(event)) return;
      if (!isNobodys(document) && !document.activeElement?.matches('.list')) return;
      if (focusRow(api, selected, step)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [api, selected]);
}

/** Whether there was a row to go to. */
function focusRow<Row>(api: GridApi<Row>, selected: string | undefined, step: number): boolean {
  const column = api.getAllDisplayedColumns()[0];
  const last = api.getDisplayedRowCount() - 1;
  if (!column || last < 0) return false;
  const shown = selected === undefined ? undefined : api.getRowNode(selected)?.rowIndex;
  const wanted = typeof shown === 'number' ? shown + step : api.getFirstDisplayedRowIndex();
  const row = Math.min(Math.max(wanted, 0), last);
  api.ensureIndexVisible(row);
  api.setFocusedCell(row, column);
  return true;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
}
