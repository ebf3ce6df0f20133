import { Button, Group, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leftOutCauses, type ImportDetails, type Leftover } from '../../../src-shared/import-batches.ts';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { RoomLink } from '../../app/room-link.tsx';
import { usePages } from '../../app/use-pages.ts';
import { useSaveFile } from '../../app/use-save-file.tsx';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import type { DataColumn } from '../../kit/data-table/types.ts';
import { Section } from '../../kit/panel.tsx';
import classes from './batch.module.css';
import { batchFiles } from './sources-text.ts';

const rowHeight = 36;
/** So many rows are in sight at once. */
const mostInSight = 10;

/** What is wrong with a row, in words: 手机：电话号码看起来不对. */
const useReasonText = (): ((row: Leftover) => string) => {
  const { t } = useTranslation();
  return useCallback(
    ({ reasons, headers }) => {
      const lines = reasons.map(({ reason }, index) => {
        const cause = leftOutCauses.find((one) => one === reason);
        if (cause !== undefined) return t(`batches.leftovers.cause.${cause}`);
        const words = t(`customer.doubt.${reason as Exclude<typeof reason, (typeof leftOutCauses)[number]>}`);
        const header = headers[index] ?? '';
        // 统一社会信用代码不对 names its column by itself.
        const named = header === '' || words.includes(header);
        return named ? words : t('batches.leftovers.inColumn', { column: header, reason: words });
      });
      return [...new Set(lines)].join(t('customer.doubtSeparator'));
    },
    [t],
  );
};

/** The rows that an import left out or doubted: what is wrong with each, and all of them as a file to be corrected. */
export const Leftovers = ({ details }: { details: ImportDetails }) => {
  const { t, i18n } = useTranslation();
  const { archive, client } = useApi();
  const { save, saving } = useSaveFile();
  const reasonText = useReasonText();
  const [active, setActive] = useState<number | null>(null);
  const { changeId, leftOut, doubtful, stored, sheets } = details;
  const several = sheets.length > 1;
  const pages = usePages<Leftover>(100, (offset, limit) =>
    archive.imports.leftovers.queryOptions({ input: { changeId, offset, limit } }),
  );
  const columns = useMemo<DataColumn<Leftover>[]>(
    () => [
      {
        id: 'row',
        title: t('batches.leftovers.row'),
        width: several ? 180 : 70,
        numeric: true,
        render: ({ sheet, row }) =>
          several ? t('batches.leftovers.place', { sheet, row: row + 1 }) : row + 1,
        whole: ({ file, sheet, row }) => `${file} ${t('batches.leftovers.place', { sheet, row: row + 1 })}`,
      },
      {
        id: 'reason',
        title: t('batches.leftovers.reason'),
        width: 260,
        render: reasonText,
        whole: reasonText,
      },
      {
        id: 'customer',
        title: t('batches.leftovers.customer'),
        width: 180,
        render: ({ customer }) =>
          customer === null ? (
            <Text span inherit c="dimmed">
              {t('batches.leftovers.notImported')}
            </Text>
          ) : (
            <RoomLink to={`/customers/${customer.id}`} inherit>
              {customer.name}
            </RoomLink>
          ),
      },
      {
        id: 'cells',
        title: t('batches.leftovers.cells'),
        width: 400,
        render: ({ cells }) => cells.filter((text) => text !== '').join(' · '),
        whole: ({ cells }) => cells.filter((text) => text !== '').join('\n'),
      },
    ],
    [t, several, reasonText],
  );
  const total = leftOut + doubtful;
  if (total === 0) return null;
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const fileName = t('batches.leftovers.fileName', {
    name: batchFiles(t, details)
      .replace(/\.[a-z]{2,4}$/iu, '')
      .slice(0, 100),
  });
  return (
    <Section
      title={t('batches.leftovers.title', { count: total })}
      description={t('batches.leftovers.hint')}
      actions={
        stored > 0 && (
          <Button
            variant="default"
            loading={saving}
            leftSection={<IconFileDownload size={16} />}
            onClick={() =>
              void save(fileName, ({ token }) =>
                client.archive.imports.exportLeftovers({ changeId, language, target: token }),
              )
            }
          >
            {t('batches.leftovers.download')}
          </Button>
        )
      }
    >
      {pages.error !== null && <FailurePanel error={pages.error} onRetry={pages.retry} />}
      {stored > 0 && (
        <div
          className={classes.leftovers}
          style={{ height: 38 + rowHeight * Math.min(stored, mostInSight) + 2 }}
        >
          <DataTable
            label={t('batches.leftovers.title', { count: total })}
            columns={columns}
            total={stored}
            rowAt={pages.rowAt}
            onRangeChange={pages.onRangeChange}
            rowHeight={rowHeight}
            active={active}
            onActive={setActive}
            keysAnywhere={false}
          />
        </div>
      )}
      {stored < total && (
        <Group mt="xs">
          <Text size="sm" c="dimmed">
            {t('batches.leftovers.more', { count: total - stored })}
          </Text>
        </Group>
      )}
    </Section>
  );
};
