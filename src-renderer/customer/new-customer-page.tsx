import { useEffect } from 'react';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { Page } from '../kit/page.tsx';
import { useTranslation } from 'react-i18next';
import { focusField } from './form/use-form-errors.ts';
import { NewForm } from './form/new-form.tsx';
import { useOpenedDraft } from './form/use-kept-draft.ts';

const Focused = ({ children }: { children: React.ReactNode }) => {
  useEffect(() => focusField('name'), []);
  return children;
};

/** The entry form. What was typed the last time and not saved stands in it again. */
export const NewCustomerPage = () => {
  const { t } = useTranslation();
  const { draft, error, retry } = useOpenedDraft('new');
  if (draft === undefined) {
    return error === null ? null : (
      <Page title={t('customer.newTitle')}>
        <FailurePanel error={error} onRetry={retry} />
      </Page>
    );
  }
  return (
    <Focused>
      <NewForm draft={draft} />
    </Focused>
  );
};
