import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  IconFolderShare,
  IconFolderSymlink,
  IconHistoryToggle,
  IconLifebuoy,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ArchiveState } from '../../src-shared/archive-state.ts';
import type { FailureCode } from '../../src-shared/failures.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { usePickFile } from '../app/pick-file.ts';
import { BackupList } from '../backups/backup-list.tsx';
import { restoreListed, useRestore } from '../backups/restoring.tsx';
import { Panel } from '../kit/panel.tsx';
import { SetAside } from '../salvage/set-aside.tsx';
import { useSalvage } from '../salvage/salvaging.tsx';
import classes from './first-run.module.css';

/** Where a restored backup would help, and nothing stands in its way. */
const restorable: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'archiveEmptyFile',
  'archiveForeignFile',
  'archiveDamaged',
  'archiveNewer',
  'ioError',
  'internal',
]);

/** Where a file is there that does not open, and could be of use to somebody who knows about it. */
const damaged: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'archiveForeignFile',
  'archiveDamaged',
  'ioError',
  'internal',
]);

/** An archive that cannot be opened: why, and every way out that loses nothing. There is no “start over”. */
export const Problem = ({ state }: { state: Extract<ArchiveState, { state: 'problem' }> }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const queryClient = useQueryClient();
  const host = useHostInfo();
  const tellFailure = useFailureToast();
  const pickFile = usePickFile();
  const restore = useRestore();
  const salvage = useSalvage();
  const reopening = useMutation(
    archive.archive.reopen.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(archive.archive.state.queryKey(), next),
      onError: tellFailure,
    }),
  );
  const restoreFile = async (): Promise<void> => {
    const file = await pickFile('restore');
    if (file !== null) restore({ token: file.token });
  };
  const { folder, failure, backups } = state;
  const moved = failure.code === 'archiveMoved';
  return (
    <main className={classes.screen}>
      <Stack className={classes.column} gap="md">
        <div>
          <Title order={1}>{t(moved ? 'moving.movedAway' : 'firstRun.problem.title')}</Title>
          {!moved && <Text mt={4}>{t('firstRun.problem.reassure')}</Text>}
        </div>
        <FailureNote failure={failure} />
        <Group gap="xs">
          {moved ? (
            <Button
              leftSection={<IconFolderShare size={16} />}
              onClick={() => client.host.followMove().catch(tellFailure)}
            >
              {t('moving.openNew')}
            </Button>
          ) : (
            <Button
              leftSection={<IconRefresh size={16} />}
              loading={reopening.isPending}
              onClick={() => reopening.mutate(undefined)}
            >
              {t('common.action.retry')}
            </Button>
          )}
          {host?.kind === 'electron' && (
            <Button
              variant="default"
              leftSection={<IconFolderSymlink size={16} />}
              onClick={() => client.host.changeFolder({}).catch(tellFailure)}
            >
              {t('firstRun.changeFolder')}
            </Button>
          )}
          {restorable.has(failure.code) && (
            <Button
              variant="default"
              leftSection={<IconHistoryToggle size={16} />}
              onClick={() => restoreFile().catch(tellFailure)}
            >
              {t('firstRun.problem.restoreFile')}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('firstRun.problem.folder')} <Code className={classes.path}>{folder}</Code>
        </Text>
        {restorable.has(failure.code) && (
          <Panel title={t('firstRun.problem.backups')}>
            <Text size="sm" mb="sm">
              {t(backups.length === 0 ? 'firstRun.problem.noBackups' : 'firstRun.problem.backupsHint')}
            </Text>
            {backups.length > 0 && <BackupList backups={backups} onRestore={restoreListed(restore)} />}
          </Panel>
        )}
        {damaged.has(failure.code) && <SetAside />}
        {failure.code === 'archiveDamaged' && (
          <Panel title={t('salvage.title')}>
            <Text size="sm" mb="sm">
              {t('salvage.hint')}
            </Text>
            <Button variant="default" leftSection={<IconLifebuoy size={16} />} onClick={salvage}>
              {t('salvage.action')}
            </Button>
          </Panel>
        )}
      </Stack>
    </main>
  );
};
