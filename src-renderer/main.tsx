// As a CSS layer: every style of ours wins over it, in whichever order the parts of the page are fetched.
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/dropzone/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import 'dayjs/locale/zh-cn';
import './app/styles.css';
import { createRoot } from 'react-dom/client';
import { createApi, createQueryClient } from './app/api.ts';
import { connect } from './app/connect.ts';
import { toFailure } from './app/failures/to-failure.ts';
import { Root, RootStarting } from './app/root.tsx';
import { loadFirstRoom } from './app/routes.tsx';
import { prepareList } from './customers/prepare-list.ts';
import { chooseLanguage, startI18n, switchLanguage } from './i18n/i18n.ts';
import { i18n } from './i18n/instance.ts';

/** Asks again when the connection was lost meanwhile; each asking waits for a connection by itself. */
const answered = async <T,>(ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (toFailure(error).code !== 'connectionLost') throw error;
    }
  }
};

const start = async (): Promise<void> => {
  const element = document.querySelector('#root');
  if (element === null) throw new Error('The page has no #root');
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.title = i18n.t('common.appName');
  });
  await startI18n(chooseLanguage('system', navigator.language));
  const root = createRoot(element);
  root.render(<RootStarting />);
  loadFirstRoom();

  const connection = await connect();
  const api = createApi(connection);
  const queryClient = createQueryClient();
  // Asked for before it is drawn, so that both answers come in one go.
  void queryClient.prefetchQuery(api.archive.archive.state.queryOptions());
  void queryClient.prefetchQuery(api.archive.settings.preferences.queryOptions());
  prepareList(api, queryClient);
  const { locale } = await answered(() => queryClient.fetchQuery(api.host.info.queryOptions()));
  await switchLanguage(chooseLanguage('system', locale));
  root.render(<Root connection={connection} api={api} queryClient={queryClient} systemLocale={locale} />);
};

void start();
