import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** Settings. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
