import { memo, useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow, CustomerSort } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import { usePreferences, useUpdatePreferences } from '../../app/preferences.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import type { DataColumn, TableSelection } from '../../kit/data-table/types.ts';
import { useLatest } from '../../kit/use-latest.ts';
import { useToday } from '../../kit/use-today.ts';
import type { ShownRows } from '../use-customer-rows.ts';
import { rememberedWords, wholeText } from './cell-text.ts';
import { cellOf } from './cells.tsx';
import {
  columnWidth,
  hasDigits,
  isNumeric,
  isSortable,
  sortBy,
  standardSort,
  type ListColumn,
} from './columns.ts';

interface CustomerTableProps {
  readonly label: string;
  readonly rows: ShownRows;
  readonly columns: readonly ListColumn[];
  readonly tags: readonly Tag[];
  readonly selection: TableSelection<CustomerRow>;
  readonly active: number | null;
  readonly onActive: (index: number) => void;
  /** Which rows are in sight. */
  readonly onRange: (first: number, last: number) => void;
  readonly onOpen: (row: CustomerRow) => void;
  readonly onPreview: () => void;
  readonly onSort: (sort: CustomerSort) => void;
  readonly empty: ReactNode;
}

/** Rows drawn as skeletons while nothing is there yet. */
const skeletonRows = 20;

/** The list itself: its columns, their widths and the density are preferences of this PC. */
export const CustomerTable = memo(function CustomerTable({
  label,
  rows,
  columns,
  tags,
  selection,
  active,
  onActive,
  onRange,
  onOpen,
  onPreview,
  onSort,
  empty,
}: CustomerTableProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const fields = useCustomFields();
  const { density, columnWidths } = usePreferences();
  const update = useUpdatePreferences();
  const today = useToday();
  const { query, total, rowAt, onRangeChange, loading } = rows;

  const drawn = useMemo((): DataColumn<CustomerRow>[] => {
    const tagById = new Map(tags.map((tag) => [tag.id, tag]));
    const context = { t, valueWords: rememberedWords(t), columns, fields, language, tags: tagById, today };
    return columns.map((column) => ({
      id: column,
      title:
        column === 'trashedAt' || column === 'code'
          ? t(`customers.column.${column}`)
          : (fields.byKey(column)?.name ?? fieldLabel(t, column)),
      width: columnWidth(column),
      sortable: isSortable(column),
      align: isNumeric(column, fields.byKey(column)) ? 'end' : 'start',
      numeric: hasDigits(column, fields.byKey(column)),
      render: (row) => cellOf(column, row, context),
      whole: (row) => wholeText(column, row, context),
    }));
  }, [t, columns, tags, fields, language, today]);

  const latestOnRange = useLatest(onRange);
  const tellRange = useCallback(
    (first: number, last: number): void => {
      latestOnRange.current(first, last);
      onRangeChange(first, last);
    },
    [latestOnRange, onRangeChange],
  );

  return (
    <DataTable
      label={label}
      columns={drawn}
      total={loading ? skeletonRows : total}
      rowAt={rowAt}
      onRangeChange={tellRange}
      rowHeight={density === 'compact' ? 36 : 44}
      sort={query.sort ?? standardSort}
      onSort={(asked) => {
        const column = columns.find((other) => other === asked.column);
        const sort = column === undefined ? null : sortBy(column, query.sort);
        if (sort !== null) onSort(sort);
      }}
      columnWidths={columnWidths}
      onColumnWidths={(widths) => update({ columnWidths: widths })}
      active={active}
      onActive={onActive}
      onOpen={onOpen}
      onPreview={onPreview}
      selection={selection}
      resetKey={JSON.stringify(query)}
      empty={empty}
    />
  );
});
