import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** All about one customer. */
export const CustomerPage = (_: { id: number }) => {
  const { t } = useTranslation();
  return (
    <Page title={t('customer.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
