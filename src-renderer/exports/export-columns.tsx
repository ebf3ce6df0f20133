import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { customKey, type CustomKey } from '../../src-shared/custom-fields.ts';
import { exportColumns, type ExportColumn } from '../../src-shared/exports.ts';
import { useCustomFields } from '../custom-fields/use-custom-fields.ts';
import { fieldLabel } from '../i18n/describe-action.ts';
import classes from './exports.module.css';

/** A column that can be exported: a built-in one, or `custom:<id>`. */
export type ChosenColumn = ExportColumn | CustomKey;

const columnLabel = (t: TFunction, column: ChosenColumn): string => {
  if (column === 'contacts') return t('exports.columns.allContacts');
  if (column === 'contactMethods') return t('exports.columns.allMethods');
  return fieldLabel(t, column);
};

/** The columns to choose from; the order of an export is that of this list. */
export const ExportColumns = ({
  value,
  onChange,
}: {
  value: readonly ChosenColumn[];
  onChange: (columns: ChosenColumn[]) => void;
}) => {
  const { t } = useTranslation();
  const { fields, byKey } = useCustomFields();
  const all: ChosenColumn[] = [...exportColumns, ...fields.map(({ id }) => customKey(id))];
  return (
    <Checkbox.Group
      aria-label={t('exports.columns.chooseLabel')}
      value={[...value]}
      onChange={(chosen) => onChange(all.filter((column) => chosen.includes(column)))}
      error={value.length === 0 ? t('exports.columns.none') : undefined}
    >
      <div className={classes.columns}>
        {all.map((column) => (
          <Checkbox
            key={column}
            size="xs"
            value={column}
            label={byKey(column)?.name ?? columnLabel(t, column)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
};
