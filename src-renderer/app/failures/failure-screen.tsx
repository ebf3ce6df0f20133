import { Center, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailurePanel } from './failure-panel.tsx';

/** A failure that leaves nothing else to show. */
export const FailureScreen = ({
  error,
  onRetry,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Center h="100%" p="xl" component="main">
      <Stack maw={640} w="100%">
        <Title order={1}>{t('common.appName')}</Title>
        <FailurePanel error={error} onRetry={onRetry}>
          {children}
        </FailurePanel>
      </Stack>
    </Center>
  );
};
