import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ArchiveClient, Connection, HostClient } from './connect.ts';

/** The contract as TanStack Query options (`archive.customers.list.queryOptions(…)`), and the bare clients for long work. */
export interface Api {
  readonly archive: RouterUtils<ArchiveClient>;
  readonly host: RouterUtils<HostClient>;
  readonly client: { readonly archive: ArchiveClient; readonly host: HostClient };
}

/** Both for one connection. */
export const createApi = (connection: Connection): Api => ({
  archive: createTanstackQueryUtils(connection.archive, { path: ['archive'] }),
  host: createTanstackQueryUtils(connection.host, { path: ['host'] }),
  client: { archive: connection.archive, host: connection.host },
});

/**
 * Nothing goes stale by time: `events.changes` says what changed (see events.ts). A failed local call would fail
 * again, so it is shown instead of repeated.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

const ApiContext = createContext<Api | null>(null);
export const ApiProvider = ApiContext.Provider;

/** The archive and the host, for every component below the shell. */
export const useApi = (): Api => {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi outside of ApiProvider');
  return api;
};
