import {
  Button,
  Code,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  ThemeIcon,
  Title,
} from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFolderSymlink,
  IconPlus,
  IconRestore,
  IconSparkles,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchivePlace } from '../../src-shared/archive-state.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { navigate } from '../app/location.ts';
import { useLongWork } from '../app/long-work.ts';
import { usePickFile } from '../app/pick-file.ts';
import { PlaceNote } from '../app/place-note.tsx';
import { useRestore } from '../backups/restoring.tsx';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import classes from './first-run.module.css';

type Way = 'create' | 'import' | 'restore' | 'sample';

const icons: Record<Way, ComponentType<{ size?: number; stroke?: number }>> = {
  create: IconPlus,
  import: IconFileSpreadsheet,
  restore: IconRestore,
  sample: IconSparkles,
};

const Choice = ({
  way,
  primary = false,
  disabled,
  onClick,
  children,
}: {
  way: Way;
  primary?: boolean;
  disabled: boolean;
  onClick: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const Icon = icons[way];
  return (
    <Paper component="section" withBorder p="md" className={classes.choice} aria-labelledby={id}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <ThemeIcon size={36} radius="md" variant="light" aria-hidden>
          <Icon size={20} stroke={1.6} />
        </ThemeIcon>
        <div>
          <Title order={2} id={id}>
            {t(`firstRun.${way}.title`)}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`firstRun.${way}.body`)}
          </Text>
        </div>
      </Group>
      <div className={classes.spring} />
      <div className={classes.act}>
        {children}
        <Button variant={primary ? 'filled' : 'default'} disabled={disabled} onClick={onClick}>
          {t(`firstRun.${way}.action`)}
        </Button>
      </div>
    </Paper>
  );
};

/** The first start: four ways to begin. */
export const FirstRun = ({ folder, place }: { folder: string; place: ArchivePlace | null }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const queryClient = useQueryClient();
  const host = useHostInfo();
  const tellFailure = useFailureToast();
  const pickFile = usePickFile();
  // As soon as there is an archive, its rooms take the place of this one; the samples may not be in it yet.
  const creating = useLongWork(client.archive.archive.create, undefined, undefined, true);
  const [businessName, setBusinessName] = useState('');
  const [sampling, setSampling] = useState(false);
  const restore = useRestore();

  const create = async (sample: boolean, then: string): Promise<void> => {
    setSampling(sample);
    // Said first: as soon as there is an archive, its rooms take the place of this screen.
    navigate(then, { replace: true });
    const state = await creating.start({ businessName, sample });
    if (state !== null) queryClient.setQueryData(archive.archive.state.queryKey(), state);
  };
  const restoreFile = async (): Promise<void> => {
    const file = await pickFile('restore');
    if (file !== null) restore({ token: file.token });
  };

  const busy = creating.running;
  return (
    <main className={classes.screen}>
      <Stack className={classes.column} gap="lg">
        <div>
          <Title order={1}>{t('firstRun.title')}</Title>
          <Text mt={4}>{t('firstRun.lead')}</Text>
        </div>
        {creating.failure !== null && <FailureNote failure={creating.failure} />}
        {busy ? (
          <ProgressPanel label={t(sampling ? 'firstRun.sampling' : 'firstRun.creating')} work={creating} />
        ) : (
          <>
            <Choice way="create" primary disabled={busy} onClick={() => void create(false, '/customers')}>
              <TextInput
                label={t('firstRun.businessName')}
                placeholder={t('firstRun.businessPlaceholder')}
                maxLength={100}
                value={businessName}
                onChange={(event) => setBusinessName(event.currentTarget.value)}
              />
            </Choice>
            <SimpleGrid cols={3} spacing="md">
              <Choice way="import" disabled={busy} onClick={() => void create(false, '/import')} />
              <Choice way="restore" disabled={busy} onClick={() => restoreFile().catch(tellFailure)} />
              <Choice way="sample" disabled={busy} onClick={() => void create(true, '/customers')} />
            </SimpleGrid>
          </>
        )}
        <div>
          <Text size="sm">{t('firstRun.folder')}</Text>
          <Group gap="xs" mt={4}>
            <Code className={classes.path}>{folder}</Code>
            {host?.kind === 'electron' && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconFolderSymlink size={14} />}
                onClick={() => client.host.changeFolder({}).catch(tellFailure)}
              >
                {t('firstRun.changeFolder')}
              </Button>
            )}
          </Group>
        </div>
        <PlaceNote place={place} />
      </Stack>
    </main>
  );
};
