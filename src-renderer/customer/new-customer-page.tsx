import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** The entry form. */
export const NewCustomerPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('customer.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
