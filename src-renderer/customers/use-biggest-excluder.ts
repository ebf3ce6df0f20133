import { useQueries } from '@tanstack/react-query';
import type { CustomerFilter } from '../../src-shared/customers.ts';
import { useApi } from '../app/api.ts';
import { withoutParts, type FilterPart } from './filter/parts.ts';

/** Parts of the filter without which customers would be found, and how many. */
export interface Excluder {
  readonly parts: readonly FilterPart[];
  readonly count: number;
}

/**
 * What could be taken out: each part alone; and, since who searches a name rarely means the filter that still
 * stands from before, everything but the search.
 */
export const candidates = (parts: readonly FilterPart[]): (readonly FilterPart[])[] => {
  const others = parts.filter((part) => part !== 'text');
  const allButText = others.length > 1 && others.length < parts.length ? [others] : [];
  return [...parts.map((part) => [part]), ...allButText];
};

/** The first single part, else the others, without which most are found; null when that is nobody. */
export const biggest = (counted: readonly Excluder[]): Excluder | null => {
  const best = counted
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.parts.length - b.parts.length || b.count - a.count)[0];
  return best ?? null;
};

/** The part of a filter that excludes most. Null while it is being counted, and when taking out little does not help. */
export const useBiggestExcluder = (filter: CustomerFilter, parts: readonly FilterPart[]): Excluder | null => {
  const { archive } = useApi();
  const sets = candidates(parts);
  return useQueries({
    queries: sets.map((set) =>
      archive.customers.list.queryOptions({ input: { filter: withoutParts(filter, set), limit: 1 } }),
    ),
    combine: (results) =>
      results.some(({ data }) => data === undefined)
        ? null
        : biggest(sets.map((set, index) => ({ parts: set, count: results[index]?.data?.total ?? 0 }))),
  });
};
