import { Button, Group, Paper, Text, ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconFolderOpen,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { formatWhen } from '../kit/format.ts';

const looks = {
  none: { color: 'orange', icon: IconAlertTriangle },
  rotten: { color: 'red', icon: IconAlertTriangle },
  behind: { color: 'yellow', icon: IconClockExclamation },
  current: { color: 'green', icon: IconCircleCheck },
} as const;

/** Why there is no good backup: none was made yet, or those that were are broken. */
export const noneOf = ({ damaged }: Pick<BackupState, 'damaged'>): 'none' | 'rotten' =>
  damaged.some(({ place }) => place === 'own') ? 'rotten' : 'none';

/** Whether the archive is safe, in one sentence. */
export const BackupStateCard = ({ state }: { state: BackupState }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const host = useHostInfo();
  const tellFailure = useFailureToast();
  const { lastGood, changedSince, folder } = state;
  const kind = lastGood === null ? noneOf(state) : changedSince ? 'behind' : 'current';
  const { color, icon: Icon } = looks[kind];
  const when = lastGood === null ? '' : formatWhen(lastGood.madeAt);
  return (
    <Paper withBorder p="md">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" color={color} aria-hidden>
          <Icon size={22} stroke={1.6} />
        </ThemeIcon>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={600} size="lg">
            {t(`backups.state.${kind}`, { when })}
          </Text>
          {kind !== 'current' && <Text size="sm">{t(`backups.state.${kind}Hint`)}</Text>}
          <Text size="sm" c="dimmed" truncate title={folder}>
            {t('backups.state.place')} {folder}
          </Text>
        </div>
        {host?.kind === 'electron' && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFolderOpen size={14} />}
            onClick={() => client.host.reveal({ folder: 'backups' }).catch(tellFailure)}
          >
            {t('backups.reveal')}
          </Button>
        )}
      </Group>
    </Paper>
  );
};
