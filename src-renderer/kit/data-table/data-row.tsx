import { memo, type MouseEvent, type ReactNode } from 'react';
import classes from './data-table.module.css';
import type { DataColumn } from './types.ts';

interface DataRowProps<Row> {
  id: string;
  row: Row | undefined;
  index: number;
  /** px from the top of the body. */
  top: number;
  height: number;
  columns: readonly DataColumn<Row>[];
  active: boolean;
  /** Null when rows cannot be ticked. */
  selected: boolean | null;
  className: string | undefined;
  /** Of the box that ticks it. */
  tickLabel: string;
  onPress: (index: number, event: MouseEvent) => void;
  onOpen: (index: number) => void;
  onTick: (index: number, range: boolean) => void;
}

const cellOf = <Row,>(column: DataColumn<Row>, row: Row | undefined, index: number): ReactNode =>
  row === undefined ? <span className={classes.skeleton} aria-hidden /> : column.render(row, index);

const DataRowPlain = <Row,>({
  id,
  row,
  index,
  top,
  height,
  columns,
  active,
  selected,
  className,
  tickLabel,
  onPress,
  onOpen,
  onTick,
}: DataRowProps<Row>) => {
  const shift = selected === null ? 1 : 2;
  return (
    // Keys of the row are handled by the grid, which holds the focus.
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-busy={row === undefined || undefined}
      data-active={active || undefined}
      className={className === undefined ? classes.row : `${classes.row} ${className}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onMouseDown={(event) => onPress(index, event)}
      onDoubleClick={() => onOpen(index)}
    >
      {selected !== null && (
        <div role="gridcell" aria-colindex={1} className={classes.tick}>
          {row !== undefined && (
            // A plain one: forty rows of anything heavier would be felt with every keystroke of a search.
            <input
              type="checkbox"
              className={classes.box}
              tabIndex={-1}
              aria-label={tickLabel}
              checked={selected}
              onChange={() => undefined}
              onClick={(event) => onTick(index, event.shiftKey)}
              onDoubleClick={(event) => event.stopPropagation()}
            />
          )}
        </div>
      )}
      {columns.map((column, at) => (
        <div
          role="gridcell"
          key={column.id}
          aria-colindex={at + shift}
          className={classes.cell}
          data-align={column.align}
          data-numeric={column.numeric || undefined}
          title={row === undefined ? undefined : column.whole?.(row)}
        >
          {cellOf(column, row, index)}
        </div>
      ))}
    </div>
  );
};

/** One row; drawn again only when something about it changed. */
export const DataRow = memo(DataRowPlain) as typeof DataRowPlain;
