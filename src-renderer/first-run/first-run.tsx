import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** First run. */
export const FirstRun = (_: { folder: string }) => {
  const { t } = useTranslation();
  return (
    <Page title={t('firstRun.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
