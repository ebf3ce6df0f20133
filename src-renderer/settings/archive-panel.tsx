import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFolderOpen, IconFolderShare, IconFolderSymlink, IconWindow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { PlaceNote } from '../app/place-note.tsx';
import { Panel } from '../kit/panel.tsx';
import { LeftBehindNote } from '../moving/left-behind-note.tsx';
import { useMove } from '../moving/use-move.tsx';
import classes from './settings.module.css';

/** Where the archive lies and what it holds. */
export const ArchivePanel = () => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const host = useHostInfo();
  const tellFailure = useFailureToast();
  const { move, dialogs } = useMove();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  if (state?.state !== 'open') return null;
  const { customers, contacts, changes } = state.counts;
  return (
    <Panel title={t('settings.archive.title')} description={t('settings.archive.description')}>
      <Stack>
        <dl className={classes.facts}>
          <dt>{t('settings.archive.folder')}</dt>
          <dd>
            <Code>{state.folder}</Code>
          </dd>
          <dt>{t('settings.archive.counts')}</dt>
          <dd>
            <Text span className="numeric">
              {t('settings.archive.countsText', { customers, contacts, changes })}
            </Text>
          </dd>
        </dl>
        <PlaceNote place={state.place} />
        <LeftBehindNote left={state.leftBehind} />
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconFolderShare size={16} />}
            disabled={!state.writable}
            onClick={move}
          >
            {t('moving.action')}
          </Button>
        </Group>
        {host?.kind === 'electron' && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconFolderOpen size={16} />}
              onClick={() => client.host.reveal({ folder: 'archive' }).catch(tellFailure)}
            >
              {t('settings.archive.reveal')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolderSymlink size={16} />}
              onClick={() => client.host.changeFolder({}).catch(tellFailure)}
            >
              {t('settings.archive.change')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconWindow size={16} />}
              onClick={() => client.host.openWindow().catch(tellFailure)}
            >
              {t('settings.archive.newWindow')}
            </Button>
          </Group>
        )}
        {dialogs}
      </Stack>
    </Panel>
  );
};
