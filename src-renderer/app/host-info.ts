import { useQuery } from '@tanstack/react-query';
import { useApi } from './api.ts';

/** What the host says of itself; undefined until it has answered. */
export const useHostInfo = () => {
  const { host } = useApi();
  return useQuery(host.info.queryOptions()).data;
};
