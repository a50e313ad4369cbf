import { useEffect, useState } from 'react';
import { RouterProvider } from '@tanstack/react-router';
import type { ServiceClient } from '#shared/contract/index.ts';
import { ServiceProvider } from '../service/service-context.tsx';
import { listenToKeyboard } from './keyboard/listen-to-keyboard.ts';
import { LookProvider } from './look.tsx';
import type { Place } from './place.ts';
import { routerOf } from './router.tsx';
import { SampleBar } from './sample-bar.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { PlacesContext } from './use-places.ts';

/** The whole program: look and language around the service, around the sign-in, around the screens. */
export function Program({
  client,
  places,
}: {
  readonly client: ServiceClient;
  readonly places: readonly Place[];
}) {
  const [router] = useState(() => routerOf(places));
  useEffect(() => listenToKeyboard(window), []);
  return (
    <LookProvider>
      <ServiceProvider client={client}>
        <PlacesContext value={places}>
          <SampleBar />
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </PlacesContext>
      </ServiceProvider>
    </LookProvider>
  );
}
