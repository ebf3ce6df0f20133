import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import {
  IconCircleCheck,
  IconDeviceFloppy,
  IconFileArrowRight,
  IconHistoryToggle,
} from '@tabler/icons-react';
import { Stack } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { Backup } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast, useTellFailure } from '../app/failures/use-failure-toast.tsx';
import { navigate } from '../app/location.ts';
import { useLongWork } from '../app/long-work.ts';
import { usePickFile } from '../app/pick-file.ts';
import { deliver } from '../app/save-target.ts';
import { formatBytes, formatFileStamp } from '../kit/format.ts';
import { Page } from '../kit/page.tsx';
import { Panel } from '../kit/panel.tsx';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { BackupList } from './backup-list.tsx';
import { BackupStateCard } from './backup-state-card.tsx';
import { DamagedPanel, MendedPanel } from './damaged-panel.tsx';
import { GiveAwayButton } from './give-away.tsx';
import { KeptPanel } from './kept-panel.tsx';
import { restoreListed, useRestore } from './restoring.tsx';
import { SecondPlacePanel } from './second-place-panel.tsx';

/** Whether the archive is safe, making a backup, and going back to one. `?make=1` makes one at once. */
export const BackupsPage = () => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const tellFailure = useFailureToast();
  const making = useLongWork(client.archive.backups.create, useTellFailure());
  const pickFile = usePickFile();
  const restore = useRestore();
  const state = useQuery(archive.backups.state.queryOptions());
  const list = useQuery(archive.backups.list.queryOptions());

  const tellMade = (backup: Backup): void => {
    notifications.show({
      color: 'green',
      icon: <IconCircleCheck size={18} />,
      message: t('backups.made', { count: backup.counts.customers, size: formatBytes(backup.sizeBytes) }),
      closeButtonProps: { 'aria-label': t('common.action.close') },
    });
  };
  const makeNow = async (): Promise<void> => {
    const backup = await making.start({});
    if (backup !== null) tellMade(backup);
  };
  const makeElsewhere = async (): Promise<void> => {
    const name = t('backups.fileName', { stamp: formatFileStamp(new Date()) });
    const target = await client.host.pickTarget({ purpose: 'backup', name });
    if (target === null) return;
    const backup = await making.start({ target: target.token });
    if (backup === null) return;
    deliver(target);
    tellMade(backup);
  };
  const restoreFile = async (): Promise<void> => {
    const file = await pickFile('restore');
    if (file !== null) restore({ token: file.token });
  };

  const asked = new URLSearchParams(useSearch()).get('make') === '1';
  const makeAsked = useEffectEvent(() => void makeNow());
  useEffect(() => {
    if (!asked) return;
    navigate('/backups', { replace: true });
    makeAsked();
  }, [asked]);

  const error = state.error ?? list.error;
  return (
    <Page
      title={t('backups.title')}
      actions={
        <Button
          leftSection={<IconDeviceFloppy size={16} />}
          disabled={making.running}
          onClick={() => void makeNow()}
        >
          {t('backups.makeNow')}
        </Button>
      }
    >
      <Stack gap="md">
        {error !== null && (
          <FailurePanel
            error={error}
            onRetry={() => {
              void state.refetch();
              void list.refetch();
            }}
          />
        )}
        {state.data !== undefined && <BackupStateCard state={state.data} />}
        {state.data !== undefined && <DamagedPanel damaged={state.data.damaged} />}
        {state.data !== undefined && <MendedPanel mended={state.data.mended} />}
        <KeptPanel />
        {making.running && <ProgressPanel label={t('backups.making')} work={making} />}
        {state.data !== undefined && <SecondPlacePanel second={state.data.second} />}
        <Panel
          title={t('backups.list.title')}
          description={t('backups.list.description')}
          actions={
            <>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconFileArrowRight size={14} />}
                disabled={making.running}
                onClick={() => makeElsewhere().catch(tellFailure)}
              >
                {t('backups.makeElsewhere')}
              </Button>
              <GiveAwayButton onMade={tellMade} />
              <Button
                variant="default"
                size="xs"
                leftSection={<IconHistoryToggle size={14} />}
                onClick={() => restoreFile().catch(tellFailure)}
              >
                {t('backups.restoreFile')}
              </Button>
            </>
          }
        >
          {list.data !== undefined && <BackupList backups={list.data} onRestore={restoreListed(restore)} />}
        </Panel>
      </Stack>
    </Page>
  );
};
