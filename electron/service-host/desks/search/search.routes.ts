import { searchContract } from '#shared/contract/search.contract.ts';
import { reading, routesOf } from '../../api/routes.ts';
import { searchAll } from './search.queries.ts';

const at = routesOf(searchContract);

/** The one search field. */
export const searchRoutes = {
  all: at.all.handler(reading(searchAll)),
};
