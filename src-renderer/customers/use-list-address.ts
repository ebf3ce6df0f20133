import { useCallback, useMemo } from 'react';
import { navigate, useHashSearch } from '../app/location.ts';
import { readAddress, writeAddress, type ListAddress } from './list-address.ts';

export type ListPath = '/customers' | '/trash';

export interface ListAddressActions extends ListAddress {
  /** Goes on from here; `replace` leaves no step for Back. */
  readonly go: (next: Partial<ListAddress>, options?: { replace?: boolean }) => void;
}

/** The filter, sort order and view of a list, kept in the address alone, so that Back and Forward work. */
export const useListAddress = (path: ListPath): ListAddressActions => {
  const search = useHashSearch();
  const address = useMemo(() => readAddress(search), [search]);
  const go = useCallback<ListAddressActions['go']>(
    (next, options) => {
      const query = writeAddress({ ...address, ...next });
      navigate(query === '' ? path : `${path}?${query}`, options);
    },
    [address, path],
  );
  return { ...address, go };
};
