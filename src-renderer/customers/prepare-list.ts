import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '../app/api.ts';
import { hereNow } from '../app/location.ts';
import { readAddress } from './list-address.ts';
import { fetchFirstRows } from './use-customer-rows.ts';

/**
 * Asks for what the list will show, when the program starts on it: the answers then come while the frame is drawn, and the
 * list is drawn once, with its rows.
 */
export const prepareList = ({ archive }: Api, queryClient: QueryClient): void => {
  const [path, search] = hereNow();
  if (path !== '/' && path !== '/customers') return;
  fetchFirstRows(archive, queryClient, readAddress(search));
  void queryClient.prefetchQuery(archive.tags.list.queryOptions());
  void queryClient.prefetchQuery(archive.customFields.list.queryOptions());
};
