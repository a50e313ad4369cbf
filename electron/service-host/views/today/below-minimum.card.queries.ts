import { countBelowMinimum, partsBelowMinimum } from '../../modules/parts/parts.queries.ts';
import { todayRow, type TodayCard } from './card.ts';

/** Parts of which the bins hold less than they should, those of which nothing is there first; the same whoever asks. */
export const belowMinimum: TodayCard = {
  kind: 'part',
  may: ['stock.view'],
  firstFor: ['warehouse'],
  count: async (tx) => ({ all: await countBelowMinimum(tx), late: 0, amountFen: null }),
  rows: async (tx, _mine, limit) =>
    (await partsBelowMinimum(tx, limit)).map(
      ({ id, number, name, unitOfMeasure, onHandQuantity, minimumQuantity }) =>
        todayRow({
          kind: 'part',
          id,
          number,
          summary: name,
          stock: { onHandQuantity, minimumQuantity, unitOfMeasure },
        }),
    ),
};
