import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';

// Path and search both stand behind the `#`, so that whatever stands before it stays the host's own business
// and a view can be copied as one address: `#/customers?stage=active`.
const current = (): string => {
  const hash = window.location.hash.replace(/^#/u, '');
  return hash.startsWith('/') ? hash : `/${hash}`;
};

const listeners = new Set<() => void>();
const notify = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('hashchange', notify);
window.addEventListener('popstate', notify);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

// Marks the entries that the program itself added to the history, so that going back never leaves it.
const ours = { kedang: true };

/** Goes to a path with its search, `/customers?stage=active`. */
export const navigate = (to: string, options: { replace?: boolean } = {}): void => {
  if (to === current()) return;
  const url = `${window.location.pathname}${window.location.search}#${to}`;
  if (options.replace === true) window.history.replaceState(window.history.state, '', url);
  else window.history.pushState(ours, '', url);
  notify();
};

/** Goes where one came from inside the program, with its filter and place; to `otherwise` when this was the first screen. */
export const goBack = (otherwise: string): void => {
  const state: unknown = window.history.state;
  if (typeof state === 'object' && state !== null && 'kedang' in state) window.history.back();
  else navigate(otherwise, { replace: true });
};

/**
 * For work that ends in going somewhere, begun on the screen of now: what it gives goes there, unless the user has gone
 * elsewhere meanwhile.
 */
export const goingFromHere = (): ((go: () => void) => void) => {
  const here = current();
  return (go) => {
    if (current() === here) go();
  };
};

/** Path and search of now, `['/customers', 'stage=active']`. */
export const hereNow = (): [path: string, search: string] => {
  const [path = '/', ...search] = current().split('?');
  return [path, search.join('?')];
};

/** wouter's location, read from the part behind the `#`. */
export const useHashPath: BaseLocationHook = () => {
  const path = useSyncExternalStore(subscribe, () => hereNow()[0]);
  return [path, navigate];
};

/** wouter's search, read from behind the `?` behind the `#`; without the `?`. */
export const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, () => hereNow()[1]);
