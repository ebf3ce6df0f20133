import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { Router, type RouterOptions } from 'wouter';
import { ApiProvider, type Api } from './api.ts';
import { App } from './app.tsx';
import type { Connection } from './connect.ts';
import { ConnectedProvider } from './connected.tsx';
import { ErrorBoundary } from './failures/error-boundary.tsx';
import { KeysProvider } from './keys.tsx';
import { useLocked } from './locked.ts';
import { useHashPath, useHashSearch } from './location.ts';
import { Starting } from './starting.tsx';
import { cssVariables, theme } from './theme.ts';

const addresses: RouterOptions = {
  hook: useHashPath,
  searchHook: useHashSearch,
  hrefs: (href) => `#${href}`,
};

/** Toasts name customers: they are gone at once when the archive is locked, without fading away. */
const Toasts = () =>
  useLocked() ? null : (
    <Notifications
      className="toasts"
      position="bottom-left"
      zIndex={190}
      limit={3}
      transitionDuration={120}
    />
  );

const Look = ({ children }: { children: ReactNode }) => (
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Toasts />
      {children}
    </MantineProvider>
  </StrictMode>
);

/** The program before there is a connection. */
export const RootStarting = () => (
  <Look>
    <Starting />
  </Look>
);

/** The program over its connection. */
export const Root = ({
  connection,
  api,
  queryClient,
  systemLocale,
}: {
  connection: Connection;
  api: Api;
  queryClient: QueryClient;
  systemLocale: string;
}) => (
  <Look>
    <QueryClientProvider client={queryClient}>
      <ApiProvider value={api}>
        <Router {...addresses}>
          <KeysProvider>
            <ErrorBoundary>
              <ConnectedProvider connection={connection}>
                <App systemLocale={systemLocale} />
              </ConnectedProvider>
            </ErrorBoundary>
          </KeysProvider>
        </Router>
      </ApiProvider>
    </QueryClientProvider>
  </Look>
);
