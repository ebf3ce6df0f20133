/** Where drafts go; the archive's `drafts.save` and `drafts.discard`. */
export interface DraftPlace<Content> {
  readonly save: (content: Content) => Promise<unknown>;
  readonly discard: () => Promise<unknown>;
}

export type KeeperState = 'clean' | 'waiting' | 'kept' | 'failed';

export interface DraftKeeper<Content> {
  /** Keeps this content soon, or nothing when it is null. */
  readonly keep: (content: Content | null) => void;
  /** Keeps what waits at once: the window goes away. */
  readonly flush: () => Promise<void>;
  /** Forgets the draft; what waits is not kept any more. */
  readonly discard: () => Promise<void>;
  readonly state: () => KeeperState;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Keeps unsaved work `delay` ms after the last keystroke. Saving and discarding follow each other in order, so that
 * a draft never comes back after it was discarded.
 */
export const createDraftKeeper = <Content>(place: DraftPlace<Content>, delay = 400): DraftKeeper<Content> => {
  let waiting: { content: Content | null } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let state: KeeperState = 'clean';
  const listeners = new Set<() => void>();

  const enter = (next: KeeperState): void => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const inOrder = (work: () => Promise<unknown>, after: KeeperState): Promise<void> => {
    const done = last.then(work).then(
      () => enter(waiting === null ? after : 'waiting'),
      // Work that could not be kept is still in the form; the next keystroke tries again, and the form says so.
      () => enter('failed'),
    );
    last = done;
    return done;
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (waiting === null) {
      await last;
      return;
    }
    const { content } = waiting;
    waiting = null;
    await (content === null
      ? inOrder(() => place.discard(), 'clean')
      : inOrder(() => place.save(content), 'kept'));
  };

  return {
    keep: (content) => {
      waiting = { content };
      enter('waiting');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
    },
    flush,
    discard: async () => {
      clearTimeout(timer);
      waiting = null;
      await inOrder(() => place.discard(), 'clean');
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
