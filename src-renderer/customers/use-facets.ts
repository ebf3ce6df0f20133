import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CustomerFilter, Facets } from '../../src-shared/customers.ts';
import { useApi } from '../app/api.ts';

/** ms of quiet before the counts are asked for, so that they never stand in the way of typing. */
const quiet = 250;

/** The counts of the filter rail; `current` tells whether they already belong to this filter. */
export const useFacets = (filter: CustomerFilter): { facets: Facets | undefined; current: boolean } => {
  const { archive } = useApi();
  const [settled] = useDebouncedValue(filter, quiet);
  const { data, isPlaceholderData } = useQuery(
    archive.customers.facets.queryOptions({ input: { filter: settled }, placeholderData: keepPreviousData }),
  );
  return { facets: data, current: settled === filter && data !== undefined && !isPlaceholderData };
};
