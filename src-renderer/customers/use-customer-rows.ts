import { useQueries, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../src-shared/customers.ts';
import { useApi, type Api } from '../app/api.ts';

/** Rows fetched at once: more than fit on most screens, and few enough not to be felt with every key of a search. */
const pageSize = 50;
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

interface ListPage {
  readonly rows: CustomerRow[];
  readonly total: number;
}

/** What is on the screen: a query with its first page, which is missing when it failed. */
interface Shown {
  readonly query: ListQuery;
  readonly first: ListPage | undefined;
}

const noPages: readonly number[] = [];

const pagesOf = (first: number, last: number, size: number): number[] => {
  const from = Math.floor(Math.max(0, first) / size);
  const to = Math.floor(Math.max(first, last, 0) / size);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

const listPage = (archive: Api['archive'], { filter, sort }: ListQuery, page: number, size: number) =>
  archive.customers.list.queryOptions({ input: { filter, sort, offset: page * size, limit: size } });

/** Asks for the first rows before anything that shows them is drawn. Whatever fails is asked for again by who shows it. */
export const fetchFirstRows = (archive: Api['archive'], queryClient: QueryClient, query: ListQuery): void =>
  void queryClient.prefetchQuery(listPage(archive, query, 0, pageSize));

/**
 * The list by pages. Each query is its own entry in the cache: one that nobody waits for any more is aborted, its
 * answer can therefore never replace a later one, and the rows before stay until the new ones are there.
 */
export const useCustomerRows = (query: ListQuery): CustomerRows => {
  const { archive } = useApi();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState<Shown>({ query, first: undefined });
  const [pages, setPages] = useState<readonly number[]>(noPages);

  const pageOptions = useCallback(
    (wanted: ListQuery, page: number, size = pageSize) => listPage(archive, wanted, page, size),
    [archive],
  );

  const first = useQuery(pageOptions(query, 0));
  // Taken over while drawing: an answer is on the screen with the one drawing that it causes.
  if (!first.isPending && (shown.query !== query || shown.first !== first.data)) {
    setShown({ query, first: first.data });
    if (shown.query !== query) setPages(noPages);
  }

  const { byPage, error } = useQueries({
    queries: pages.map((page) => pageOptions(shown.query, page)),
    combine: useCallback(
      (results: { data?: ListPage; error: Error | null }[]) => ({
        byPage: new Map(results.map(({ data }, index) => [pages[index] ?? 0, data?.rows] as const)),
        error: results.find((result) => result.error !== null)?.error ?? null,
      }),
      [pages],
    ),
  });

  const rowAt = useCallback(
    (index: number) => {
      const page = Math.floor(index / pageSize);
      return (page === 0 ? shown.first?.rows : byPage.get(page))?.[index % pageSize];
    },
    [shown, byPage],
  );

  const onRangeChange = useCallback((from: number, to: number) => {
    // The first page is there whatever is in sight: it says how many there are.
    const next = pagesOf(from, to, pageSize).filter((page) => page > 0);
    setPages((before) => (before.join() === next.join() ? before : next));
  }, []);

  const idsBetween = useCallback(
    async (from: number, to: number): Promise<number[]> => {
      const rows: (CustomerRow | undefined)[] = [];
      for (let index = from; index <= to; index += 1) rows.push(rowAt(index));
      if (rows.every((row) => row !== undefined)) return rows.map((row) => row.id);
      const ids: number[] = [];
      for (const page of pagesOf(from, to, largePage)) {
        const { rows: fetched } = await queryClient.fetchQuery(pageOptions(shown.query, page, largePage));
        const start = page * largePage;
        ids.push(
          ...fetched.filter((_, index) => start + index >= from && start + index <= to).map(({ id }) => id),
        );
      }
      return ids;
    },
    [queryClient, pageOptions, rowAt, shown],
  );

  const loading = first.isPending && shown.first === undefined;
  const rows = useMemo(
    () => ({
      query: shown.query,
      total: shown.first?.total ?? 0,
      rowAt,
      onRangeChange,
      idsBetween,
      loading,
    }),
    [shown, rowAt, onRangeChange, idsBetween, loading],
  );
  return {
    rows,
    waiting: shown.query !== query,
    error: first.error ?? error,
    retry: () => void first.refetch(),
  };
};
