import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../kit/empty-state.tsx';
import { navigate } from './location.ts';

/** An address that leads nowhere. */
export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={t('common.notFound.title')}
      actions={<Button onClick={() => navigate('/customers')}>{t('common.notFound.action')}</Button>}
    >
      {t('common.notFound.body')}
    </EmptyState>
  );
};
