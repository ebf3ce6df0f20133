import { memo, type MouseEvent } from 'react';
import classes from './grid.module.css';
import type { SheetGridProps } from './types.ts';

/** A column in sight: its place from the left, in px. */
export interface ShownColumn {
  readonly index: number;
  readonly start: number;
}

type Drawing<Row> = Pick<
  SheetGridProps<Row>,
  'widths' | 'leadWidth' | 'renderLead' | 'renderCell' | 'renderEditor' | 'lookOf' | 'spanOf' | 'rowClass'
>;

interface GridRowProps<Row> extends Drawing<Row> {
  id: string;
  row: Row | undefined;
  index: number;
  /** px from the top of the canvas. */
  top: number;
  height: number;
  columns: readonly ShownColumn[];
  /** The column the keyboard is at, when it is in this row. */
  at: number | null;
  /** The column that is being edited, when it is in this row. */
  editing: number | null;
  onPress: (row: number, column: number, event: MouseEvent) => void;
  onOpen: (row: number, column: number) => void;
}

const widthOver = (widths: readonly number[], from: number, span: number): number =>
  widths.slice(from, from + span).reduce((sum, width) => sum + width, 0);

const GridRowPlain = <Row,>({ id, row, index, top, height, columns, at, ...props }: GridRowProps<Row>) => {
  const {
    widths,
    leadWidth,
    renderLead,
    renderCell,
    renderEditor,
    editing,
    lookOf,
    spanOf,
    rowClass,
    onPress,
    onOpen,
  } = props;
  const own = row === undefined ? undefined : rowClass?.(row);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      data-active={at !== null || undefined}
      className={own === undefined ? classes.row : `${classes.row} ${own}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes.lead}
        style={{ width: leadWidth }}
        // The grid itself holds the focus and hears the keys.
        onMouseDown={(event) => onPress(index, 0, event)}
        onDoubleClick={() => onOpen(index, 0)}
      >
        {row === undefined ? <span className={classes.skeleton} aria-hidden /> : renderLead(row)}
      </div>
      {columns.map(({ index: column, start }) => {
        const span = row === undefined ? 1 : (spanOf?.(row, column) ?? 1);
        if (span === 0) return null;
        const look = row === undefined ? undefined : lookOf?.(row, column);
        return (
          <div
            role="gridcell"
            key={column}
            id={`${id}-${column}`}
            aria-colindex={column + 2}
            aria-colspan={span > 1 ? span : undefined}
            data-at={column === at || undefined}
            className={look?.className === undefined ? classes.cell : `${classes.cell} ${look.className}`}
            style={{ left: start, width: widthOver(widths, column, span) }}
            title={look?.title}
            data-editing={column === editing || undefined}
            onMouseDown={column === editing ? undefined : (event) => onPress(index, column, event)}
            onDoubleClick={column === editing ? undefined : () => onOpen(index, column)}
          >
            {row === undefined ? (
              <span className={classes.skeleton} aria-hidden />
            ) : column === editing ? (
              renderEditor?.()
            ) : (
              renderCell(row, column)
            )}
          </div>
        );
      })}
    </div>
  );
};

/** One row; drawn again only when something about it changed. */
export const GridRow = memo(GridRowPlain) as typeof GridRowPlain;
