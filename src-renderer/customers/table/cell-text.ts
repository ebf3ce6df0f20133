import type { TFunction } from 'i18next';
import { customFieldId, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type { CustomerRow } from '../../../src-shared/customers.ts';
import { shortRegionName } from '../../../src-shared/regions.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import type { CustomFields } from '../../custom-fields/use-custom-fields.ts';
import { valueText } from '../../custom-fields/value-text.ts';
import { fieldLabel, valueLabel } from '../../i18n/describe-action.ts';
import { formatMoney } from '../../kit/format.ts';
import type { ListColumn } from './columns.ts';

/** What cells need beside their row: made once a table, since every hook in a cell is one for every row. */
export interface CellContext {
  readonly t: TFunction;
  /** The wording of a fixed value such as a stage. */
  readonly valueWords: ValueWords;
  readonly tags: ReadonlyMap<number, Tag>;
  readonly columns: readonly ListColumn[];
  readonly fields: CustomFields;
  readonly language: string;
  /** YYYY-MM-DD */
  readonly today: string;
}

type ValueWords = (field: string, value: string) => string;

/** Looks each wording up once: rows have few different ones. */
export const rememberedWords = (t: TFunction): ValueWords => {
  const known = new Map<string, string>();
  return (field, value) => {
    const key = `${field} ${value}`;
    const words = known.get(key) ?? valueLabel(t, field, value);
    known.set(key, words);
    return words;
  };
};

/** 浙江 杭州 西湖区; a city that is its own province stands once. */
export const regionText = ({ province, city, district }: CustomerRow): string =>
  [shortRegionName(province), city === province ? '' : shortRegionName(city), district]
    .filter(Boolean)
    .join(' ');

/** 1985-05-01, 05-01 without a year, 农历 08-15. */
export const birthdayText = (t: TFunction, birthday: string): string => {
  if (birthday.startsWith('--')) return birthday.slice(2);
  return birthday.startsWith('lunar:')
    ? t('customers.table.lunar', { date: birthday.slice('lunar:'.length) })
    : birthday;
};

const isBuiltIn = (column: ListColumn): column is Exclude<ListColumn, CustomKey> =>
  customFieldId(column) === null;

const customText = (
  column: CustomKey,
  { custom }: CustomerRow,
  fields: CustomFields,
  language: string,
): string => {
  const field = fields.byKey(column);
  const value = custom.find(({ fieldId }) => fieldId === field?.id)?.value ?? '';
  return field === undefined ? '' : valueText(field.type, value, language);
};

/** The text of a cell, as it is shown or as it stands whole on hover. */
export const cellText = (
  column: ListColumn,
  row: CustomerRow,
  { t, valueWords, tags, fields, language }: CellContext,
): string => {
  switch (column) {
    case 'tags':
      return row.tagIds.map((id) => tags.get(id)?.name ?? '').join(t('history.listSeparator'));
    case 'region':
      return regionText(row);
    case 'birthday':
      return birthdayText(t, row.birthday);
    case 'registeredCapital':
      return row.registeredCapital === null ? '' : formatMoney(row.registeredCapital);
    case 'doubts':
      return [...new Set(row.doubts.map(({ field }) => fieldLabel(t, field.split('.', 1)[0] ?? field)))].join(
        t('history.listSeparator'),
      );
    case 'kind':
    case 'stage':
    case 'level':
    case 'gender':
      return valueWords(column, row[column]);
    case 'trashedAt':
      return row.trashedAt ?? '';
    default:
      return isBuiltIn(column) ? row[column] : customText(column, row, fields, language);
  }
};

/** The whole text to show on hover; '' where the cell itself says more. */
export const wholeText = (column: ListColumn, row: CustomerRow, context: CellContext): string =>
  column === 'createdAt' || column === 'updatedAt' || column === 'trashedAt'
    ? ''
    : cellText(column, row, context);
