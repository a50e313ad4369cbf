import type { MonthLine } from '#shared/contract/stock.contract.ts';
import type { Language } from '#shared/domain/actor.ts';
import { translate } from '#shared/messages/translate.ts';
import type { MonthTotals, PlaceLine } from './month.rules.ts';

interface Statement {
  readonly rows: readonly MonthLine[];
  readonly totals: MonthTotals;
  readonly places: readonly PlaceLine[];
}

/**
 * The lines at the end of a whole statement, in money alone: quantities of different parts have no sum. With `onlyMoved` the
 * rows are not all parts, so their own sum stands before the total.
 */
export function endOfMonth(
  { rows, totals, places }: Statement,
  onlyMoved: boolean,
  language: Language,
): readonly MonthLine[] {
  const listed = { partName: translate(language, 'stock.monthTotalOfListed'), ...sumOf(rows) };
  const total = translate(language, onlyMoved ? 'stock.monthTotalOfAll' : 'stock.monthTotal');
  return [
    ...(onlyMoved ? [listed] : []),
    { partName: total, ...totals },
    ...places.map(({ kind, name, openingFen, inFen, outFen, closingFen }) => ({
      partName: translate(language, `stock.monthPlace_${kind}`, { name }),
      openingFen,
      inFen,
      outFen,
      closingFen,
    })),
    { partName: translate(language, 'stock.monthWithoutOldParts'), ...sumOf([]) },
  ];
}

/** The sums of the rows by category, in the order of the categories; none where all are of one. */
export function categoriesOfMonth(rows: readonly MonthLine[], language: Language): readonly MonthLine[] {
  const byCategory = Map.groupBy(rows, ({ category = '' }) => category);
  if (byCategory.size < 2) return [];
  return [...byCategory]
    .toSorted(([one], [other]) => one.localeCompare(other, language))
    .map(([category, ofIt]) => ({
      partName: translate(language, 'stock.monthCategory', {
        category: category || translate(language, 'stock.monthNoCategory'),
      }),
      ...sumOf(ofIt),
    }));
}

function sumOf(rows: readonly MonthLine[]): MonthTotals {
  const sum = (name: keyof MonthTotals) => rows.reduce((total, row) => total + row[name], 0);
  return {
    openingFen: sum('openingFen'),
    inFen: sum('inFen'),
    outFen: sum('outFen'),
    closingFen: sum('closingFen'),
  };
}
