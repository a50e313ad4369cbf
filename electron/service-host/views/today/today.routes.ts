import { todayContract } from '#shared/contract/today.contract.ts';
import { reading, routesOf } from '../../api/routes.ts';
import { todayCards } from '../../roll/today-cards.ts';
import { todayCounters } from './counters.queries.ts';
import { todayPageOf } from './page.queries.ts';

const at = routesOf(todayContract);

/** The day's work on one page. */
export const todayRoutes = {
  counters: at.counters.handler(reading(todayCounters)),
  page: at.page.handler(reading(todayPageOf(todayCards))),
};
