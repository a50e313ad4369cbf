import type { UnitRow } from '../contract/units.contract.ts';
import { list } from './list.ts';

/** Delivered vehicles and machines. */
export const unitsList = list<UnitRow, 'createdAt' | 'saleDay'>('unit', {
  name: { width: 118 },
  productCode: { width: 110 },
  customerName: { grow: 1, width: 130 },
  mileageKm: { width: 92 },
  openCaseCount: { width: 56 },
  plate: { width: 118, hidden: true },
  serialNumber: { width: 180, hidden: true },
  engineNumber: { width: 120, hidden: true },
  productName: { width: 140, hidden: true },
  productLine: { width: 90, hidden: true },
  region: { width: 100, hidden: true },
  saleDay: { sort: true, hidden: true },
  cardReceivedDay: { hidden: true },
  readingDay: { hidden: true },
  operatingHours: { width: 92, hidden: true },
  active: { width: 60, hidden: true },
  createdAt: { sort: true, hidden: true },
});
