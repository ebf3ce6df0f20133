import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewRecoveryKey } from '../../src-shared/protection.ts';
import { useApi } from '../app/api.ts';
import { FailureNote, FailurePanel } from '../app/failures/failure-panel.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { isReady, NewPasswordFields, noPassword } from './new-password.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryKeySteps } from './recovery-key.tsx';

const Frame = ({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{children}</KeyLayer>
    </Modal>
  );
};

/** A form of a dialog: fields, what went wrong, and the button that does it. */
const Form = ({
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

const Warning = ({ children }: { children: ReactNode }) => (
  <Alert color="orange" icon={<IconAlertTriangle size={20} />}>
    {children}
  </Alert>
);

interface DialogProps {
  readonly onClose: () => void;
}

/** A password for an archive that has none, and a recovery key in the same go. */
export const SetPasswordDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [chosen, setChosen] = useState(noPassword);
  const [withRecovery, setWithRecovery] = useState(true);
  const [shown, setShown] = useState<NewRecoveryKey | null>(null);
  const making = useMutation(archive.protection.newRecoveryKey.mutationOptions({ onSuccess: setShown }));
  const setting = useMutation(
    archive.protection.setPassword.mutationOptions({
      onSuccess: () => (withRecovery ? making.mutate({ password: chosen.password }) : onClose()),
    }),
  );
  if (shown !== null)
    return (
      <Frame title={t('protection.dialog.recoveryTitle')} onClose={onClose}>
        <RecoveryKeySteps shown={shown} onDone={onClose} />
      </Frame>
    );
  return (
    <Frame title={t('protection.dialog.setTitle')} onClose={onClose}>
      <Form
        action={t('protection.dialog.set')}
        ready={isReady(chosen)}
        busy={setting.isPending || making.isPending}
        error={setting.error ?? making.error}
        onSubmit={() => setting.mutate({ password: chosen.password })}
        onClose={onClose}
      >
        <Warning>
          <Text size="sm" fw={600}>
            {t('protection.dialog.warning')}
          </Text>
          <Text size="sm">{t('protection.dialog.oldBackups')}</Text>
        </Warning>
        <NewPasswordFields value={chosen} onChange={setChosen} autoFocus />
        <Checkbox
          label={t('protection.dialog.andRecovery')}
          checked={withRecovery}
          onChange={(event) => setWithRecovery(event.currentTarget.checked)}
        />
      </Form>
    </Frame>
  );
};

export const ChangePasswordDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(noPassword);
  const changing = useMutation(archive.protection.changePassword.mutationOptions({ onSuccess: onClose }));
  return (
    <Frame title={t('protection.dialog.changeTitle')} onClose={onClose}>
      <Form
        action={t('protection.dialog.change')}
        ready={current !== '' && isReady(chosen)}
        busy={changing.isPending}
        error={changing.error}
        onSubmit={() => changing.mutate({ current, password: chosen.password })}
        onClose={onClose}
      >
        <PasswordField
          label={t('protection.field.current')}
          value={current}
          data-autofocus
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordFields value={chosen} onChange={setChosen} />
        <Text size="sm">{t('protection.dialog.changeHint')}</Text>
      </Form>
    </Frame>
  );
};

export const RemovePasswordDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [current, setCurrent] = useState('');
  const removing = useMutation(archive.protection.removePassword.mutationOptions({ onSuccess: onClose }));
  return (
    <Frame title={t('protection.dialog.removeTitle')} onClose={onClose}>
      <Form
        action={t('protection.dialog.remove')}
        ready={current !== ''}
        busy={removing.isPending}
        danger
        error={removing.error}
        onSubmit={() => removing.mutate({ current })}
        onClose={onClose}
      >
        <Warning>
          <Text size="sm">{t('protection.dialog.removeHint')}</Text>
        </Warning>
        <PasswordField
          label={t('protection.field.current')}
          value={current}
          data-autofocus
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      </Form>
    </Frame>
  );
};

/** A recovery key, or another one in place of the one there is. */
export const RecoveryKeyDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [password, setPassword] = useState('');
  const making = useMutation(archive.protection.newRecoveryKey.mutationOptions());
  return (
    <Frame title={t('protection.dialog.recoveryTitle')} onClose={onClose}>
      {making.data === undefined ? (
        <Form
          action={t('protection.dialog.recoveryNext')}
          ready={password !== ''}
          busy={making.isPending}
          error={making.error}
          onSubmit={() => making.mutate({ password })}
          onClose={onClose}
        >
          <Text size="sm">{t('protection.dialog.recoveryAsk')}</Text>
          <PasswordField
            label={t('protection.field.current')}
            value={password}
            data-autofocus
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </Form>
      ) : (
        <RecoveryKeySteps shown={making.data} onDone={onClose} />
      )}
    </Frame>
  );
};

/** A new data key: everything is written anew. */
export const EncryptAnewDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const [current, setCurrent] = useState('');
  const changing = useLongWork(client.archive.protection.changeDataKey);
  const start = async (): Promise<void> => {
    if ((await changing.start({ current })) !== null) onClose();
  };
  return (
    <Frame title={t('protection.dialog.anewTitle')} onClose={changing.running ? () => undefined : onClose}>
      {changing.running ? (
        <ProgressPanel
          progress={changing.progress}
          onCancel={changing.progress?.phase === 'swapping' ? undefined : changing.cancel}
          cancelling={changing.cancelling}
        />
      ) : (
        <Form
          action={t('protection.dialog.anew')}
          ready={current !== ''}
          busy={false}
          error={null}
          onSubmit={() => void start()}
          onClose={onClose}
        >
          <Text size="sm">{t('protection.panel.anewHint')}</Text>
          <PasswordField
            label={t('protection.field.current')}
            value={current}
            data-autofocus
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          {changing.failure !== null && <FailureNote failure={changing.failure} />}
        </Form>
      )}
    </Frame>
  );
};
