import { notifications } from '@mantine/notifications';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect } from 'react';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { toFailure } from '../app/failures/to-failure.ts';
import { navigate } from '../app/location.ts';
import { setLocked } from '../app/locked.ts';
import { forgetPlaces } from '../customers/last-place.ts';
import { importStore } from '../imports/store.ts';
import { leavePlace } from './place.ts';

/** Queries that hold nothing of customers: what the lock screen itself is made of. */
const harmless = (path: unknown): boolean =>
  Array.isArray(path) &&
  (path[0] === 'host' || ['archive.archive.state', 'archive.settings.preferences'].includes(path.join('.')));

const forget = (queryClient: QueryClient): void => {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !harmless(queryKey[0]) });
  queryClient.getMutationCache().clear();
  notifications.clean();
  importStore.set(null);
  forgetPlaces();
  leavePlace();
};

/** Takes everything of customers out of the page as long as the archive is locked. */
export const useForgotten = (): void => {
  const queryClient = useQueryClient();
  // Before anything is painted. What a room still asks for while it goes away is taken out after it has gone.
  useLayoutEffect(() => {
    setLocked(true);
    forget(queryClient);
    return () => setLocked(false);
  }, [queryClient]);
  useEffect(() => {
    const later = setTimeout(() => forget(queryClient));
    return () => clearTimeout(later);
  }, [queryClient]);
};

/** Locks the archive in all windows. What is typed into a form is kept as a draft first; long work goes on to its end. */
export const useLock = (): (() => void) => {
  const { archive, client } = useApi();
  const queryClient = useQueryClient();
  const tellFailure = useFailureToast();
  return useCallback(() => {
    const lock = async (): Promise<void> => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      // Leaving a field keeps its draft; that is on its way only after this turn, and has to come before the lock.
      await new Promise((resolve) => setTimeout(resolve));
      const state = await client.archive.protection.lock();
      queryClient.setQueryData(archive.archive.state.queryKey(), state);
    };
    lock().catch((error: unknown) => {
      tellFailure(error);
      if (toFailure(error).code === 'passwordNotSet') navigate('/settings?section=protection');
    });
  }, [archive, client, queryClient, tellFailure]);
};

/** At most so often (ms) the archive hears that somebody is at work. */
const interval = 15_000;

/** Tells the archive that somebody is at work in this window, so that it does not lock itself. */
export const useActivity = (): void => {
  const { client } = useApi();
  useEffect(() => {
    let last = -Infinity;
    const onInput = (): void => {
      if (performance.now() - last < interval) return;
      last = performance.now();
      // Without a connection, or locked, there is nothing to keep awake.
      client.archive.protection.active().catch(() => undefined);
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, onInput, { passive: true, capture: true });
    return () => {
      for (const event of events) window.removeEventListener(event, onInput, { capture: true });
    };
  }, [client]);
};
