import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** Backups. */
export const BackupsPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('backups.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
