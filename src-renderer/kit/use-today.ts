import { useSyncExternalStore } from 'react';
import { formatDay } from './format.ts';

/** A sleeping computer holds timers back, so the day is also looked at this often (ms), and when the window is seen again. */
const longestWait = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let day = formatDay(new Date());

/** ms from `now` to the next local midnight. */
export const untilMidnight = (now: Date): number =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();

const look = (): void => {
  clearTimeout(timer);
  const now = new Date();
  const today = formatDay(now);
  if (today !== day) {
    day = today;
    for (const listener of listeners) listener();
  }
  timer = setTimeout(look, Math.min(untilMidnight(now), longestWait));
};

/** Calls the listener whenever another local day has begun; returns how to stop it. */
export const onNewDay = (listener: () => void): (() => void) => {
  if (listeners.size === 0) look();
  listeners.add(listener);
  globalThis.addEventListener?.('focus', look);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    globalThis.removeEventListener?.('focus', look);
  };
};

/** The local day, YYYY-MM-DD. Whoever words a time as 今天 or 3 天前 uses it, so that the words change at midnight. */
export const useToday = (): string => useSyncExternalStore(onNewDay, () => day);
