import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Draft } from '../../../src-shared/drafts.ts';
import { useApi } from '../../app/api.ts';
import { useLatest } from '../../kit/use-latest.ts';
import type { CustomerValues } from '../values/customer-values.ts';
import { createDraftKeeper, type DraftKeeper, type KeeperState } from './draft-keeper.ts';
import type { FormStore } from './form-store.ts';
import type { DraftContent } from '../values/edit-content.ts';

// What a form that just closed is still keeping; the next one waits for it, or it would not find its draft.
let closing: Promise<unknown> = Promise.resolve();

// Every opening asks for itself: what the one before was told may have been discarded since, and is remembered a moment longer.
let openings = 0;

/** The draft under a key as it was when the form opened: undefined until it is read, null when there is none. */
export const useOpenedDraft = (
  key: string,
): { draft: Draft | null | undefined; error: unknown; retry: () => void } => {
  const { client } = useApi();
  const [opening] = useState(() => (openings += 1));
  const { data, error, refetch } = useQuery({
    // Not under `archive`: keeping the draft must not fetch it again.
    queryKey: ['opened draft', key, opening],
    queryFn: async () => {
      await closing;
      return client.archive.drafts.get({ key });
    },
    gcTime: 0,
    staleTime: 0,
    networkMode: 'always',
  });
  return { draft: data, error, retry: () => void refetch() };
};

/**
 * Keeps what stands in the form as a draft: shortly after each keystroke, and at once when a field is left, the window
 * is hidden or goes away, or the form closes. `contentOf` answers null when there is nothing to keep.
 */
export const useKeptDraft = (
  key: string,
  store: FormStore,
  contentOf: (values: CustomerValues) => DraftContent | null,
): DraftKeeper<DraftContent> => {
  const { client } = useApi();
  const [keeper] = useState(() =>
    createDraftKeeper<DraftContent>({
      save: (content) => client.archive.drafts.save({ key, ...content }),
      discard: () => client.archive.drafts.discard({ key }),
    }),
  );
  const content = useLatest(contentOf);

  useEffect(() => {
    const flush = (): void => void keeper.flush();
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    const stop = store.subscribe(() => keeper.keep(content.current(store.values())));
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    document.addEventListener('focusout', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      stop();
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      document.removeEventListener('focusout', flush);
      document.removeEventListener('visibilitychange', onHide);
      closing = keeper.flush();
    };
  }, [store, keeper, content]);

  return keeper;
};

/** Whether what stands in the form is kept by now. */
export const useKeeperState = (keeper: DraftKeeper<DraftContent>): KeeperState =>
  useSyncExternalStore(keeper.subscribe, keeper.state);
