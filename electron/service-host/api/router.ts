import { casesRoutes } from '../modules/cases/cases.routes.ts';
import { contactsRoutes } from '../modules/contacts/contacts.routes.ts';
import { customersRoutes } from '../modules/customers/customers.routes.ts';
import { oldPartsRoutes } from '../modules/old-parts/old-parts.routes.ts';
import { partsRoutes } from '../modules/parts/parts.routes.ts';
import { peopleRoutes } from '../modules/people/people.routes.ts';
import { sessionRoutes } from '../modules/people/sessions.routes.ts';
import { requisitionsRoutes } from '../modules/requisitions/requisitions.routes.ts';
import { unitsRoutes } from '../modules/units/units.routes.ts';
import { stockRoutes } from '../modules/stock/stock.routes.ts';
import { todayRoutes } from '../modules/today/today.routes.ts';
import { changesRoutes, workRoutes } from './changes.routes.ts';

/** Every procedure of the contract, by module. */
export const router = {
  session: sessionRoutes,
  changes: changesRoutes,
  work: workRoutes,
  people: peopleRoutes,
  cases: casesRoutes,
  contacts: contactsRoutes,
  customers: customersRoutes,
  units: unitsRoutes,
  parts: partsRoutes,
  stock: stockRoutes,
  requisitions: requisitionsRoutes,
  oldParts: oldPartsRoutes,
  today: todayRoutes,
};
