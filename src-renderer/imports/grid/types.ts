import type { ReactNode, RefObject } from 'react';

/** A cell by its place; row -1 is the head. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How a cell is drawn beyond its content. */
export interface CellLook {
  readonly className?: string | undefined;
  /** The whole text, on hover. */
  readonly title?: string | undefined;
}

export interface SheetGridProps<Row> {
  /** To give it the focus. */
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly label: string;
  /** Widths in px. Another array measures anew. */
  readonly widths: readonly number[];
  /** px */
  readonly headHeight: number;
  /** px, of the column that stays at the left. */
  readonly leadWidth: number;
  readonly corner: ReactNode;
  readonly renderHead: (column: number) => ReactNode;
  readonly renderLead: (row: Row) => ReactNode;
  readonly renderCell: (row: Row, column: number) => ReactNode;
  readonly lookOf?: (row: Row, column: number) => CellLook;
  /** How many columns a cell goes over; 0 for one that lies under another. */
  readonly spanOf?: (row: Row, column: number) => number;
  readonly rowClass?: (row: Row) => string | undefined;
  readonly headClass?: (column: number) => string | undefined;
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRangeChange: (first: number, last: number) => void;
  readonly place: GridPlace | null;
  readonly onPlace: (place: GridPlace) => void;
  /** The cell that is being edited, and what is drawn in it then. */
  readonly editing?: GridPlace | null;
  readonly renderEditor?: () => ReactNode;
  /** Enter, F2 or a double click. */
  readonly onEnter?: (place: GridPlace) => void;
  /** Space. */
  readonly onSpace?: (place: GridPlace) => void;
  /** The right button or the menu key on a row. */
  readonly onRowMenu?: (row: number, at: { x: number; y: number }) => void;
}
