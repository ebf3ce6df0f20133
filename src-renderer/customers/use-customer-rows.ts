import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../src-shared/customers.ts';
import { useApi } from '../app/api.ts';

/** Rows fetched at once while scrolling. */
export const pageSize = 100;
/** Rows fetched at once when only their ids are wanted; the contract's limit. */
const largePage = 500;

export interface ListQuery {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort | null;
}

/** The rows as they are shown; the same object until they change, so that a keystroke draws none of them again. */
export interface ShownRows {
  /** What the rows belong to: while an answer is awaited, still the query before. */
  readonly query: ListQuery;
  readonly total: number;
  /** Undefined while its page is on its way. */
  readonly rowAt: (index: number) => CustomerRow | undefined;
  /** Tells which rows are in sight, so that their pages are fetched. */
  readonly onRangeChange: (first: number, last: number) => void;
  /** Ids of the rows from one index to another, both included, fetched where they are not there. */
  readonly idsBetween: (first: number, last: number) => Promise<number[]>;
  /** Whether nothing can be shown yet. */
  readonly loading: boolean;
}

export interface CustomerRows {
  readonly rows: ShownRows;
  /** Whether rows of an earlier query are shown until the answer comes. */
  readonly waiting: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

const pagesOf = (first: number, last: number, size: number): number[] => {
  const from = Math.floor(Math.max(0, first) / size);
  const to = Math.floor(Math.max(first, last, 0) / size);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

/**
 * The list by pages. Each query is its own entry in the cache: one that nobody waits for any more is aborted, its
 * answer can therefore never replace a later one, and the rows before stay until the new ones are there.
 */
export const useCustomerRows = (query: ListQuery): CustomerRows => {
  const { archive } = useApi();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState(query);
  const [pages, setPages] = useState<readonly number[]>([0]);

  const pageOptions = useCallback(
    ({ filter, sort }: ListQuery, page: number, size = pageSize) =>
      archive.customers.list.queryOptions({ input: { filter, sort, offset: page * size, limit: size } }),
    [archive],
  );

  const first = useQuery(pageOptions(query, 0));
  if (shown !== query && !first.isPending) {
    setShown(query);
    setPages([0]);
  }

  const { byPage, total, error } = useQueries({
    queries: pages.map((page) => pageOptions(shown, page)),
    combine: useCallback(
      (results: { data?: { rows: CustomerRow[]; total: number }; error: Error | null }[]) => ({
        byPage: new Map(results.map(({ data }, index) => [pages[index] ?? 0, data?.rows] as const)),
        total: results.find(({ data }) => data !== undefined)?.data?.total ?? null,
        error: results.find((result) => result.error !== null)?.error ?? null,
      }),
      [pages],
    ),
  });

  const firstOfShown = queryClient.getQueryData(pageOptions(shown, 0).queryKey);
  const known = total ?? firstOfShown?.total ?? 0;

  const rowAt = useCallback(
    (index: number) => byPage.get(Math.floor(index / pageSize))?.[index % pageSize],
    [byPage],
  );

  const onRangeChange = useCallback((from: number, to: number) => {
    const next = pagesOf(from, to, pageSize);
    setPages((before) => (before.join() === next.join() ? before : next));
  }, []);

  const idsBetween = useCallback(
    async (from: number, to: number): Promise<number[]> => {
      const rows: (CustomerRow | undefined)[] = [];
      for (let index = from; index <= to; index += 1) rows.push(rowAt(index));
      if (rows.every((row) => row !== undefined)) return rows.map((row) => row.id);
      const ids: number[] = [];
      for (const page of pagesOf(from, to, largePage)) {
        const { rows: fetched } = await queryClient.fetchQuery(pageOptions(shown, page, largePage));
        const start = page * largePage;
        ids.push(
          ...fetched.filter((_, index) => start + index >= from && start + index <= to).map(({ id }) => id),
        );
      }
      return ids;
    },
    [queryClient, pageOptions, rowAt, shown],
  );

  const loading = first.isPending && firstOfShown === undefined;
  const rows = useMemo(
    () => ({ query: shown, total: known, rowAt, onRangeChange, idsBetween, loading }),
    [shown, known, rowAt, onRangeChange, idsBetween, loading],
  );
  return {
    rows,
    waiting: shown !== query,
    error: first.error ?? error,
    retry: () => void first.refetch(),
  };
};
