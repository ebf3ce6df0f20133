import { Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SalvageReport } from '../../src-shared/salvage.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { formatNumber } from '../kit/format.ts';
import classes from './salvage.module.css';

const parts = ['customers', 'contacts', 'contactMethods', 'others'] as const;

/** What was salvaged, who is there only in part, and where the damaged file is. */
export const SalvageResult = ({ report, onClose }: { report: SalvageReport; onClose: () => void }) => {
  const { t } = useTranslation();
  const { incomplete, incompleteCount, keptAs } = report;
  const lines = incomplete.map(({ id, code, name }) =>
    name === ''
      ? t('salvage.gone', { customer: code === '' ? t('salvage.number', { id }) : code })
      : t('salvage.partly', { name }),
  );
  return (
    <Stack gap="sm">
      <Text>{t('salvage.counts', { count: report.customers.read })}</Text>
      <Table aria-label={t('salvage.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('salvage.part')}</Table.Th>
            <Table.Th ta="right">{t('salvage.read')}</Table.Th>
            <Table.Th ta="right">{t('salvage.unreadable')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map((part) => (
            <Table.Tr key={part}>
              <Table.Td>{t(`salvage.parts.${part}`)}</Table.Td>
              <Table.Td ta="right" className="numeric">
                {formatNumber(report[part].read)}
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                {formatNumber(report[part].unreadable)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {incompleteCount > 0 && (
        <>
          <Text size="sm">{t('salvage.incomplete', { count: incompleteCount })}</Text>
          <div
            className={classes.incomplete}
            role="group"
            tabIndex={0}
            aria-label={t('salvage.incompleteList')}
          >
            {lines.map((line) => (
              <Text size="sm" key={line}>
                {line}
              </Text>
            ))}
          </div>
        </>
      )}
      <Text size="sm">
        {t('salvage.keptAs')} <Code>{keptAs}</Code>
      </Text>
      <Group justify="space-between">
        <CopyButton value={[...lines, keptAs].join('\n')} label={t('salvage.copy')} />
        <Button autoFocus onClick={onClose}>
          {t('salvage.ok')}
        </Button>
      </Group>
    </Stack>
  );
};
