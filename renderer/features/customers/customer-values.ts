import type { CustomerKind, DistanceClass, Importance } from '#shared/domain/states.ts';

/** A customer as a form holds it. The numbers are those of the customer itself, not of its people. */
export interface CustomerValues {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly telephones: readonly string[];
  readonly region: string;
  readonly address: string;
  readonly distanceClass: DistanceClass;
  readonly distanceKm: number | null;
  readonly importance: Importance;
  readonly notes: string;
  readonly active: boolean;
}

/** What a customer is until somebody says more. */
export const newCustomerValues: CustomerValues = {
  kind: 'firm',
  name: '',
  telephones: [],
  region: '',
  address: '',
  distanceClass: 'near',
  distanceKm: null,
  importance: 'normal',
  notes: '',
  active: true,
};

/** Of a whole file, what the form of the customer itself edits. */
export function customerValuesOf(customer: CustomerValues): CustomerValues {
  const { kind, name, telephones, region, address, distanceClass, distanceKm, importance, notes, active } =
    customer;
  return { kind, name, telephones, region, address, distanceClass, distanceKm, importance, notes, active };
}

/** The fields as the contract takes them. */
export function customerInputOf(values: CustomerValues) {
  return { ...customerValuesOf(values), telephones: telephonesOf(values.telephones) };
}

/** Numbers as the contract takes them, without the empty lines of the form. */
export function telephonesOf(shown: readonly string[]): { shown: string }[] {
  return shown.filter((text) => text.trim() !== '').map((text) => ({ shown: text }));
}
