import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSource, RestoreResult } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { formatWhen } from '../kit/format.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { BackupPassword } from './backup-password.tsx';
import { Comparison } from './comparison.tsx';

const Done = ({ result, onClose }: { result: RestoreResult; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text>{t('backups.restore.doneCounts', { count: result.counts.customers })}</Text>
      {result.safetyBackup !== null && (
        <Text size="sm">
          {t('backups.restore.doneSafety', { when: formatWhen(result.safetyBackup.madeAt) })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button autoFocus onClick={onClose}>
          {t('backups.restore.ok')}
        </Button>
      </Group>
    </Stack>
  );
};

/**
 * Going back to a backup: it is checked, shown beside what is open now, and put in its place when the user says so.
 * Closing the dialog while it works cancels the work.
 */
export const RestoreDialog = ({ source, onClose }: { source: BackupSource; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const inspecting = useLongWork(client.archive.backups.inspect);
  const restoring = useLongWork(client.archive.backups.restore);
  const [password, setPassword] = useState<string | undefined>();
  const inspect = useEffectEvent(() => void inspecting.start({ source }));
  useEffect(() => inspect(), []);

  const inspection = inspecting.result;
  const failure = restoring.failure ?? inspecting.failure;
  const body = () => {
    if (restoring.result !== null) return <Done result={restoring.result} onClose={onClose} />;
    if (restoring.running)
      return (
        <ProgressPanel
          label={t('backups.restore.restoring')}
          progress={restoring.progress}
          onCancel={restoring.progress?.phase === 'swapping' ? undefined : restoring.cancel}
        />
      );
    if (inspecting.failure?.code === 'backupLocked' || inspecting.failure?.code === 'wrongPassword')
      return (
        <BackupPassword
          failure={inspecting.failure}
          onClose={onClose}
          onSubmit={(typed) => {
            setPassword(typed);
            void inspecting.start({ source, password: typed });
          }}
        />
      );
    if (failure !== null) return <FailureNote failure={failure} />;
    if (inspection === null)
      return (
        <ProgressPanel
          label={t('backups.restore.inspecting')}
          progress={inspecting.progress}
          onCancel={onClose}
        />
      );
    return (
      <Stack gap="md">
        <Comparison inspection={inspection} />
        {inspection.now !== null && (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconShieldCheck size={18} style={{ flex: 'none', color: 'var(--sign-good)' }} aria-hidden />
            <Text size="sm">{t('backups.restore.safety')}</Text>
          </Group>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.action.cancel')}
          </Button>
          <Button autoFocus onClick={() => void restoring.start({ source, password })}>
            {t('backups.restore.confirm', { when: formatWhen(inspection.backup.madeAt) })}
          </Button>
        </Group>
      </Stack>
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!restoring.running}
      closeOnEscape={!restoring.running}
      withCloseButton={!restoring.running}
      size="lg"
      title={t(restoring.result === null ? 'backups.restore.title' : 'backups.restore.done')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{body()}</KeyLayer>
    </Modal>
  );
};
