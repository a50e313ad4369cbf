import { dutiesContract } from '#shared/contract/duties.contract.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { duties } from '../../roll/duties.ts';
import { dutyCounters, listDuties } from './duties.queries.ts';
import { pauseDuty, resumeDuty, waiveDuty } from './duties.deciding.service.ts';

const at = routesOf(dutiesContract);

/** What somebody owes by a moment. */
export const dutiesRoutes = {
  list: at.list.handler(
    reading((tx, input: Parameters<typeof listDuties>[2]) => listDuties(tx, duties, input)),
  ),
  counters: at.counters.handler(reading((tx) => dutyCounters(tx, duties))),
  waive: at.waive.handler(acting(waiveDuty)),
  pause: at.pause.handler(acting(pauseDuty)),
  resume: at.resume.handler(acting(resumeDuty)),
  exportList: at.exportList.handler(exporting('duties.exportList')),
};
