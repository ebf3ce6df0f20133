import { useSyncExternalStore } from 'react';
import type { ImportWork } from './state.ts';

/** The import under way, which stays when the user looks at something else in between. */
export interface ImportStore {
  readonly read: () => ImportWork | null;
  readonly set: (work: ImportWork | null) => void;
  /** Changes the import when there still is one. */
  readonly update: (change: (work: ImportWork) => ImportWork) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store without an import. */
export const createImportStore = (): ImportStore => {
  let current: ImportWork | null = null;
  const listeners = new Set<() => void>();
  const set = (work: ImportWork | null): void => {
    current = work;
    for (const listener of listeners) listener();
  };
  return {
    read: () => current,
    set,
    update: (change) => {
      if (current !== null) set(change(current));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The page's own: a window brings in one file at a time. */
export const importStore = createImportStore();

export const useImportWork = (): ImportWork | null =>
  useSyncExternalStore(importStore.subscribe, importStore.read);
