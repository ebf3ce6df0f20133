import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage } from './failure-message.ts';
import { toFailure } from './to-failure.ts';

/** A failed query or step in its place on the screen, with a way to try again. */
export const FailurePanel = ({
  error,
  onRetry,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation();
  const { what, safe, next } = failureMessage(t, toFailure(error));
  return (
    <Alert color="red" icon={<IconAlertTriangle size={20} />} title={what} role="alert">
      <Text size="sm">{safe}</Text>
      <Text size="sm">{next}</Text>
      {(onRetry !== undefined || children !== undefined) && (
        <Group mt="sm" gap="xs">
          {onRetry !== undefined && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('common.action.retry')}
            </Button>
          )}
          {children}
        </Group>
      )}
    </Alert>
  );
};
