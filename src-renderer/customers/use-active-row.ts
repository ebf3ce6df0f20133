import { useEffect, useState } from 'react';
import type { CustomerRow } from '../../src-shared/customers.ts';
import { useHashSearch } from '../app/location.ts';
import { placeOf, rememberPlace } from './last-place.ts';
import type { ListPath } from './use-list-address.ts';
import type { ShownRows } from './use-customer-rows.ts';

export interface ActiveRow {
  readonly index: number | null;
  readonly row: CustomerRow | undefined;
  readonly set: (index: number | null) => void;
}

/** The row the keyboard is at. Another result begins at its first row; Back leads to the one that was left. */
export const useActiveRow = (path: ListPath, { query, rowAt, total }: ShownRows): ActiveRow => {
  const address = `${path}?${useHashSearch()}`;
  const [index, set] = useState<number | null>(() => placeOf(address));
  const [queryBefore, setQueryBefore] = useState(query);
  if (query !== queryBefore) {
    setQueryBefore(query);
    if (index !== null && JSON.stringify(query) !== JSON.stringify(queryBefore)) set(0);
  }
  useEffect(() => rememberPlace(address, index), [address, index]);
  return { index, row: index === null ? undefined : rowAt(Math.min(index, total - 1)), set };
};
