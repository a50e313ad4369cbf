import type { CustomerFields } from '#host/modules/customers/customers.service.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';

/** A customer with two fields and the defaults of the rest. */
export function customerInput(name: string, ...numbers: readonly string[]) {
  const fields: CustomerFields = { ...plainCustomer, name };
  return { ...fields, telephones: telephonesOf(...numbers), person: null };
}

/** Telephone numbers as the contract takes them. */
export function telephonesOf(...numbers: readonly string[]) {
  return numbers.map((shown) => ({ shown }));
}

/** Somebody of a customer. */
export function personInput(name: string, ...numbers: readonly string[]) {
  return { name, position: '', notes: '', active: true, telephones: telephonesOf(...numbers) };
}
