import { useSyncExternalStore } from 'react';

let locked = false;
const listeners = new Set<() => void>();

/** Says that the archive was locked or opened again, to what is not drawn by the screens. */
export const setLocked = (now: boolean): void => {
  locked = now;
  for (const listener of listeners) listener();
};

export const isLocked = (): boolean => locked;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLocked = (): boolean => useSyncExternalStore(subscribe, isLocked);
