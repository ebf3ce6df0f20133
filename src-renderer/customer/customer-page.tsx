import { Button, Skeleton, Stack } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { Customer } from '../../src-shared/customers.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { toFailure } from '../app/failures/to-failure.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useKey } from '../app/keys.tsx';
import { goBack, navigate } from '../app/location.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Page } from '../kit/page.tsx';
import { useDelayed } from '../kit/use-delayed.ts';
import { DetailPage } from './detail/detail-page.tsx';
import { EditForm } from './form/edit-form.tsx';
import { useOpenedDraft } from './form/use-kept-draft.ts';
import { editOfDraft } from './values/edit-content.ts';

const Loading = () => {
  const { t } = useTranslation();
  const shown = useDelayed(true);
  return (
    <Stack p="lg" gap="sm" aria-busy aria-label={t('common.loading')}>
      {shown && [280, 520, 480, 500, 360].map((width) => <Skeleton key={width} h={18} w={width} />)}
    </Stack>
  );
};

const toList = (): void => goBack('/customers');

const NotThere = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { t } = useTranslation();
  useKey('escape', toList);
  const failure = toFailure(error);
  if (failure.code !== 'notFound') {
    return (
      <Page title={t('customer.title')}>
        <FailurePanel error={error} onRetry={onRetry} />
      </Page>
    );
  }
  return (
    <EmptyState
      icon={IconUserOff}
      title={t('customer.notFound.title')}
      actions={
        <>
          <Button onClick={() => navigate('/customers')}>{t('customer.notFound.toList')}</Button>
          <Button variant="default" onClick={() => navigate('/history')}>
            {t('customer.notFound.toHistory')}
          </Button>
        </>
      }
    >
      {t('customer.notFound.body')}
    </EmptyState>
  );
};

const Loaded = ({ customer, editing }: { customer: Customer; editing: boolean }) => {
  const { t, i18n } = useTranslation();
  const { client } = useApi();
  const tellFailure = useFailureToast();
  const { draft, error, retry } = useOpenedDraft(`customer-${customer.id}`);
  const [discarded, setDiscarded] = useState(false);
  if (draft === undefined) {
    return error === null ? (
      <Loading />
    ) : (
      <Page title={t('customer.title')}>
        <FailurePanel error={error} onRetry={retry} />
      </Page>
    );
  }
  const waiting = discarded || editOfDraft(draft, customer, i18n.language) === null ? null : draft;
  if (editing && customer.trashedAt === null) {
    return (
      <EditForm
        customer={customer}
        draft={waiting}
        onDone={() => {
          // What is kept now is another draft than the one that was opened, or none.
          retry();
          goBack(`/customers/${customer.id}`);
        }}
      />
    );
  }
  return (
    <DetailPage
      customer={customer}
      draft={waiting}
      onEdit={() => navigate(`/customers/${customer.id}?edit=1`)}
      onDiscardDraft={() => {
        setDiscarded(true);
        client.archive.drafts.discard({ key: `customer-${customer.id}` }).catch(tellFailure);
      }}
    />
  );
};

/** One customer: to read and edit in place, or as the whole form (`?edit=1`). */
export const CustomerPage = ({ id }: { id: number }) => {
  const { archive } = useApi();
  const editing = new URLSearchParams(useSearch()).get('edit') === '1';
  const { data, error, refetch } = useQuery(archive.customers.get.queryOptions({ input: { id } }));
  if (error !== null) return <NotThere error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <Loaded customer={data} editing={editing} />;
};
