import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../src-shared/failures.ts';
import { failureMessage } from './failure-message.ts';
import { toFailure } from './to-failure.ts';

interface Extras {
  onRetry?: () => void;
  /** More ways out, as buttons. */
  children?: ReactNode;
}

/** A failure in its place on the screen, with a way to try again. */
export const FailureNote = ({ failure, onRetry, children }: Extras & { failure: Failure }) => {
  const { t } = useTranslation();
  const { what, safe, next } = failureMessage(t, failure);
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

/** The same for whatever a call or query threw. */
export const FailurePanel = ({ error, ...extras }: Extras & { error: unknown }) => (
  <FailureNote failure={toFailure(error)} {...extras} />
);
