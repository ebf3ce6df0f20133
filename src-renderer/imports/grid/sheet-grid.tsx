import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { isComposing } from '../../app/key-combos.ts';
import { rowsToDraw } from '../../kit/rows-in-sight.ts';
import { useLatest } from '../../kit/use-latest.ts';
import { useRowsInSight } from '../../kit/use-rows-in-sight.ts';
import { moveBy } from './grid-keys.ts';
import { GridRow, type ShownColumn } from './grid-row.tsx';
import classes from './grid.module.css';
import type { SheetGridProps } from './types.ts';

/** px */
const rowHeight = 30;
/** Rows that are fetched before they come in sight, both ways. */
const ahead = 100;

/**
 * A sheet of 200 columns and 200,000 rows: only what is in sight is drawn, both ways. One focus for the whole grid;
 * the cell the keyboard is at is its active descendant, and the head is the first row of the way.
 */
export const SheetGrid = <Row,>(props: SheetGridProps<Row>) => {
  const { gridRef: grid, label, widths, headHeight, leadWidth, total, rowAt, onRangeChange, place } = props;
  const id = useId();

  const { first, last, places, pageRows, show } = useRowsInSight({ grid, total, rowHeight, headHeight });
  // eslint-disable-next-line react/incompatible-library
  const columns = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => grid.current,
    estimateSize: (index) => widths[index] ?? 120,
    overscan: 2,
    paddingStart: leadWidth,
    scrollPaddingStart: leadWidth,
    useFlushSync: false,
  });
  useEffect(() => columns.measure(), [columns, widths]);

  useEffect(() => {
    if (last >= first) onRangeChange(Math.max(0, first - ahead), Math.min(total - 1, last + ahead));
  }, [first, last, total, onRangeChange]);

  const across = columns.getVirtualItems();
  const shownKey = across.map(({ index, start }) => `${index}:${start}`).join();
  const shown = useMemo(
    (): ShownColumn[] => across.map(({ index, start }) => ({ index, start })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another key is another set of columns
    [shownKey],
  );

  const latest = useLatest(props);
  const press = useCallback(
    (row: number, column: number, event: MouseEvent) => {
      if (event.button === 0) latest.current.onPlace({ row, column });
    },
    [latest],
  );
  const open = useCallback(
    (row: number, column: number) => latest.current.onEnter?.({ row, column }),
    [latest],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    if (event.altKey || event.metaKey) return;
    const opens = event.key === 'Enter' || event.key === 'F2';
    if (place !== null && opens && !event.ctrlKey && props.onEnter !== undefined) {
      event.preventDefault();
      props.onEnter(place);
      return;
    }
    if (place !== null && event.key === ' ' && props.onSpace !== undefined) {
      event.preventDefault();
      props.onSpace(place);
      return;
    }
    const to = moveBy(event.key, event.ctrlKey, place, {
      rows: total,
      columns: widths.length,
      // One of them is seen before and after.
      pageRows: Math.max(1, pageRows - 1),
      head: true,
    });
    if (to === null) return;
    event.preventDefault();
    props.onPlace(to);
    if (to.row >= 0) show(to.row);
    columns.scrollToIndex(to.column);
  };

  const onContextMenu = (event: MouseEvent<HTMLDivElement>): void => {
    if (props.onRowMenu === undefined || !(event.target instanceof HTMLElement)) return;
    const element = event.target.closest('[role="row"]');
    const atRow = Number(element?.getAttribute('aria-rowindex') ?? (place?.row ?? -1) + 2) - 2;
    if (atRow < 0) return;
    event.preventDefault();
    const box = grid.current?.getBoundingClientRect();
    // The menu key names no point: the menu then opens at the row.
    const byKey = element === null;
    const below = headHeight + (atRow + 1) * rowHeight - (grid.current?.scrollTop ?? 0);
    const at = byKey
      ? { x: (box?.left ?? 0) + leadWidth, y: (box?.top ?? 0) + below }
      : { x: event.clientX, y: event.clientY };
    props.onRowMenu(atRow, at);
  };

  const { lookOf, spanOf, rowClass, renderLead, renderCell } = props;
  const cellId =
    place === null
      ? undefined
      : place.row === -1
        ? `${id}-head-${place.column}`
        : `${id}-${place.row}-${place.column}`;
  return (
    <div className={classes.frame}>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={widths.length + 1}
        aria-activedescendant={cellId}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <div
          role="presentation"
          className={classes.canvas}
          style={{ width: columns.getTotalSize(), height: headHeight + total * rowHeight }}
        >
          <div role="rowgroup" className={classes.head} style={{ height: headHeight }}>
            <div role="row" aria-rowindex={1} className={classes.headRow}>
              <div
                role="columnheader"
                aria-colindex={1}
                className={classes.corner}
                style={{ width: leadWidth }}
              >
                {props.corner}
              </div>
              {shown.map(({ index, start }) => {
                const own = props.headClass?.(index);
                return (
                  <div
                    role="columnheader"
                    key={index}
                    id={`${id}-head-${index}`}
                    aria-colindex={index + 2}
                    data-at={(place?.row === -1 && place.column === index) || undefined}
                    className={own === undefined ? classes.headCell : `${classes.headCell} ${own}`}
                    style={{ left: start, width: widths[index] }}
                  >
                    {props.renderHead(index)}
                  </div>
                );
              })}
            </div>
          </div>
          <div role="rowgroup">
            {rowsToDraw({ first, last }).map((index) => (
              <GridRow
                // By place on the screen, not by row: scrolling changes texts and builds nothing.
                key={index % places}
                id={`${id}-${index}`}
                row={rowAt(index)}
                index={index}
                top={headHeight + index * rowHeight}
                height={rowHeight}
                columns={shown}
                widths={widths}
                leadWidth={leadWidth}
                renderLead={renderLead}
                renderCell={renderCell}
                lookOf={lookOf}
                spanOf={spanOf}
                rowClass={rowClass}
                at={place?.row === index ? place.column : null}
                editing={props.editing?.row === index ? props.editing.column : null}
                renderEditor={props.editing?.row === index ? props.renderEditor : undefined}
                onPress={press}
                onOpen={open}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
};
