import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../src-shared/failures.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { PasswordField } from '../protection/password-field.tsx';

/** Asks for the password of a backup that was made under another one, or for its recovery key. */
export const BackupPassword = ({
  failure,
  onSubmit,
  onClose,
}: {
  failure: Failure;
  onSubmit: (password: string) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (password !== '') onSubmit(password);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t('protection.backupPassword.lead')}</Text>
        <PasswordField
          label={t('protection.backupPassword.label')}
          value={password}
          autoFocus
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {failure.code !== 'backupLocked' && <FailureNote failure={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.action.cancel')}
          </Button>
          <Button type="submit" disabled={password === ''}>
            {t('protection.backupPassword.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
