import type { PartRow } from '../contract/parts.contract.ts';
import { list } from './list.ts';

/** The spare-parts catalogue with what is where of each part. */
export const partsList = list<PartRow, 'number' | 'name' | 'category' | 'createdAt'>('part', {
  number: { width: 118, sort: true },
  name: { width: 130, grow: 2, sort: true },
  specification: { width: 90, grow: 1 },
  modelFit: { width: 110, hidden: true },
  bins: { width: 70 },
  onHandQuantity: { width: 56 },
  availableQuantity: { width: 56 },
  outsideQuantity: { width: 52 },
  minimumQuantity: { width: 50 },
  averageCostFen: { width: 86 },
  category: { width: 90, sort: true, hidden: true },
  supplier: { width: 120, hidden: true },
  unitOfMeasure: { width: 60, hidden: true },
  priceFen: { width: 88, hidden: true },
  oldPartRule: { width: 86, hidden: true, words: 'oldPartRule' },
  qualityState: { width: 86, hidden: true },
  active: { width: 60, hidden: true },
  createdAt: { sort: true, hidden: true },
});
