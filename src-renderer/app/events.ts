import type { QueryClient } from '@tanstack/react-query';
import type { ChangeEvent, Topic } from '../../src-shared/changes.ts';
import type { Api } from './api.ts';

/** Which queries read from which topic, by the first names of their path in the contract. */
const readers: Record<Topic, readonly (keyof Api['archive'])[]> = {
  customers: ['customers', 'tags', 'customFields', 'views', 'finder', 'archive'],
  tags: ['tags', 'customers', 'views'],
  customFields: ['customFields', 'customers', 'views'],
  views: ['views', 'finder'],
  settings: ['settings', 'archive', 'customers'],
  changes: ['changes', 'backups', 'archive'],
  imports: ['imports'],
  backups: ['backups'],
  archive: [
    'archive',
    'protection',
    'customers',
    'tags',
    'customFields',
    'views',
    'changes',
    'imports',
    'backups',
    'finder',
    'drafts',
    'settings',
  ],
  drafts: ['drafts'],
};

/** Makes the queries that read what an event touched fetch again. */
export const invalidateFor = (queryClient: QueryClient, event: ChangeEvent): Promise<void> => {
  const touched = new Set<string>(event.topics.flatMap((topic) => readers[topic]));
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const path: unknown = queryKey[0];
      return Array.isArray(path) && path[0] === 'archive' && touched.has(String(path[1]));
    },
  });
};

/**
 * The page's only listener on `events.changes`. Runs until the signal aborts or the connection ends; after a
 * reconnection it is called again, and everything is fetched anew since events may have been missed.
 */
export const listenForChanges = async (
  api: Api,
  queryClient: QueryClient,
  signal: AbortSignal,
): Promise<void> => {
  const events = await api.client.archive.events.changes(undefined, { signal });
  for await (const event of events) void invalidateFor(queryClient, event);
};
