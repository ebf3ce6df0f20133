import type { CustomField } from '../../../src-shared/custom-fields.ts';
import {
  customerSortSchema,
  type BuiltInColumn,
  type CustomerColumn,
  type CustomerSort,
} from '../../../src-shared/customers.ts';

/** A column of the list; in the trash also when a customer came there, which is no field of a customer. */
export type ListColumn = CustomerColumn | 'trashedAt';

const builtInWidths: Readonly<Record<BuiltInColumn | 'trashedAt', number>> = {
  code: 92,
  name: 232,
  shortName: 120,
  kind: 64,
  contactName: 80,
  mobile: 116,
  tags: 152,
  stage: 72,
  level: 56,
  industry: 112,
  size: 96,
  region: 136,
  address: 220,
  source: 104,
  owner: 76,
  gender: 64,
  birthday: 108,
  creditCode: 180,
  identityNumber: 180,
  legalRepresentative: 104,
  registeredCapital: 132,
  foundedOn: 108,
  email: 180,
  notes: 240,
  doubts: 96,
  createdAt: 104,
  updatedAt: 104,
  trashedAt: 104,
};

const customWidth = 112;

/** Width of a column until it is changed, CSS px. */
export const columnWidth = (column: ListColumn): number =>
  column in builtInWidths ? builtInWidths[column as BuiltInColumn] : customWidth;

/** Columns whose values are digits to compare, and stand to the right. `field` where it is a custom one. */
export const isNumeric = (column: ListColumn, field?: CustomField): boolean =>
  column === 'registeredCapital' || field?.type === 'number' || field?.type === 'money';

/** Columns in tabular figures. */
export const hasDigits = (column: ListColumn, field?: CustomField): boolean =>
  isNumeric(column, field) ||
  field?.type === 'date' ||
  [
    'code',
    'mobile',
    'birthday',
    'creditCode',
    'identityNumber',
    'registeredCapital',
    'foundedOn',
    'createdAt',
    'updatedAt',
    'trashedAt',
  ].includes(column);

/** The sort order that a click on the column's header asks for; null for columns that have no order. */
export const sortBy = (column: ListColumn, now: CustomerSort | null): CustomerSort | null => {
  const current = now ?? standardSort;
  const direction =
    current.column === column
      ? current.direction === 'asc'
        ? 'desc'
        : 'asc'
      : column === 'createdAt' || column === 'updatedAt'
        ? 'desc'
        : 'asc';
  const sort = customerSortSchema.safeParse({ column, direction });
  return sort.success ? sort.data : null;
};

/** The archive's own order when no other is asked for: changed last, first. */
export const standardSort: CustomerSort = { column: 'updatedAt', direction: 'desc' };

export const isSortable = (column: ListColumn): boolean => sortBy(column, null) !== null;

/** The columns with one moved a step; at either end nothing changes. */
export const moveColumn = (
  columns: readonly CustomerColumn[],
  column: CustomerColumn,
  by: -1 | 1,
): CustomerColumn[] => {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at === -1 || to < 0 || to >= columns.length) return [...columns];
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
};

/** The columns with one shown or hidden. The name always stays: without it a row is nobody. */
export const toggleColumn = (
  columns: readonly CustomerColumn[],
  column: CustomerColumn,
): CustomerColumn[] => {
  if (!columns.includes(column)) return [...columns, column];
  return column === 'name' ? [...columns] : columns.filter((other) => other !== column);
};

/** The columns for the trash: when a customer came there stands beside who it is. */
export const withTrashedAt = (columns: readonly CustomerColumn[]): ListColumn[] => {
  const after = columns.indexOf('name') + 1;
  return [...columns.slice(0, after), 'trashedAt', ...columns.slice(after)];
};
