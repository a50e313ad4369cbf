import type { Day } from '#shared/domain/days.ts';
import { pick, unitFields } from '#shared/domain/record-fields.ts';

/** A unit as a form holds it; model and customer are chosen last, and so may be missing. */
export interface UnitValues {
  readonly productId: string | null;
  readonly customerId: string | null;
  readonly customerName: string;
  readonly plate: string;
  readonly serialNumber: string;
  readonly engineNumber: string;
  readonly saleDay: Day | null;
  readonly deliveryDay: Day | null;
  readonly dealer: string;
  readonly region: string;
  readonly cardReceivedDay: Day | null;
  readonly notes: string;
  readonly active: boolean;
}

/** What a unit is until somebody says more. */
export const newUnitValues: UnitValues = {
  productId: null,
  customerId: null,
  customerName: '',
  plate: '',
  serialNumber: '',
  engineNumber: '',
  saleDay: null,
  deliveryDay: null,
  dealer: '',
  region: '',
  cardReceivedDay: null,
  notes: '',
  active: true,
};

/** Of a whole file, what the form of the unit itself edits. */
export function unitValuesOf(unit: UnitValues): UnitValues {
  return pick(unit, ['customerName', ...unitFields]);
}

/** The fields as the contract takes them; the host refuses a unit without model or customer. */
export function unitInputOf(values: UnitValues) {
  const { customerName: _, productId, customerId, ...fields } = unitValuesOf(values);
  return { ...fields, productId: productId ?? '', customerId: customerId ?? '' };
}
