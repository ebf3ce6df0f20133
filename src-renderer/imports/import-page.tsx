import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** Bringing a sheet in. */
export const ImportPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('imports.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
