import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { CrashPage } from './crash-page.tsx';
import { Frame } from './frame.tsx';
import { NoPlacePage } from './no-place-page.tsx';
import type { Place } from './place.ts';

/** The router over the screens of these places; the paths stand after the # of the address. */
export function routerOf(places: readonly Place[]) {
  const root = createRootRoute({
    component: Frame,
    notFoundComponent: NoPlacePage,
    errorComponent: CrashPage,
  });
  const index = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      // The router's way of leading elsewhere is to throw where.
      // oxlint-disable-next-line typescript/only-throw-error
      throw redirect({ to: places[0]?.path ?? '/', replace: true });
    },
  });
  const screens = places.flatMap(({ screens: byPath }) =>
    Object.entries(byPath).map(([path, component]) =>
      createRoute({ getParentRoute: () => root, path, component, errorComponent: CrashPage }),
    ),
  );
  return createRouter({ routeTree: root.addChildren([index, ...screens]), history: createHashHistory() });
}
