import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { exportColumns, type ExportColumn } from '../../src-shared/exports.ts';
import { fieldLabel } from '../i18n/describe-action.ts';
import classes from './exports.module.css';

const columnLabel = (t: TFunction, column: ExportColumn): string => {
  if (column === 'contacts') return t('exports.columns.allContacts');
  if (column === 'contactMethods') return t('exports.columns.allMethods');
  return fieldLabel(t, column);
};

/** The columns to choose from; the order of an export is that of this list. */
export const ExportColumns = ({
  value,
  onChange,
}: {
  value: readonly ExportColumn[];
  onChange: (columns: ExportColumn[]) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      aria-label={t('exports.columns.chooseLabel')}
      value={[...value]}
      onChange={(chosen) => onChange(exportColumns.filter((column) => chosen.includes(column)))}
      error={value.length === 0 ? t('exports.columns.none') : undefined}
    >
      <div className={classes.columns}>
        {exportColumns.map((column) => (
          <Checkbox key={column} size="xs" value={column} label={columnLabel(t, column)} />
        ))}
      </div>
    </Checkbox.Group>
  );
};
