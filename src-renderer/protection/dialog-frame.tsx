import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { KeyLayer } from '../app/keys.tsx';

/** A dialog that a click beside it does not close; without `onClose` nothing of the frame does. */
export const Frame = ({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: (() => void) | null;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={() => onClose?.()}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={onClose !== null}
      withCloseButton={onClose !== null}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{children}</KeyLayer>
    </Modal>
  );
};

/** A form of a dialog: fields, what went wrong, and the button that does it. */
export const Form = ({
  action,
  ready,
  busy,
  danger = false,
  error,
  onSubmit,
  onClose,
  children,
}: {
  action: string;
  ready: boolean;
  busy: boolean;
  danger?: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {children}
        {error !== null && <FailurePanel error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.action.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready} color={danger ? 'red' : undefined}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** What has to be read before going on. */
export const Warning = ({ children }: { children: ReactNode }) => (
  <Alert color="orange" icon={<IconAlertTriangle size={20} />}>
    {children}
  </Alert>
);

export interface DialogProps {
  readonly onClose: () => void;
}
