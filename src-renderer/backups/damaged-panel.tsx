import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DamagedBackup, MendedBackup } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { formatWhen } from '../kit/format.ts';
import { Panel } from '../kit/panel.tsx';
import classes from './backups.module.css';

/** Broken backups that were replaced by the same one out of the other place: nothing is left to do, but the disk may be failing. */
export const MendedPanel = ({ mended }: { mended: readonly MendedBackup[] }) => {
  const { t } = useTranslation();
  if (mended.length === 0) return null;
  return (
    <Panel title={t('backups.mended.title')} description={t('backups.mended.description')}>
      <Stack gap={4}>
        {mended.map(({ place, id, at }) => (
          <Text key={`${place} ${id} ${at}`} size="sm">
            <IconCircleCheck size={14} className={classes.good} aria-hidden />{' '}
            {t(`backups.mended.${place}`, { name: id, at: formatWhen(at) })}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
};

/** Backups that were found broken, and what to do about them. Nothing removes them but the user. */
export const DamagedPanel = ({ damaged }: { damaged: readonly DamagedBackup[] }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const tellFailure = useFailureToast();
  const [removing, setRemoving] = useState<DamagedBackup | null>(null);
  const removal = useMutation(
    archive.backups.removeDamaged.mutationOptions({
      onError: tellFailure,
      onSuccess: () => setRemoving(null),
    }),
  );
  if (damaged.length === 0) return null;
  return (
    <Panel title={t('backups.damaged.title')} description={t('backups.damaged.description')}>
      <Stack gap="xs">
        {damaged.map((backup) => (
          <Group key={`${backup.place} ${backup.id}`} justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" className={classes.danger} truncate title={backup.path}>
                <IconAlertTriangle size={14} aria-hidden /> {backup.id}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`backups.place.${backup.place}`)}
                {backup.madeAt !== null &&
                  ` · ${t('backups.damaged.made', { at: formatWhen(backup.madeAt) })}`}
                {backup.foundAt !== null &&
                  ` · ${t('backups.damaged.found', { at: formatWhen(backup.foundAt) })}`}
              </Text>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={t('backups.damaged.removeNamed', { name: backup.id })}
              onClick={() => setRemoving(backup)}
            >
              {t('backups.damaged.remove')}
            </Button>
          </Group>
        ))}
      </Stack>
      <ConfirmModal
        opened={removing !== null}
        title={t('backups.damaged.removeTitle')}
        action={t('backups.damaged.remove')}
        danger
        busy={removal.isPending}
        onConfirm={() => {
          if (removing !== null && removing.place !== 'elsewhere')
            removal.mutate({ id: removing.id, place: removing.place });
        }}
        onClose={() => setRemoving(null)}
      >
        {t('backups.damaged.removeBody', { name: removing?.id ?? '' })}
      </ConfirmModal>
    </Panel>
  );
};
