import { useTranslation } from 'react-i18next';
import { Page } from '../kit/page.tsx';

/** The list of customers; with `trash`, of those in the trash. */
export const CustomersPage = (_: { trash?: boolean }) => {
  const { t } = useTranslation();
  return (
    <Page title={t('customers.title')}>
      <p>{t('common.loading')}</p>
    </Page>
  );
};
