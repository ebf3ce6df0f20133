import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveState } from '../../src-shared/archive-state.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { isReady, NewPasswordFields, noPassword } from './new-password.tsx';

/** For who forgot the password: the recovery key, and a new password in its place. */
export const RecoverForm = ({
  onEnter,
  onBack,
}: {
  onEnter: (state: ArchiveState) => void;
  onBack: () => void;
}) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [chosen, setChosen] = useState(noPassword);
  const opening = useMutation(
    archive.protection.unlockWithRecoveryKey.mutationOptions({ onSuccess: onEnter }),
  );
  const ready = recoveryKey.trim() !== '' && isReady(chosen);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ready && !opening.isPending) opening.mutate({ recoveryKey, password: chosen.password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>
          <Title order={1}>{t('protection.recover.title')}</Title>
          <Text size="sm">{t('protection.recover.lead')}</Text>
        </div>
        <TextInput
          label={t('protection.recover.key')}
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
          value={recoveryKey}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
        />
        <NewPasswordFields value={chosen} onChange={setChosen} />
        {opening.error !== null && <FailurePanel error={opening.error} />}
        <Button type="submit" loading={opening.isPending} disabled={!ready}>
          {t('protection.recover.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('protection.recover.back')}
        </Anchor>
      </Stack>
    </form>
  );
};
