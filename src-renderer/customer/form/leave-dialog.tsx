import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../../app/keys.tsx';

/** Asked when a form with unsaved work is left: nothing is lost without saying so. */
export const LeaveDialog = ({
  opened,
  onStay,
  onKeep,
  onDiscard,
}: {
  opened: boolean;
  onStay: () => void;
  /** Leaves, and the draft is there next time. */
  onKeep: () => void;
  onDiscard: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      title={t('customer.leave.title')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Stack gap="md">
          <Text size="sm">{t('customer.leave.body')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="red" onClick={onDiscard}>
              {t('customer.leave.discard')}
            </Button>
            <Button variant="default" onClick={onStay}>
              {t('customer.leave.stay')}
            </Button>
            <Button onClick={onKeep} data-autofocus>
              {t('customer.leave.keep')}
            </Button>
          </Group>
        </Stack>
      </KeyLayer>
    </Modal>
  );
};
