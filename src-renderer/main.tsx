import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import 'dayjs/locale/zh-cn';
import './app/styles.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { ApiProvider, createApi, createQueryClient } from './app/api.ts';
import { App } from './app/app.tsx';
import { connect } from './app/connect.ts';
import { ConnectedProvider } from './app/connected.tsx';
import { ErrorBoundary } from './app/failures/error-boundary.tsx';
import { KeysProvider } from './app/keys.tsx';
import { useHashPath, useHashSearch } from './app/location.ts';
import { cssVariables, theme } from './app/theme.ts';
import { chooseLanguage, startI18n } from './i18n/i18n.ts';
import { i18n } from './i18n/instance.ts';

const start = async (): Promise<void> => {
  const element = document.querySelector('#root');
  if (element === null) throw new Error('The page has no #root');
  const connection = await connect();
  const { locale } = await connection.host.info();
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.title = i18n.t('common.appName');
  });
  await startI18n(chooseLanguage('system', locale));
  const api = createApi(connection);
  const queryClient = createQueryClient();
  createRoot(element).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notifications
          className="toasts"
          position="bottom-left"
          zIndex={190}
          limit={3}
          transitionDuration={120}
        />
        <QueryClientProvider client={queryClient}>
          <ApiProvider value={api}>
            <Router hook={useHashPath} searchHook={useHashSearch} hrefs={(href) => `#${href}`}>
              <KeysProvider>
                <ErrorBoundary>
                  <ConnectedProvider connection={connection}>
                    <App systemLocale={locale} />
                  </ConnectedProvider>
                </ErrorBoundary>
              </KeysProvider>
            </Router>
          </ApiProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
};

void start();
