import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupInspection, ComparedCustomer } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { usePages } from '../app/use-pages.ts';
import { DataTable } from '../kit/data-table/data-table.tsx';
import { formatNumber } from '../kit/format.ts';
import classes from './backups.module.css';
import { useComparedColumns } from './compared-columns.tsx';

const kinds = ['gone', 'back', 'changed'] as const;
type Kind = (typeof kinds)[number];

/** Who would disappear, come back or change, by name. */
export const DifferenceList = ({ inspection }: { inspection: BackupInspection }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { differences, inspectionId } = inspection;
  const present = kinds.filter((kind) => (differences?.[kind] ?? 0) > 0);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const kind = chosen ?? present[0] ?? 'gone';
  const columns = useComparedColumns(false);
  const pages = usePages<ComparedCustomer>(100, (offset, limit) =>
    archive.backups.differences.queryOptions({ input: { inspectionId, kind, offset, limit } }),
  );
  if (differences === null || present.length === 0) return null;
  return (
    <Stack gap="xs">
      {present.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('backups.difference.which')}
          value={kind}
          onChange={(next) => {
            setActive(null);
            setChosen(kinds.find((one) => one === next) ?? null);
          }}
          data={present.map((one) => ({
            value: one,
            label: `${t(`backups.difference.${one}`)} ${formatNumber(differences[one])}`,
          }))}
        />
      )}
      <div className={classes.names}>
        <DataTable
          label={t(`backups.difference.${kind}`)}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          onRangeChange={pages.onRangeChange}
          active={active}
          onActive={setActive}
          keysAnywhere={false}
          resetKey={kind}
        />
      </div>
    </Stack>
  );
};

/** The differences in one sentence: “比现在少 38 位客户、多 2 位”. */
export const DifferenceSentence = ({ differences }: { differences: BackupInspection['differences'] }) => {
  const { t } = useTranslation();
  if (differences === null) return null;
  const { gone, back, changed } = differences;
  const parts = [
    gone > 0 && t('backups.difference.fewer', { count: gone }),
    back > 0 && t('backups.difference.more', { count: back }),
    changed > 0 && t('backups.difference.other', { count: changed }),
  ].filter((part) => part !== false);
  return (
    <Text fw={600}>
      {parts.length === 0
        ? t('backups.difference.none')
        : t('backups.difference.sentence', { parts: parts.join(t('backups.difference.separator')) })}
    </Text>
  );
};
