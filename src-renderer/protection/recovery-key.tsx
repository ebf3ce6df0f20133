import { Alert, Button, Group, Portal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewRecoveryKey } from '../../src-shared/protection.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { formatFull } from '../kit/format.ts';
import classes from './protection.module.css';

const Groups = ({ recoveryKey }: { recoveryKey: string }) => {
  const { t } = useTranslation();
  return (
    <ol className={classes.groups} aria-label={t('protection.key.label')}>
      {recoveryKey.split('-').map((group, index) => (
        // Two groups may be alike; they never change places.
        <li key={index} className={classes.group}>
          <span className={classes.number}>{index + 1}</span>
          {group}
        </li>
      ))}
    </ol>
  );
};

/** What is printed: the key on a page of its own, with what it is for. */
const Sheet = ({ recoveryKey }: { recoveryKey: string }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  const [made] = useState(() => new Date().toISOString());
  // A node of its own: the one that portals share is the dialog's, which is not printed.
  return (
    <Portal reuseTargetNode={false} className={classes.sheet}>
      <Title order={2}>{t('protection.key.sheetTitle')}</Title>
      <Text my="md">{t('protection.key.sheetWhat')}</Text>
      <Groups recoveryKey={recoveryKey} />
      <Text mt="md" size="sm">
        {t('protection.key.sheetMade', { when: formatFull(made), folder: state?.folder ?? '' })}
      </Text>
    </Portal>
  );
};

/** Shows a new recovery key, this once, and lets the owner type part of it before it takes effect. */
export const RecoveryKeySteps = ({ shown, onDone }: { shown: NewRecoveryKey; onDone: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [confirming, setConfirming] = useState(false);
  const [typed, setTyped] = useState<readonly string[]>(() => shown.asked.map(() => ''));
  const confirm = useMutation(archive.protection.confirmRecoveryKey.mutationOptions());
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate({ typed: [...typed] });
  };

  if (confirm.isSuccess)
    return (
      <Stack gap="md">
        <Alert color="teal" icon={<IconCircleCheck size={20} />} role="status">
          {t('protection.key.done')}
        </Alert>
        <Group justify="flex-end">
          <Button autoFocus onClick={onDone}>
            {t('protection.key.finish')}
          </Button>
        </Group>
      </Stack>
    );
  if (!confirming)
    return (
      <Stack gap="md">
        <Text size="sm">{t('protection.key.lead')}</Text>
        <Groups recoveryKey={shown.recoveryKey} />
        <Sheet recoveryKey={shown.recoveryKey} />
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} />}
              onClick={() => {
                window.print();
              }}
            >
              {t('protection.key.print')}
            </Button>
            <CopyButton value={shown.recoveryKey} label={t('protection.key.copy')} />
          </Group>
          <Button autoFocus onClick={() => setConfirming(true)}>
            {t('protection.key.next')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t('protection.key.confirmLead')}</Text>
        <Group grow>
          {shown.asked.map((group, index) => (
            <TextInput
              key={group}
              label={t('protection.key.group', { number: group + 1 })}
              value={typed[index] ?? ''}
              autoComplete="off"
              spellCheck={false}
              maxLength={20}
              autoFocus={index === 0}
              onChange={(event) => setTyped(typed.with(index, event.currentTarget.value))}
            />
          ))}
        </Group>
        {confirm.error !== null && <FailurePanel error={confirm.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setConfirming(false)}>
            {t('protection.key.again')}
          </Button>
          <Button
            type="submit"
            loading={confirm.isPending}
            disabled={typed.some((text) => text.trim() === '')}
          >
            {t('protection.key.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
