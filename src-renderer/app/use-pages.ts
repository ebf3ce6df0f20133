import { useQueries, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface Pages<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRangeChange: (first: number, last: number) => void;
  /** Whether nothing is known yet. */
  readonly loading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** A long list in pages of one size, of which only those in sight are fetched. */
export const usePages = <Row>(
  pageSize: number,
  // Options of a query for one page; what the query's own types are does not matter here.
  optionsOf: (offset: number, limit: number) => Pick<UseQueryOptions<Page<Row>>, 'queryKey' | 'queryFn'>,
): Pages<Row> => {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const [from, to] = range;
  // The first page is always asked for: it knows the total.
  const numbers = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)])];
  const results = useQueries({ queries: numbers.map((page) => optionsOf(page * pageSize, pageSize)) });
  const byNumber = new Map(numbers.map((page, index) => [page, results[index]?.data]));

  const onRangeChange = useCallback(
    (first: number, last: number) =>
      setRange((before) => {
        const next = [Math.floor(first / pageSize), Math.floor(last / pageSize)] as const;
        return before[0] === next[0] && before[1] === next[1] ? before : next;
      }),
    [pageSize],
  );
  return {
    total: byNumber.get(0)?.total ?? 0,
    rowAt: (index) => byNumber.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    onRangeChange,
    loading: byNumber.get(0) === undefined,
    error: results.find((result) => result.error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) void result.refetch();
    },
  };
};
