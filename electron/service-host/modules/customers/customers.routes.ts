import { customersContract } from '#shared/contract/customers.contract.ts';
import { acting, exporting, looking, reading, routesOf } from '../../api/routes.ts';
import { getCustomer, listCustomers } from './customers.queries.ts';
import { addContactPerson, createCustomer, editContactPerson, editCustomer } from './customers.service.ts';

const at = routesOf(customersContract);

/** Customers, their people and telephone numbers. */
export const customersRoutes = {
  list: at.list.handler(reading(listCustomers)),
  get: at.get.handler(looking('customer', getCustomer, ({ id }) => id)),
  create: at.create.handler(acting(createCustomer)),
  edit: at.edit.handler(acting(editCustomer)),
  addPerson: at.addPerson.handler(acting(addContactPerson)),
  editPerson: at.editPerson.handler(acting(editContactPerson)),
  exportList: at.exportList.handler(exporting('customers.exportList')),
};
