import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconHistoryToggle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { usePickFile } from '../app/pick-file.ts';
import { BackupList } from '../backups/backup-list.tsx';
import { restoreListed, useRestore } from '../backups/restoring.tsx';
import classes from './protection.module.css';

/** For who has neither password nor recovery key: a backup that opens without them. What is locked stays as it is. */
export const RestoreWhileLocked = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const restore = useRestore();
  const pickFile = usePickFile();
  const tellFailure = useFailureToast();
  const { data: backups, error } = useQuery(archive.backups.list.queryOptions());
  const restoreFile = async (): Promise<void> => {
    const file = await pickFile('restore');
    if (file !== null) restore({ token: file.token });
  };
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>{t('protection.restore.title')}</Title>
        <Text size="sm">{t('protection.restore.lead')}</Text>
      </div>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconShieldCheck size={18} style={{ flex: 'none', color: 'var(--sign-good)' }} aria-hidden />
        <Text size="sm">{t('protection.restore.safe')}</Text>
      </Group>
      {error !== null && <FailurePanel error={error} />}
      {backups !== undefined && backups.length > 0 && (
        <section className={classes.backups} aria-label={t('protection.restore.list')}>
          <BackupList backups={backups} ofLocked onRestore={restoreListed(restore)} />
        </section>
      )}
      {backups?.length === 0 && <Text size="sm">{t('protection.restore.none')}</Text>}
      <Button
        variant="default"
        leftSection={<IconHistoryToggle size={16} />}
        onClick={() => restoreFile().catch(tellFailure)}
      >
        {t('backups.restoreFile')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {t('protection.recover.back')}
      </Anchor>
    </Stack>
  );
};
