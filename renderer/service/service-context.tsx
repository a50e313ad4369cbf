import { createContext, use, useState } from 'react';
import type { ReactNode } from 'react';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { RouterUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ServiceClient } from '#shared/contract/index.ts';
import { isLost } from './trouble.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** `shows`: the kinds of record a question shows; it is asked anew when one of them changes. */
    queryMeta: { readonly shows?: readonly string[] | undefined };
  }
}

/** The contract with the means to ask it from a screen: `service.customers.get`. */
export type Service = RouterUtils<ServiceClient>;

const ServiceContext = createContext<Service | null>(null);

/** The service of this window. */
export function useService(): Service {
  const service = use(ServiceContext);
  if (!service) throw new Error('no service around this component');
  return service;
}

/** Gives everything inside the service and the cache of its answers. */
export function ServiceProvider({
  client,
  children,
}: {
  readonly client: ServiceClient;
  readonly children: ReactNode;
}) {
  const [service] = useState(() => createTanstackQueryUtils(client));
  const [answers] = useState(answerCache);
  return (
    <ServiceContext value={service}>
      <QueryClientProvider client={answers}>{children}</QueryClientProvider>
    </ServiceContext>
  );
}

/** Answers stay true until the change feed says otherwise; a question whose answer was lost is asked again by itself. */
function answerCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (_count, error) => isLost(error),
        retryDelay: (count) => Math.min(5000, 500 * 2 ** count),
      },
      mutations: { networkMode: 'always' },
    },
  });
}
