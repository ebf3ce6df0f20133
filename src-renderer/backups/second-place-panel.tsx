import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceUsb, IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondPlace } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { formatWhen } from '../kit/format.ts';
import { Panel } from '../kit/panel.tsx';
import { useChoosePlace } from './choose-place.tsx';
import { SecondSign } from './second-sign.tsx';

const Chosen = ({ second, onChoose }: { second: SecondPlace; onChoose: () => void }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const tellFailure = useFailureToast();
  const [leaving, setLeaving] = useState(false);
  const copying = useMutation(archive.backups.copyNow.mutationOptions({ onError: tellFailure }));
  const forgetting = useMutation(
    archive.backups.forgetPlace.mutationOptions({
      onError: tellFailure,
      onSuccess: () => setLeaving(false),
    }),
  );
  const { lastCopy, missing } = second;
  return (
    <Stack gap="xs">
      <Group gap="md">
        <Text fw={600} component="span">
          <SecondSign second={second} />
        </Text>
        <Text size="sm" c="dimmed" truncate title={second.path}>
          {second.path}
        </Text>
      </Group>
      <Text size="sm">
        {lastCopy === null
          ? t('backups.second.neverCopied')
          : t('backups.second.lastCopy', {
              made: formatWhen(lastCopy.madeAt),
              at: formatWhen(lastCopy.at),
            })}{' '}
        {missing > 0 && t('backups.second.missing', { count: missing })}
      </Text>
      {second.sameDisk && <Text size="sm">{t('backups.second.sameDisk')}</Text>}
      {second.state === 'notConnected' && <Text size="sm">{t('backups.second.plugIn')}</Text>}
      {second.state === 'trouble' && second.failure !== null && <FailureNote failure={second.failure} />}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} />}
          loading={copying.isPending || second.copying}
          onClick={() => copying.mutate(undefined)}
        >
          {t('backups.second.copyNow')}
        </Button>
        {second.state !== 'notConnected' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFolderOpen size={14} />}
            onClick={() => client.host.reveal({ folder: 'secondPlace' }).catch(tellFailure)}
          >
            {t('common.saved.reveal')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onChoose}>
          {t('backups.second.change')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setLeaving(true)}>
          {t('backups.second.forget')}
        </Button>
      </Group>
      <ConfirmModal
        opened={leaving}
        title={t('backups.second.forgetTitle')}
        action={t('backups.second.forget')}
        busy={forgetting.isPending}
        onConfirm={() => forgetting.mutate(undefined)}
        onClose={() => setLeaving(false)}
      >
        {t('backups.second.forgetBody', { path: second.path })}
      </ConfirmModal>
    </Stack>
  );
};

/** The second place: what it is for, where it is, and how it is. */
export const SecondPlacePanel = ({ second }: { second: SecondPlace | null }) => {
  const { t } = useTranslation();
  const { choose, dialog } = useChoosePlace();
  return (
    <Panel title={t('backups.second.title')} description={t('backups.second.description')}>
      {second === null ? (
        <Group gap="md">
          <Button variant="default" leftSection={<IconDeviceUsb size={16} />} onClick={choose}>
            {t('backups.second.choose')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('backups.second.none')}
          </Text>
        </Group>
      ) : (
        <Chosen second={second} onChoose={choose} />
      )}
      {dialog}
    </Panel>
  );
};
