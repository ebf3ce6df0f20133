import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptArchive } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { formatBytes, formatWhen } from '../kit/format.ts';
import { Panel } from '../kit/panel.tsx';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { PasswordField } from '../protection/password-field.tsx';
import { useRestore } from './restoring.tsx';

/** Opens a kept archive: it becomes a backup, and what to take from it is chosen as from any other. */
const OpenKept = ({ kept, onClose }: { kept: KeptArchive; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const restore = useRestore();
  const opening = useLongWork(client.archive.backups.backUpKept);
  const [password, setPassword] = useState('');
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (password === '' || opening.running) return;
    const backup = await opening.start({ id: kept.id, password });
    if (backup === null) return;
    onClose();
    restore({ id: backup.id }, password);
  };
  if (opening.running) return <ProgressPanel takesFocus label={t('backups.kept.opening')} work={opening} />;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text size="sm">{t('backups.kept.ask')}</Text>
        <PasswordField
          label={t('backups.kept.password')}
          value={password}
          data-autofocus
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {opening.failure !== null && <FailureNote failure={opening.failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.action.cancel')}
          </Button>
          <Button type="submit" disabled={password === ''}>
            {t('backups.kept.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Archives that were locked when a backup took their place, for the day on which their password comes back to mind. */
export const KeptPanel = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data } = useQuery(archive.backups.kept.queryOptions());
  const [open, setOpen] = useState<KeptArchive | null>(null);
  if (data === undefined || data.length === 0) return null;
  return (
    <Panel title={t('backups.kept.title')} description={t('backups.kept.description')}>
      <Stack gap="xs">
        {data.map((kept) => (
          <Group key={kept.id} justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" truncate title={kept.path}>
                <IconLock size={14} aria-hidden /> {kept.id}
              </Text>
              <Text size="sm" c="dimmed">
                {t('backups.kept.changed', { at: formatWhen(kept.changedAt) })} ·{' '}
                {formatBytes(kept.sizeBytes)}
              </Text>
            </div>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconLockOpen size={14} />}
              aria-label={t('backups.kept.openNamed', { name: kept.id })}
              onClick={() => setOpen(kept)}
            >
              {t('backups.kept.open')}
            </Button>
          </Group>
        ))}
      </Stack>
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t('backups.kept.dialog')}
        closeButtonProps={{ 'aria-label': t('common.action.close') }}
      >
        <KeyLayer>{open !== null && <OpenKept kept={open} onClose={() => setOpen(null)} />}</KeyLayer>
      </Modal>
    </Panel>
  );
};
