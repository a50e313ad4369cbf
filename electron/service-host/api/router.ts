import { casesRoutes } from '../modules/cases/cases.routes.ts';
import { peopleRoutes } from '../modules/people/people.routes.ts';
import { sessionRoutes } from '../modules/people/sessions.routes.ts';
import { changesRoutes, workRoutes } from './changes.routes.ts';

/** Every procedure of the contract, by module. */
export const router = {
  session: sessionRoutes,
  changes: changesRoutes,
  work: workRoutes,
  people: peopleRoutes,
  cases: casesRoutes,
};
