import { todayContract } from '#shared/contract/today.contract.ts';
import { reading, routesOf } from '../api/routes.ts';
import { todayCounters } from './today.counters.queries.ts';
import { todayPage } from './today.queries.ts';

const at = routesOf(todayContract);

/** The day's work on one page. */
export const todayRoutes = {
  counters: at.counters.handler(reading(todayCounters)),
  page: at.page.handler(reading(todayPage)),
};
