import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../app/keys.tsx';

/** Asks before something that reaches far. `action` names what will be done, “删除 32 位客户”, and is the button's text. */
export const ConfirmModal = ({
  opened,
  title,
  children,
  action,
  danger = false,
  busy = false,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  children?: ReactNode;
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Stack gap="md">
          {children !== undefined && (
            <Text size="sm" component="div">
              {children}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.action.cancel')}
            </Button>
            <Button color={danger ? 'red' : undefined} loading={busy} onClick={onConfirm} data-autofocus>
              {action}
            </Button>
          </Group>
        </Stack>
      </KeyLayer>
    </Modal>
  );
};
