import { useCallback } from 'react';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';

/** Opens a tel:, mailto: or https: address with the system's program. */
export const useOpenExternal = (): ((url: string) => void) => {
  const { client } = useApi();
  const tellFailure = useFailureToast();
  return useCallback(
    (url: string) => void client.host.openExternal({ url }).catch(tellFailure),
    [client, tellFailure],
  );
};

/** A website as typed (www.bajun.cn) as an https address; null for what is none. */
export const webAddress = (text: string): string | null => {
  const address = /^https?:\/\//iu.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(address)) return null;
  const { hostname, href } = new URL(address);
  return hostname.includes('.') ? href : null;
};
