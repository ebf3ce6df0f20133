import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** History. */
export const HistoryPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('history.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
