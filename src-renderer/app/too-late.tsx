import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that what was to be cancelled had been done before. */
export const useTellTooLate = (): (() => void) => {
  const { t } = useTranslation();
  return useCallback(() => {
    notifications.show({
      color: 'blue',
      icon: <IconInfoCircle size={18} />,
      message: t('common.progress.tooLate'),
      autoClose: 12_000,
      closeButtonProps: { 'aria-label': t('common.action.close') },
    });
  }, [t]);
};
