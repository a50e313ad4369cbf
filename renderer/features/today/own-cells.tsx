import type { ComponentType } from 'react';
import { formatQuantity } from '#shared/domain/quantities.ts';
import type { TodayRow } from '#shared/contract/today.contract.ts';

/** Draws the cells of a row. */
export type Cells = ComponentType<{ readonly row: TodayRow }>;

/** Cards that are drawn in their own way, by name; all others have the cells of `RowCells`. */
export const ownCells: Readonly<Record<string, Cells>> = { belowMinimum: StockCells };

/** A part with what is there of it, and how much there should be. */
function StockCells({ row: { number, summary, stock } }: { readonly row: TodayRow }) {
  return (
    <>
      <td className="acc">{number}</td>
      <td className="rest">{summary}</td>
      <td className="num">
        {stock && (
          <>
            <span className={stock.onHandQuantity === 0 ? 'late' : 'soon'}>
              {formatQuantity(stock.onHandQuantity)}
            </span>
            {` / ${formatQuantity(stock.minimumQuantity)} ${stock.unitOfMeasure}`}
          </>
        )}
      </td>
    </>
  );
}
