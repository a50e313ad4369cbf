import type { UnitFields } from '#host/modules/units/units.service.ts';
import { plainUnit } from '#tests/support/plain-records.ts';

/** A model with everything it needs. */
export function productInput(code: string) {
  return { code, name: `${code} 大客车`, productLine: '客车', active: true };
}

/** A unit of a customer with nothing but its owner and model. */
export function unitInput(customerId: string, productId: string, more: Partial<UnitFields> = {}) {
  const fields: UnitFields = { ...plainUnit, productId, customerId, serialNumber: '', plate: '' };
  return { ...fields, ...more, reading: null };
}
