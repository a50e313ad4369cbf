import { createCustomer } from '#host/modules/customers/customers.service.ts';
import { createProduct } from '#host/modules/units/units.products.service.ts';
import type { UnitFields } from '#host/modules/units/units.service.ts';
import { plainUnit } from '#tests/support/plain-records.ts';
import type { Books } from '#tests/support/books.ts';
import { customerInput } from '../customers/sample-customers.ts';

/** A model with everything it needs. */
export function productInput(code: string) {
  return { code, name: `${code} 大客车`, productLine: '客车', active: true };
}

/** A unit of a customer with nothing but its owner and model. */
export function unitInput(customerId: string, productId: string, more: Partial<UnitFields> = {}) {
  const fields: UnitFields = { ...plainUnit, productId, customerId, serialNumber: '', plate: '' };
  return { ...fields, ...more, reading: null };
}

/** A customer and a model for the units of a test. */
export async function ownerAndModel(books: Books) {
  return books.write(async (tx) => ({
    customerId: (await createCustomer(tx, customerInput('市第二公交公司'))).id as string,
    productId: (await createProduct(tx, productInput('XML6127J13'))).id as string,
  }));
}
