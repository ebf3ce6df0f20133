import { Badge, Button, Group, Text, Timeline } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../src-shared/backups.ts';
import { DateText } from '../kit/date-text.tsx';
import { formatBytes, formatFull, formatWhen } from '../kit/format.ts';

/** One backup with its copies; the one to restore from comes first. */
type Copies = readonly [Backup, ...Backup[]];

interface Offered {
  /** Whether the archive is locked, and it is of interest which of them open without a password. */
  readonly ofLocked?: boolean;
  readonly onRestore: (backup: Backup) => void;
}

/** Two backups of an archive that did not change in between have the same contents. */
const keyOf = ({ sha256, madeAt }: Backup): string => `${sha256} ${madeAt}`;

/** Copies of one backup in two places are one entry; a good copy goes before a broken one, and the near before the far. */
const together = (backups: readonly Backup[]): Copies[] => {
  const entries = new Map<string, [Backup, ...Backup[]]>();
  for (const backup of backups) {
    const key = keyOf(backup);
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, [backup]);
    else entry.push(backup);
  }
  const rank = ({ verified, place }: Backup): number => (verified ? 0 : 2) + (place === 'own' ? 0 : 1);
  return [...entries.values()].map((entry) => entry.sort((a, b) => rank(a) - rank(b)));
};

const Copy = ({ backup }: { backup: Backup }) => {
  const { t } = useTranslation();
  const checked =
    backup.verified && backup.checkedAt !== null
      ? t('backups.list.checkedAt', { at: formatWhen(backup.checkedAt) })
      : t(backup.verified ? 'backups.list.verified' : 'backups.list.unverified');
  return (
    <>
      {t(`backups.place.${backup.place}`)}（{checked}）
    </>
  );
};

const Entry = ({ copies, ofLocked, onRestore }: Offered & { copies: Copies }) => {
  const { t } = useTranslation();
  const [backup] = copies;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={600} component="span">
            <DateText at={backup.madeAt} />
          </Text>
          <Badge variant="default" size="sm">
            {t(`backups.reason.${backup.reason}`)}
          </Badge>
          {backup.foreign && (
            <Badge variant="light" color="yellow" size="sm">
              {t('backups.list.foreign')}
            </Badge>
          )}
          {ofLocked && (
            <Badge
              variant="default"
              size="sm"
              leftSection={backup.hasPassword ? <IconLock size={12} /> : <IconLockOpen size={12} />}
            >
              {t(backup.hasPassword ? 'backups.list.hasPassword' : 'backups.list.noPassword')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" className="numeric">
          {t('backups.list.customers', { count: backup.counts.customers })} · {formatBytes(backup.sizeBytes)}
          {copies.map((copy) => (
            <span key={copy.place}>
              {' · '}
              <Copy backup={copy} />
            </span>
          ))}
        </Text>
      </div>
      {backup.verified && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('backups.list.restoreNamed', { when: formatFull(backup.madeAt) })}
          onClick={() => onRestore(backup)}
        >
          {t('backups.list.restore')}
        </Button>
      )}
    </Group>
  );
};

/** Backups on a time line, newest first. Broken ones are marked, and not offered. */
export const BackupList = ({
  backups,
  ofLocked = false,
  onRestore,
}: Offered & { backups: readonly Backup[] }) => {
  const { t } = useTranslation();
  if (backups.length === 0) return <Text c="dimmed">{t('backups.list.empty')}</Text>;
  const entries = together(backups);
  return (
    <Timeline bulletSize={20} lineWidth={2} active={entries.length} color="teal">
      {entries.map((copies) => {
        const good = copies[0].verified;
        const Bullet = good ? IconCheck : IconAlertTriangle;
        return (
          <Timeline.Item
            key={keyOf(copies[0])}
            color={good ? 'teal' : 'red'}
            bullet={<Bullet size={12} aria-hidden />}
          >
            <Entry copies={copies} ofLocked={ofLocked} onRestore={onRestore} />
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
};
