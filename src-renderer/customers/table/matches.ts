import type { CustomerRow, Match, Range } from '../../../src-shared/customers.ts';
import type { ListColumn } from './columns.ts';

/** Marks in one text of a row; none where the search was not found in it. */
export const rangesIn = (row: CustomerRow, field: string, text: string): readonly Range[] =>
  row.matches.find((match) => match.field === field && match.value === text)?.ranges ?? [];

const shownBy: Readonly<Record<string, ListColumn>> = {
  tag: 'tags',
  contact: 'contactName',
  province: 'region',
  city: 'region',
  district: 'region',
};

/**
 * The match to tell of under the name because no column shows it: the first one whose field is not among the
 * columns, unless a column already shows why the row is here.
 */
export const hiddenMatch = (row: CustomerRow, columns: readonly ListColumn[]): Match | null => {
  const visible = ({ field, value }: Match): boolean => {
    const column = shownBy[field] ?? field;
    if (!(columns as readonly string[]).includes(column)) return false;
    // A second phone or another contact is a value of the customer, but not the one in the column.
    if (column === 'mobile') return value === row.mobile;
    if (column === 'contactName') return value === row.contactName;
    if (column === 'email') return value === row.email;
    return true;
  };
  return row.matches.some(visible) ? null : (row.matches[0] ?? null);
};

const before = 12;
const most = 80;

/** The part of a long text around its first mark, with the marks moved accordingly. */
export const excerpt = ({ value, ranges }: Match): { text: string; ranges: Range[] } => {
  const first = ranges[0]?.[0] ?? 0;
  const start = first > before ? first - before : 0;
  const end = Math.min(value.length, start + most);
  const lead = start > 0 ? '…' : '';
  const moved = ranges
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Range => [from - start + lead.length, to - start + lead.length]);
  const text = value.slice(start, end).replaceAll(/\s/gu, ' ');
  return { text: `${lead}${text}${end < value.length ? '…' : ''}`, ranges: moved };
};
