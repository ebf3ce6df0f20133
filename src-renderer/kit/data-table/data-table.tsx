import { Checkbox } from '@mantine/core';
import { useCallback, useEffect, useId, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsToDraw } from '../rows-in-sight.ts';
import { useLatest } from '../use-latest.ts';
import { useRowsInSight } from '../use-rows-in-sight.ts';
import { DataRow } from './data-row.tsx';
import classes from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import type { DataTableProps, TableSort } from './types.ts';
import { useTableKeys } from './use-table-keys.ts';

/** px, as in the style sheet. */
const headHeight = 37;
const tickWidth = 40;

/** Widths of the columns as the style sheet wants them; `changed` by column id, while one is dragged. */
const template = <Row,>(
  { selection, columns, columnWidths = {} }: DataTableProps<Row>,
  changed: Record<string, number> = {},
): string =>
  [
    ...(selection === undefined ? [] : [`${tickWidth}px`]),
    ...columns.map(({ id, width }) => `${changed[id] ?? columnWidths[id] ?? width}px`),
    'minmax(0, 1fr)',
  ].join(' ');

/**
 * A table for lists of 100,000: only what is in sight is drawn, and rows come in pages on demand. One focus for
 * the whole grid; the row the keyboard is at is its active descendant.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, total, rowAt, onRangeChange, rowHeight = 36, sort = null, onSort } = props;
  const { columnWidths = {}, onColumnWidths, active, selection, empty, resetKey } = props;
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const lastTicked = useRef<number | null>(null);

  const { first, last, pageRows, show, toTop } = useRowsInSight({ grid, total, rowHeight, headHeight });
  // A list that is come back to begins at the row where it was left; another filter or sort begins at the top.
  const shownKey = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (shownKey.current === undefined && active !== null) show(active, 'middle');
    else if (shownKey.current !== resetKey) toTop();
    if (shownKey.current !== resetKey) lastTicked.current = null;
    shownKey.current = resetKey;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only another list moves the scroll
  }, [resetKey]);

  useEffect(() => {
    if (last >= first) onRangeChange?.(first, last);
  }, [first, last, onRangeChange]);

  const latest = useLatest(props);
  const press = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.button === 0) latest.current.onActive(index);
    },
    [latest],
  );
  const withRow = useCallback(
    (act: ((row: Row, index: number) => void) | undefined, index: number): void => {
      const row = latest.current.rowAt(index);
      if (row !== undefined) act?.(row, index);
    },
    [latest],
  );
  const open = useCallback((index: number) => withRow(latest.current.onOpen, index), [latest, withRow]);
  const tick = useCallback(
    (index: number, range = false) => {
      const ticking = latest.current.selection;
      if (ticking === undefined) return;
      const from = lastTicked.current;
      lastTicked.current = index;
      if (range && from !== null) ticking.onRange(Math.min(from, index), Math.max(from, index));
      else withRow(ticking.onToggle, index);
    },
    [latest, withRow],
  );
  const goTo = (index: number, extend: boolean): void => {
    if (extend && selection !== undefined) {
      const from = lastTicked.current ?? active ?? index;
      lastTicked.current = from;
      selection.onRange(Math.min(from, index), Math.max(from, index));
    }
    props.onActive(index);
    show(index);
  };
  useTableKeys({
    grid,
    anywhere: props.keysAnywhere ?? true,
    total,
    active,
    // One of them is seen before and after.
    pageRows: Math.max(1, pageRows - 1),
    goTo,
    open,
    preview: props.onPreview === undefined ? null : (index) => withRow(props.onPreview, index),
    tick: selection === undefined ? null : (index) => tick(index),
  });

  const resizing = useCallback(
    (columnId: string, width: number) =>
      grid.current?.style.setProperty('--columns', template(latest.current, { [columnId]: width })),
    [latest],
  );
  const resized = useCallback(
    (columnId: string, width: number) => {
      const { columnWidths = {}, onColumnWidths } = latest.current;
      onColumnWidths?.({ ...columnWidths, [columnId]: width });
    },
    [latest],
  );
  const sortBy = useCallback((asked: TableSort) => latest.current.onSort?.(asked), [latest]);

  const style = { '--columns': template(props) };
  const shift = selection === undefined ? 1 : 2;
  const tickLabel = t('common.table.selectRow');

  return (
    <div className={classes.frame}>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + shift - 1}
        aria-multiselectable={selection === undefined ? undefined : true}
        aria-activedescendant={
          active !== null && active >= first && active <= last ? `${id}-${active}` : undefined
        }
        tabIndex={0}
        className={classes.grid}
        data-plain={selection === undefined || undefined}
        style={{
          ...style,
          ...(total === 0 && empty !== undefined ? { flex: 'none', height: headHeight } : {}),
        }}
      >
        <div className={classes.canvas} role="presentation">
          <div role="rowgroup" className={classes.head}>
            <div role="row" aria-rowindex={1} className={classes.row}>
              {selection !== undefined && (
                <div role="columnheader" aria-colindex={1} className={classes.tick}>
                  <Checkbox
                    size="xs"
                    aria-label={t('common.table.selectAll')}
                    checked={selection.state === 'all'}
                    indeterminate={selection.state === 'some'}
                    onChange={selection.onToggleAll}
                  />
                </div>
              )}
              {columns.map((column, at) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  ariaIndex={at + shift}
                  width={columnWidths[column.id] ?? column.width}
                  sorted={sort?.column === column.id ? sort.direction : null}
                  onSort={onSort === undefined ? undefined : sortBy}
                  onResizing={resizing}
                  onResized={onColumnWidths === undefined ? undefined : resized}
                />
              ))}
            </div>
          </div>
          {total > 0 && (
            <div role="rowgroup" className={classes.body} style={{ height: total * rowHeight }}>
              {rowsToDraw({ first, last }).map((index) => {
                const row = rowAt(index);
                return (
                  <DataRow
                    // By place, not by row: another result changes texts and builds nothing.
                    key={index}
                    id={`${id}-${index}`}
                    row={row}
                    index={index}
                    top={index * rowHeight}
                    height={rowHeight}
                    columns={columns}
                    active={index === active}
                    selected={
                      selection === undefined ? null : row !== undefined && selection.isSelected(row, index)
                    }
                    className={row === undefined ? undefined : props.rowClass?.(row)}
                    tickLabel={tickLabel}
                    onPress={press}
                    onOpen={open}
                    onTick={tick}
                  />
                );
              })}
            </div>
          )}
        </div>
      </div>
      {total === 0 && empty !== undefined && <div className={classes.empty}>{empty}</div>}
    </div>
  );
};
