import type { units as chinese } from '../zh-CN/units.ts';

/** Product models and delivered units. */
export const units = {
  units: 'Units',
  unit: 'Unit',
  plate: 'Plate',
  serialNumber: 'VIN / serial no.',
  engineNumber: 'Engine no.',
  productCode: 'Model',
  productName: 'Model name',
  productLine: 'Product line',
  customer: 'Customer',
  region: 'Used in',
  saleDay: 'Sold on',
  cardReceivedDay: 'Card received',
  readingDay: 'Read on',
  mileageKm: 'Mileage (km)',
  operatingHours: 'Hours',
  active: 'In use',
} as const satisfies Record<keyof typeof chinese, string>;
