import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../src-shared/failures.ts';
import { failureMessage } from './failure-message.ts';
import { toFailure } from './to-failure.ts';

/** Tells of a failure in a toast; of something the user cancelled, nothing. */
export const useTellFailure = (): ((failure: Failure) => void) => {
  const { t } = useTranslation();
  return useCallback(
    (failure: Failure) => {
      if (failure.code === 'cancelled') return;
      const { what, safe, next } = failureMessage(t, failure);
      const id = `failure-${failure.code}`;
      notifications.hide(id);
      notifications.show({
        id,
        color: 'red',
        icon: <IconAlertTriangle size={18} />,
        title: what,
        message: t('failureWords.together', { safe, next }),
        autoClose: 12_000,
        closeButtonProps: { 'aria-label': t('common.action.close') },
      });
    },
    [t],
  );
};

/** Shows what a call threw as a toast; something the user cancelled is not shown. */
export const useFailureToast = (): ((error: unknown) => void) => {
  const tell = useTellFailure();
  return useCallback((error: unknown) => tell(toFailure(error)), [tell]);
};
