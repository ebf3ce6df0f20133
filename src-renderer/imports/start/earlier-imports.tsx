import { Button, ScrollArea, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../src-shared/imports.ts';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { navigate } from '../../app/location.ts';
import { DateText } from '../../kit/date-text.tsx';
import { formatNumber } from '../../kit/format.ts';
import { Section } from '../../kit/panel.tsx';
import { UndoDialog } from '../undo-dialog.tsx';
import classes from './start.module.css';

const Row = ({ batch, onUndo }: { batch: ImportBatch; onUndo: () => void }) => {
  const { t } = useTranslation();
  const { file, sheets, at, created, updated, skipped, inEffect, changeId } = batch;
  const files = [...new Set(sheets.map((one) => one.file))].join(t('history.listSeparator'));
  const sheet = sheets.map((one) => one.sheet).join(t('history.listSeparator'));
  return (
    <Table.Tr className={inEffect ? undefined : classes.undone}>
      <Table.Td>
        <div className={classes.file} title={files}>
          {files}
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

/** The imports so far, newest first, each with the way to its customers and with undo. */
export const EarlierImports = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data, error, refetch } = useQuery(archive.imports.list.queryOptions());
  const [asking, setAsking] = useState<ImportBatch | null>(null);
  return (
    <Section title={t('imports.earlier.title')}>
      {error !== null && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('imports.earlier.empty')}
        </Text>
      )}
      {data !== undefined && data.length > 0 && (
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
              {data.map((batch) => (
                <Row key={batch.changeId} batch={batch} onUndo={() => setAsking(batch)} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      <UndoDialog batch={asking} onClose={() => setAsking(null)} />
    </Section>
  );
};
