import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  readonly id: string;
  /** The heading as plain text; also names the column to those who do not see it. */
  readonly title: string;
  /** px, when the user has not changed it. */
  readonly width: number;
  readonly sortable?: boolean;
  readonly align?: 'start' | 'end';
  /** Tabular figures. */
  readonly numeric?: boolean;
  readonly render: (row: Row, index: number) => ReactNode;
  /** The whole text of a cell that may be cut off, shown on hover. */
  readonly whole?: (row: Row) => string;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Ticking rows. The owner keeps what is ticked, since most rows are not loaded. */
export interface TableSelection<Row> {
  readonly isSelected: (row: Row, index: number) => boolean;
  readonly onToggle: (row: Row, index: number) => void;
  /** Shift: everything between the row ticked last and this one, both included, becomes ticked. */
  readonly onRange: (first: number, last: number) => void;
  readonly state: 'none' | 'some' | 'all';
  readonly onToggleAll: () => void;
}

export interface DataTableProps<Row> {
  /** Names the table to those who do not see it. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly total: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Which rows are in sight, both included, so that they can be fetched. */
  readonly onRangeChange?: (first: number, last: number) => void;
  /** px */
  readonly rowHeight?: 36 | 44;
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
  /** px by column id; what is not in it has the column's own width. */
  readonly columnWidths?: Readonly<Record<string, number>>;
  readonly onColumnWidths?: (widths: Record<string, number>) => void;
  /** The row the keyboard is at; null for none. */
  readonly active: number | null;
  readonly onActive: (index: number) => void;
  /** Enter and double click. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** Space. */
  readonly onPreview?: (row: Row, index: number) => void;
  readonly selection?: TableSelection<Row>;
  /** Class of a row, for signs. */
  readonly rowClass?: (row: Row) => string | undefined;
  /** In the place of rows when there are none. */
  readonly empty?: ReactNode;
  /** False when its keys must not work from outside the table: with two tables on one screen. */
  readonly keysAnywhere?: boolean;
  /** Changing it scrolls to the top: another filter, another sort. */
  readonly resetKey?: string;
}
