import type { BackupReason } from '../../../src-shared/backups.ts';

/** How many backups that nobody asked for are kept. */
export const automaticKept = 20;

/** However they came about, this many of the newest are never removed. */
const alwaysKept = 3;

/**
 * Which backups may be removed: of those made automatically, all but the newest `kept`. Those
 * made by hand, the newest three of all, and `spare` stay. Order is by number, since clocks jump.
 */
export const expiredBackups = <
  B extends { readonly number: number; readonly reason: BackupReason; readonly id: string },
>(
  backups: readonly B[],
  { spare = [], kept = automaticKept }: { readonly spare?: readonly string[]; readonly kept?: number } = {},
): B[] => {
  const newestFirst = backups.toSorted((a, b) => b.number - a.number);
  const newest = new Set(newestFirst.slice(0, alwaysKept));
  return newestFirst
    .filter(({ reason }) => reason !== 'manual')
    .slice(kept)
    .filter((backup) => !newest.has(backup) && !spare.includes(backup.id));
};
