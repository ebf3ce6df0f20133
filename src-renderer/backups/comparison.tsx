import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupInspection } from '../../src-shared/backups.ts';
import { DateText } from '../kit/date-text.tsx';
import { formatNumber } from '../kit/format.ts';

const shown = ['customers', 'contacts', 'contactMethods', 'tags', 'trashed', 'changes'] as const;

type Newest = BackupInspection['newest'];

const NewestList = ({ newest }: { newest: Newest }) => {
  const { t } = useTranslation();
  if (newest.length === 0) return t('backups.restore.nobody');
  return (
    <Stack gap={2}>
      {newest.map(({ name, updatedAt }) => (
        <div key={`${name} ${updatedAt}`}>
          {name}{' '}
          <Text span size="xs" c="dimmed">
            <DateText at={updatedAt} />
          </Text>
        </div>
      ))}
    </Stack>
  );
};

/** What is in a backup beside what is open now. */
export const Comparison = ({ inspection }: { inspection: BackupInspection }) => {
  const { t } = useTranslation();
  const { backup, now, newest, nowNewest, needsMigration } = inspection;

  const difference = (then: number, present: number): string => {
    if (then === present) return t('backups.restore.same');
    return then < present
      ? t('backups.restore.after', { lost: present - then })
      : t('backups.restore.afterMore', { more: then - present });
  };

  return (
    <Stack gap="sm">
      <Text>{t(now === null ? 'backups.restore.nothingOpen' : 'backups.restore.compare')}</Text>
      <Table className="numeric" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('backups.restore.what')}</Table.Th>
            <Table.Th>
              {t('backups.restore.inBackup')} · <DateText at={backup.madeAt} />
            </Table.Th>
            {now !== null && <Table.Th>{t('backups.restore.now')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((what) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={400}>
                {t(`backups.restore.counts.${what}`)}
              </Table.Th>
              <Table.Td>
                {formatNumber(backup.counts[what])}
                {now !== null && (
                  <Text span size="xs" c="dimmed" ml="xs">
                    {difference(backup.counts[what], now[what])}
                  </Text>
                )}
              </Table.Td>
              {now !== null && <Table.Td>{formatNumber(now[what])}</Table.Td>}
            </Table.Tr>
          ))}
          <Table.Tr style={{ verticalAlign: 'top' }}>
            <Table.Th scope="row" fw={400}>
              {t('backups.restore.newest')}
            </Table.Th>
            <Table.Td>
              <NewestList newest={newest} />
            </Table.Td>
            {now !== null && (
              <Table.Td>
                <NewestList newest={nowNewest} />
              </Table.Td>
            )}
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {needsMigration && <Text size="sm">{t('backups.restore.migration')}</Text>}
    </Stack>
  );
};
