import { Badge, Button, Group, Text, Timeline } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../src-shared/backups.ts';
import { DateText } from '../kit/date-text.tsx';
import { formatBytes, formatFull } from '../kit/format.ts';

/** Backups on a time line, newest first. */
export const BackupList = ({
  backups,
  onRestore,
}: {
  backups: readonly Backup[];
  onRestore: (backup: Backup) => void;
}) => {
  const { t } = useTranslation();
  if (backups.length === 0) return <Text c="dimmed">{t('backups.list.empty')}</Text>;
  return (
    <Timeline bulletSize={20} lineWidth={2} active={backups.length} color="teal">
      {backups.map((backup) => (
        <Timeline.Item
          key={backup.id}
          color={backup.verified ? 'teal' : 'yellow'}
          bullet={
            backup.verified ? (
              <IconCheck size={12} aria-hidden />
            ) : (
              <IconAlertTriangle size={12} aria-hidden />
            )
          }
        >
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text fw={600} component="span">
                  <DateText at={backup.madeAt} />
                </Text>
                <Badge variant="default" size="sm">
                  {t(`backups.reason.${backup.reason}`)}
                </Badge>
              </Group>
              <Text size="sm" c="dimmed" className="numeric">
                {t('backups.list.customers', { count: backup.counts.customers })} ·{' '}
                {formatBytes(backup.sizeBytes)} ·{' '}
                {t(backup.verified ? 'backups.list.verified' : 'backups.list.unverified')}
              </Text>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={t('backups.list.restoreNamed', { when: formatFull(backup.madeAt) })}
              onClick={() => onRestore(backup)}
            >
              {t('backups.list.restore')}
            </Button>
          </Group>
        </Timeline.Item>
      ))}
    </Timeline>
  );
};
