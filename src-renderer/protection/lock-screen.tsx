import { Anchor, Button, Code, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveState } from '../../src-shared/archive-state.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { toFailure } from '../app/failures/to-failure.ts';
import { useForgotten } from './locking.ts';
import { PasswordField } from './password-field.tsx';
import { returnToPlace } from './place.ts';
import classes from './protection.module.css';
import { RecoverForm } from './recover-form.tsx';
import { RestoreWhileLocked } from './restore-while-locked.tsx';

/** Seconds left of a delay that the archive has told. */
const useSecondsLeft = (wait: number): [number, (seconds: number) => void] => {
  const [until, setUntil] = useState(() => Date.now() + wait * 1000);
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [left]);
  const start = (seconds: number): void => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * 1000);
  };
  return [left, start];
};

/** All there is of the program while the archive is locked. Nothing of customers, and not the name of the business. */
export const LockScreen = ({ state }: { state: Extract<ArchiveState, { state: 'locked' }> }) => {
  useForgotten();
  const { t } = useTranslation();
  const { archive } = useApi();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const [way, setWay] = useState<'password' | 'recover' | 'restore'>('password');
  const [left, waitFor] = useSecondsLeft(state.wait);

  const enter = (next: ArchiveState): void => {
    returnToPlace();
    queryClient.setQueryData(archive.archive.state.queryKey(), next);
  };
  const unlocking = useMutation(
    archive.protection.unlock.mutationOptions({
      onSuccess: enter,
      onError: (error) => {
        const failure = toFailure(error);
        if (failure.code === 'tryLater') waitFor(failure.seconds);
      },
    }),
  );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (password === '' || left > 0 || unlocking.isPending) return;
    setPassword('');
    unlocking.mutate({ password });
  };

  return (
    <main className={classes.lock}>
      <Paper withBorder className={classes.card} p="xl" data-wide={way === 'restore' || undefined}>
        {way === 'recover' && <RecoverForm onEnter={enter} onBack={() => setWay('password')} />}
        {way === 'restore' && <RestoreWhileLocked onBack={() => setWay('password')} />}
        {way === 'password' && (
          <form onSubmit={submit}>
            <Stack gap="md">
              <div className={classes.head}>
                <IconLock size={28} stroke={1.6} aria-hidden />
                <div>
                  <Title order={1}>{t('protection.lock.title')}</Title>
                  <Text size="sm">{t('protection.lock.lead')}</Text>
                </div>
              </div>
              <PasswordField
                label={t('protection.field.password')}
                value={password}
                autoFocus
                autoComplete="current-password"
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              {unlocking.error !== null && <FailureNote failure={toFailure(unlocking.error)} />}
              <Button type="submit" loading={unlocking.isPending} disabled={left > 0 || password === ''}>
                {left > 0 ? t('protection.lock.wait', { count: left }) : t('protection.lock.unlock')}
              </Button>
              {state.hasRecoveryKey ? (
                <Anchor component="button" type="button" size="sm" onClick={() => setWay('recover')}>
                  {t('protection.lock.forgot')}
                </Anchor>
              ) : (
                <Text size="xs" c="dimmed">
                  {t('protection.lock.noRecovery')}
                </Text>
              )}
              <Anchor component="button" type="button" size="sm" onClick={() => setWay('restore')}>
                {t('protection.lock.restore')}
              </Anchor>
              <Text size="xs" c="dimmed">
                {t('protection.lock.folder')} <Code className={classes.path}>{state.folder}</Code>
              </Text>
            </Stack>
          </form>
        )}
      </Paper>
    </main>
  );
};
