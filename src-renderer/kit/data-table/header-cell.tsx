import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import type { TableSort } from './types.ts';

/** px */
export const narrowest = 48;
export const widest = 1_000;
const keyStep = 8;

interface HeaderColumn {
  readonly id: string;
  readonly title: string;
  readonly sortable?: boolean;
  readonly align?: 'start' | 'end';
}

interface HeaderCellProps {
  column: HeaderColumn;
  /** 1-based, as ARIA counts. */
  ariaIndex: number;
  width: number;
  /** How the rows are ordered by this column; null where they are by another. */
  sorted: TableSort['direction'] | null;
  onSort?: (sort: TableSort) => void;
  /** While dragging; draws only. */
  onResizing?: (id: string, width: number) => void;
  onResized?: (id: string, width: number) => void;
}

const clamp = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

const ResizeHandle = ({ column, width, onResizing, onResized }: HeaderCellProps) => {
  const { t } = useTranslation();
  const [drag, setDrag] = useState<{ x: number; width: number; now: number } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, width, now: width });
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag === null) return;
    const now = clamp(drag.width + event.clientX - drag.x);
    setDrag({ ...drag, now });
    onResizing?.(column.id, now);
  };
  const onPointerUp = (): void => {
    if (drag !== null && drag.now !== drag.width) onResized?.(column.id, drag.now);
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResized?.(column.id, clamp(width + step));
  };

  return (
    // A separator that can be moved is a widget: it takes focus and keys.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('common.table.resize', { column: column.title })}
      aria-valuenow={drag?.now ?? width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={classes.handle}
      data-dragging={drag !== null || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
};

/** A heading that sorts, with a handle that changes the width. */
export const HeaderCell = memo(function HeaderCell(props: HeaderCellProps) {
  const { column, ariaIndex, sorted, onSort, onResized } = props;
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
  const content = (
    <>
      <span className={classes.headText} title={column.title}>
        {column.title}
      </span>
      {sorted !== null && <Arrow size={12} aria-hidden />}
    </>
  );
  const look = {
    className: classes.headButton,
    'data-align': column.align,
    'data-sorted': sorted ?? undefined,
  };
  return (
    <div
      role="columnheader"
      aria-colindex={ariaIndex}
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
      className={classes.headCell}
    >
      {column.sortable === true && onSort !== undefined ? (
        <UnstyledButton
          {...look}
          onClick={() => onSort({ column: column.id, direction: sorted === 'asc' ? 'desc' : 'asc' })}
        >
          {content}
        </UnstyledButton>
      ) : (
        <span {...look}>{content}</span>
      )}
      {onResized !== undefined && <ResizeHandle {...props} />}
    </div>
  );
});
