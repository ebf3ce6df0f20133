import { Alert, Button, Group, Portal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewRecoveryKey } from '../../src-shared/protection.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { downloadText } from '../app/save-target.ts';
import { useSaveFile } from '../app/use-save-file.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { formatFull } from '../kit/format.ts';
import classes from './protection.module.css';
import { recoverySheetName, recoverySheetText, type SheetFacts } from './recovery-sheet.ts';

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
const Sheet = ({ recoveryKey, made, folder, businessName }: SheetFacts) => {
  const { t } = useTranslation();
  // A node of its own: the one that portals share is the dialog's, which is not printed.
  return (
    <Portal reuseTargetNode={false} className={classes.sheet}>
      <Title order={2}>{t('protection.key.sheetTitle')}</Title>
      <Text my="md">{t('protection.key.sheetWhat')}</Text>
      <Groups recoveryKey={recoveryKey} />
      {businessName !== '' && (
        <Text mt="md" size="sm">
          {t('protection.key.sheetBusiness', { name: businessName })}
        </Text>
      )}
      <Text mt="md" size="sm">
        {t('protection.key.sheetMade', { when: formatFull(made), folder })}
      </Text>
    </Portal>
  );
};

/** Ways to keep the key that is shown: on paper, as a text file, or through the clipboard. */
const Keep = ({ recoveryKey }: { recoveryKey: string }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const host = useHostInfo();
  const { save, saving } = useSaveFile();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  const [made] = useState(() => new Date().toISOString());
  const facts: SheetFacts = {
    recoveryKey,
    made,
    folder: state?.folder ?? '',
    businessName: state?.state === 'open' ? state.businessName : '',
  };
  const saveAsText = (): void => {
    const name = recoverySheetName(t, facts);
    const text = recoverySheetText(t, facts);
    // In a browser the file would pass through the host's folder for downloads, where a key must not lie.
    if (host?.kind === 'browser') downloadText(name, text);
    else void save(name, ({ token }) => client.archive.protection.saveRecoveryKey({ target: token, text }));
  };
  return (
    <Group gap="xs">
      <Sheet {...facts} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} />}
        onClick={() => {
          window.print();
        }}
      >
        {t('protection.key.print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileText size={16} />}
        loading={saving}
        disabled={host === undefined}
        onClick={saveAsText}
      >
        {t('protection.key.save')}
      </Button>
      <CopyButton value={recoveryKey} label={t('protection.key.copy')} />
    </Group>
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
        <Text size="sm" c="dimmed">
          {t('protection.key.saveHint')}
        </Text>
        <Group justify="space-between">
          <Keep recoveryKey={shown.recoveryKey} />
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
