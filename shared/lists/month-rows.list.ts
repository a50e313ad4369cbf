import type { MonthLine } from '../contract/stock.contract.ts';
import { list } from './list.ts';

/** The in-out-stock statement of a month: a line for each part, with sums and places at its end. */
export const monthRowsList = list<MonthLine>('monthRow', {
  partNumber: { width: 130 },
  partName: { width: 120, grow: 1 },
  category: { width: 80, hidden: true },
  unitOfMeasure: { width: 52 },
  openingQuantity: { width: 88 },
  openingFen: { width: 108 },
  inQuantity: { width: 88 },
  inFen: { width: 108 },
  outQuantity: { width: 88 },
  outFen: { width: 108 },
  closingQuantity: { width: 88 },
  closingFen: { width: 108 },
});
