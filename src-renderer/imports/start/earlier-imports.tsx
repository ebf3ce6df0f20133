import { Button, Group, Pagination, ScrollArea, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { ImportBatch } from '../../../src-shared/imports.ts';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { navigate } from '../../app/location.ts';
import { RoomLink } from '../../app/room-link.tsx';
import { DateText } from '../../kit/date-text.tsx';
import { formatNumber } from '../../kit/format.ts';
import { Section } from '../../kit/panel.tsx';
import { batchFiles, batchSheets } from '../batch/sources-text.ts';
import { UndoDialog } from '../undo-dialog.tsx';
import classes from './start.module.css';

const Row = ({ batch, onUndo }: { batch: ImportBatch; onUndo: () => void }) => {
  const { t } = useTranslation();
  const { file, at, created, updated, skipped, inEffect, changeId } = batch;
  const files = batchFiles(t, batch);
  const sheet = batchSheets(t, batch);
  return (
    <Table.Tr className={inEffect ? undefined : classes.undone}>
      <Table.Td>
        <div className={classes.file} title={files}>
          <RoomLink to={`/imports/${changeId}`} inherit>
            {files}
          </RoomLink>
        </div>
      </Table.Td>
      <Table.Td>
        <div className={classes.file} title={sheet}>
          {sheet}
        </div>
      </Table.Td>
      <Table.Td>
        <DateText at={at} />
      </Table.Td>
      <Table.Td ta="end">{formatNumber(created)}</Table.Td>
      <Table.Td ta="end">{formatNumber(updated)}</Table.Td>
      <Table.Td ta="end">{formatNumber(skipped)}</Table.Td>
      <Table.Td>
        <div className={classes.actions}>
          {inEffect ? (
            <>
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconUsers size={14} />}
                aria-label={t('imports.earlier.showNamed', { file })}
                onClick={() => navigate(`/customers?changeId=${changeId}`)}
              >
                {t('imports.earlier.show')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconArrowBackUp size={14} />}
                aria-label={t('imports.earlier.undoNamed', { file })}
                onClick={onUndo}
              >
                {t('imports.earlier.undo')}
              </Button>
            </>
          ) : (
            <span className={classes.mark}>{t('imports.earlier.undone')}</span>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
};

/** So many imports stand on one page of the list. */
const perPage = 50;

/** The imports so far, newest first, each with the way to its customers and with undo. */
export const EarlierImports = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  // In the address, so that it is the same one when somebody comes back from an import.
  const asked = Number(new URLSearchParams(useSearch()).get('page'));
  const page = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const setPage = (wanted: number): void => navigate(`/import?page=${wanted}`, { replace: true });
  const { data, error, refetch } = useQuery(
    archive.imports.list.queryOptions({
      input: { offset: (page - 1) * perPage, limit: perPage },
      placeholderData: keepPreviousData,
    }),
  );
  const pages = Math.ceil((data?.total ?? 0) / perPage);
  const [asking, setAsking] = useState<ImportBatch | null>(null);
  return (
    <Section title={t('imports.earlier.title')}>
      {error !== null && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('imports.earlier.empty')}
        </Text>
      )}
      {data !== undefined && data.total > 0 && (
        <ScrollArea type="auto" scrollbars="x">
          <Table className="numeric" verticalSpacing={6} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.earlier.file')}</Table.Th>
                <Table.Th>{t('imports.earlier.sheet')}</Table.Th>
                <Table.Th>{t('imports.earlier.when')}</Table.Th>
                <Table.Th ta="end">{t('imports.earlier.created')}</Table.Th>
                <Table.Th ta="end">{t('imports.earlier.updated')}</Table.Th>
                <Table.Th ta="end">{t('imports.earlier.skipped')}</Table.Th>
                <Table.Th ta="end">{t('imports.earlier.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.batches.map((batch) => (
                <Row key={batch.changeId} batch={batch} onUndo={() => setAsking(batch)} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {pages > 1 && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed">
            {t('batches.pages', { count: data?.total ?? 0 })}
          </Text>
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={setPage}
            getControlProps={(control) => ({
              'aria-label': t(control === 'next' ? 'batches.nextPage' : 'batches.previousPage'),
            })}
          />
        </Group>
      )}
      <UndoDialog batch={asking} onClose={() => setAsking(null)} />
    </Section>
  );
};
