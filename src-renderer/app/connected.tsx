import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlugConnected } from '@tabler/icons-react';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from './api.ts';
import type { Connection } from './connect.ts';
import { listenForChanges } from './events.ts';
import { toFailure } from './failures/to-failure.ts';

const ConnectedContext = createContext(true);

/** Listens for changes as long as there is a connection, says when it comes back, and reads everything anew then. */
export const ConnectedProvider = ({
  connection,
  children,
}: {
  connection: Connection;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    let listening = new AbortController();
    const listen = (): void => {
      listening = new AbortController();
      const { signal } = listening;
      listenForChanges(api, queryClient, signal).catch((error: unknown) => {
        if (!signal.aborted && toFailure(error).code !== 'connectionLost') throw error;
      });
    };
    listen();
    const stopLost = connection.onLost(() => setConnected(false));
    const stopBack = connection.onBack(() => {
      setConnected(true);
      listening.abort();
      listen();
      void queryClient.invalidateQueries();
      notifications.show({
        color: 'green',
        icon: <IconPlugConnected size={18} />,
        message: t('common.status.reconnected'),
        closeButtonProps: { 'aria-label': t('common.action.close') },
      });
    });
    return () => {
      stopLost();
      stopBack();
      listening.abort();
    };
  }, [api, queryClient, connection, t]);

  return <ConnectedContext.Provider value={connected}>{children}</ConnectedContext.Provider>;
};

/** Whether the archive can be reached now. */
export const useConnected = (): boolean => useContext(ConnectedContext);
