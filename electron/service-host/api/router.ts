import { attachmentsRoutes } from '../desks/attachments/attachments.routes.ts';
import { auditRoutes } from '../desks/audit/audit.routes.ts';
import { casesRoutes } from '../modules/cases/cases.routes.ts';
import { contactsRoutes } from '../modules/contacts/contacts.routes.ts';
import { customersRoutes } from '../modules/customers/customers.routes.ts';
import { decisionsRoutes } from '../desks/decisions/decisions.routes.ts';
import { oldPartsRoutes } from '../modules/old-parts/old-parts.routes.ts';
import { partsRoutes } from '../modules/parts/parts.routes.ts';
import { peopleRoutes } from '../modules/people/people.routes.ts';
import { sessionRoutes } from '../modules/people/sessions.routes.ts';
import { papersRoutes } from '../desks/papers/papers.routes.ts';
import { dutiesRoutes } from '../desks/duties/duties.routes.ts';
import { requisitionsRoutes } from '../modules/requisitions/requisitions.routes.ts';
import { sampleRoutes } from '../modules/sample/sample.routes.ts';
import { searchRoutes } from '../desks/search/search.routes.ts';
import { reportsRoutes } from '../modules/reports/reports.routes.ts';
import { settingsRoutes } from '../modules/settings/settings.routes.ts';
import { stockRoutes } from '../modules/stock/stock.routes.ts';
import { todayRoutes } from '../views/today/today.routes.ts';
import { toolsRoutes } from '../modules/tools/tools.routes.ts';
import { unitsRoutes } from '../modules/units/units.routes.ts';
import { warrantyRoutes } from '../modules/warranty/warranty.routes.ts';
import { changesRoutes, workRoutes } from './changes.routes.ts';

/** Every procedure of the contract, by module. */
export const router = {
  session: sessionRoutes,
  changes: changesRoutes,
  work: workRoutes,
  people: peopleRoutes,
  audit: auditRoutes,
  attachments: attachmentsRoutes,
  customers: customersRoutes,
  units: unitsRoutes,
  parts: partsRoutes,
  stock: stockRoutes,
  warranty: warrantyRoutes,
  contacts: contactsRoutes,
  cases: casesRoutes,
  requisitions: requisitionsRoutes,
  oldParts: oldPartsRoutes,
  tools: toolsRoutes,
  reports: reportsRoutes,
  decisions: decisionsRoutes,
  papers: papersRoutes,
  duties: dutiesRoutes,
  search: searchRoutes,
  today: todayRoutes,
  settings: settingsRoutes,
  sample: sampleRoutes,
};
