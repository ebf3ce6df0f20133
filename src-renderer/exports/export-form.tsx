import { Button, Group, Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../src-shared/customers.ts';
import type { ExportInput } from '../../src-shared/exports.ts';
import { ExportColumns, type ChosenColumn } from './export-columns.tsx';

/** What the user chooses about an export. */
export type ExportChoice = Pick<ExportInput, 'columns' | 'format' | 'encoding'>;

interface ExportFormProps {
  /** Those of the list. */
  readonly columns: readonly CustomerColumn[];
  /** How many customers; undefined while they are being counted. */
  readonly count: number | undefined;
  readonly onExport: (choice: ExportChoice) => void;
  readonly onClose: () => void;
}

const columnChoices = ['visible', 'all', 'choose'] as const;
type ColumnChoice = (typeof columnChoices)[number];

/** What is exported, and as what. */
export const ExportForm = ({ columns, count, onExport, onClose }: ExportFormProps) => {
  const { t } = useTranslation();
  const [which, setWhich] = useState<ColumnChoice>('visible');
  const [chosen, setChosen] = useState<readonly ChosenColumn[]>(columns);
  const [format, setFormat] = useState<ExportInput['format']>('xlsx');
  const [encoding, setEncoding] = useState<ExportInput['encoding']>('utf-8');
  const exported = which === 'all' ? 'all' : [...(which === 'visible' ? columns : chosen)];
  const label = (choice: ColumnChoice): string =>
    choice === 'visible'
      ? t('exports.columns.visible', { count: columns.length })
      : t(`exports.columns.${choice}`);
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('exports.columns.label')}
        value={which}
        onChange={(value) => setWhich(columnChoices.find((choice) => choice === value) ?? 'visible')}
      >
        <Stack gap="xs" mt={6}>
          {columnChoices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={label(choice)}
              description={
                choice === 'choose'
                  ? undefined
                  : t(choice === 'visible' ? 'exports.columns.visibleHint' : 'exports.columns.allHint')
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {which === 'choose' && <ExportColumns value={chosen} onChange={setChosen} />}
      <Group align="flex-end" gap="md">
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('exports.format.label')}
          </Text>
          <SegmentedControl
            aria-label={t('exports.format.label')}
            value={format}
            data={[
              { value: 'xlsx', label: t('exports.format.xlsx') },
              { value: 'csv', label: t('exports.format.csv') },
            ]}
            onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
          />
        </div>
        {format === 'csv' && (
          <Select
            style={{ flex: 1 }}
            label={t('exports.encoding.label')}
            allowDeselect={false}
            value={encoding}
            data={[
              { value: 'utf-8', label: t('exports.encoding.utf-8') },
              { value: 'gb18030', label: t('exports.encoding.gb18030') },
            ]}
            onChange={(value) => setEncoding(value === 'gb18030' ? 'gb18030' : 'utf-8')}
          />
        )}
      </Group>
      {count === 0 && (
        <Text size="sm" role="status">
          {t('exports.nobody')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.action.cancel')}
        </Button>
        <Button
          data-autofocus
          leftSection={<IconFileExport size={16} />}
          loading={count === undefined}
          disabled={count === 0 || exported.length === 0}
          onClick={() => onExport({ columns: exported, format, encoding })}
        >
          {count === undefined ? t('exports.counting') : t('exports.start', { count })}
        </Button>
      </Group>
    </Stack>
  );
};
