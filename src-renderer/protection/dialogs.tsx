import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useLongWork } from '../app/long-work.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { Form, Frame, Warning, type DialogProps } from './dialog-frame.tsx';
import { OpenBackups } from './open-backups.tsx';
import { isReady, NewPasswordFields, noPassword } from './new-password.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryKeySteps } from './recovery-key.tsx';

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
    <Frame title={t('protection.dialog.anewTitle')} onClose={changing.running ? null : onClose}>
      {changing.running ? (
        <ProgressPanel takesFocus work={changing} cancellable={changing.progress?.phase !== 'swapping'} />
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

/** Backups that open without the password: looked at, and deleted by whoever wants to. */
export const OpenBackupsDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  return (
    <Frame title={t('protection.open.title')} onClose={onClose}>
      <OpenBackups onDone={onClose} />
    </Frame>
  );
};
