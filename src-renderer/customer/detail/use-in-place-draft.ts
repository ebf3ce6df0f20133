import { useEffect, useMemo, useRef } from 'react';
import { useApi } from '../../app/api.ts';
import { useLatest } from '../../kit/use-latest.ts';
import { createDraftKeeper, type DraftKeeper } from '../form/draft-keeper.ts';
import { type DraftContent, editContent } from '../values/edit-content.ts';
import type { Editing } from './use-in-place.ts';

/** Keeps what is typed in place until it is saved. */
export interface InPlaceDraft {
  readonly follow: (editing: Editing) => void;
  readonly drop: () => void;
  readonly keeper: DraftKeeper<DraftContent>;
}

/**
 * Keeps the place being edited as the draft of the customer, so that a crash loses nothing typed. Not where the whole
 * form has a draft waiting already: that one holds more.
 */
export const useInPlaceDraft = (customerId: number, formDraftWaits: boolean): InPlaceDraft => {
  const { client } = useApi();
  const waits = useLatest(formDraftWaits);
  const following = useRef({ stop: (): void => undefined, kept: false });
  const keeper = useMemo(() => {
    const key = `customer-${customerId}`;
    return createDraftKeeper<DraftContent>({
      save: (content) => client.archive.drafts.save({ key, ...content }),
      discard: () => client.archive.drafts.discard({ key }),
    });
  }, [client, customerId]);

  useEffect(() => {
    const { current } = following;
    const flush = (): void => void keeper.flush();
    window.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', flush);
      current.stop();
      flush();
    };
  }, [keeper]);

  return useMemo(
    () => ({
      keeper,
      follow: ({ store, base, baseVersion }: Editing) => {
        following.current.stop();
        following.current.stop = store.subscribe(() => {
          if (waits.current) return;
          following.current.kept = true;
          keeper.keep(editContent(base, store.values(), baseVersion));
        });
      },
      drop: () => {
        following.current.stop();
        if (following.current.kept) void keeper.discard();
        following.current.kept = false;
      },
    }),
    [keeper, waits],
  );
};
