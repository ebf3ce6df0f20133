import { Alert, Button } from '@mantine/core';
import { IconAlertCircle, IconChecks, IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '../../../src-shared/import-plan.ts';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { useKey } from '../../app/keys.tsx';
import { usePages } from '../../app/use-pages.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { columnLetter, columnWidth, headerText } from '../columns/column-looks.ts';
import { SheetGrid } from '../grid/sheet-grid.tsx';
import type { CellLook, GridPlace } from '../grid/types.ts';
import page from '../imports.module.css';
import { useOwnFields } from '../own-fields.ts';
import { saidRow } from '../said.ts';
import { includedSheets, sheetInfo, type ImportWork } from '../state.ts';
import { targetLabel } from '../targets.ts';
import type { ImportActions } from '../use-import.ts';
import classes from './check.module.css';
import { CheckTools } from './check-tools.tsx';
import { canDecide } from './decision-buttons.tsx';
import { remarks } from './match-text.ts';
import { NotesCell } from './notes-cell.tsx';
import { PlanCellView, planCellTitle } from './plan-cell.tsx';
import { cellKey, planCells, type PlannedCells } from './plan-cells.ts';
import type { PlanFilterValue } from './plan-filter.tsx';
import { RowPanel } from './row-panel.tsx';
import { plannedField, shownColumns } from './shown-columns.ts';
import { StatusBadge } from './status-badge.tsx';

const pageSize = 100;
const notesWidth = 280;

/** Rows are drawn many times and worked out once. */
const worked = new WeakMap<PlanRow, PlannedCells>();
const cellsOf = (row: PlanRow): PlannedCells => {
  const known = worked.get(row);
  if (known !== undefined) return known;
  const made = planCells(row);
  worked.set(row, made);
  return made;
};

const rowClass = (row: PlanRow): string | undefined => (row.status === 'skip' ? classes.skipped : undefined);

const looks = { new: undefined, changed: classes.changed, kept: classes.kept };

/** Every row as it would be imported, before anything is written. */
export const CheckStep = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [filter, setFilter] = useState<PlanFilterValue>('all');
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [detail, setDetail] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => grid.current?.focus({ preventScroll: true }), []);
  const { plan } = work;
  const planId = plan?.planId ?? '';
  const counts = plan?.counts;
  const { decide } = actions;

  const pages = usePages(pageSize, (offset, limit) =>
    archive.imports.planRows.queryOptions({
      input: {
        planId,
        offset,
        limit,
        ...(filter === 'all' ? {} : { status: filter }),
      },
      gcTime: 30_000,
    }),
  );

  const ownFields = useOwnFields();
  const shown = useMemo(() => shownColumns(work), [work]);
  const names = useMemo(
    () => includedSheets(work).map((sheet) => sheetInfo(work, sheet)?.name ?? ''),
    [work],
  );
  const widths = useMemo(
    () =>
      shown.map((column) =>
        column === null
          ? notesWidth
          : Math.max(
              ...[...column.sources.values()].map((guess) => columnWidth(t, guess, column.target, ownFields)),
            ) + 24,
      ),
    [t, shown, ownFields],
  );

  const renderLead = useCallback(
    (row: PlanRow) => (
      <>
        {names.length > 1 && (
          <span className={classes.sheetName} title={names[row.sheet]}>
            {names[row.sheet]}
          </span>
        )}
        <span className={classes.number}>{row.row + 1}</span>
        <StatusBadge status={row.status} />
        {row.doubts.length > 0 && row.status !== 'doubtful' && (
          <IconAlertCircle size={14} className={classes.leadDoubt} aria-label={t('imports.check.doubtful')} />
        )}
      </>
    ),
    [t, names],
  );
  const cellAt = useCallback(
    (row: PlanRow, column: number) => {
      const own = shown[column];
      const guess = own?.sources.get(row.sheet);
      if (own == null || guess === undefined) return undefined;
      return cellsOf(row).cells.get(cellKey(guess.index, plannedField(own.target)));
    },
    [shown],
  );
  const renderCell = useCallback(
    (row: PlanRow, column: number) => {
      if (shown[column] === null) return <NotesCell row={row} elsewhere={cellsOf(row).elsewhere} />;
      const cell = cellAt(row, column);
      return cell === undefined ? null : <PlanCellView t={t} cell={cell} own={ownFields} />;
    },
    [cellAt, shown, t, ownFields],
  );
  const lookOf = useCallback(
    (row: PlanRow, column: number): CellLook => {
      if (shown[column] === null) return { title: remarks(t, row) || undefined };
      const cell = cellAt(row, column);
      if (cell === undefined) return {};
      const className = cell.doubts.length > 0 ? classes.doubtful : looks[cell.state];
      return { className, title: planCellTitle(t, cell, ownFields) };
    },
    [cellAt, shown, t, ownFields],
  );
  const renderHead = (column: number) => {
    const own = shown[column];
    if (own == null) return <div className={classes.head}>{t('imports.check.notes')}</div>;
    const [guess] = own.sources.values();
    return (
      <>
        <div className={classes.head}>{targetLabel(t, own.target, ownFields)}</div>
        <div className={classes.headSource}>
          {guess !== undefined && `${columnLetter(guess.index)} · ${headerText(t, guess)}`}
        </div>
      </>
    );
  };

  const active = place === null || place.row < 0 ? undefined : pages.rowAt(place.row);
  const decideActive = (decision: Decision) => () => {
    if (active === undefined || !canDecide(active, decision)) return false;
    void decide([saidRow(plan?.keys ?? [], active)], decision);
    return true;
  };
  const list = { group: 'list', enabled: active !== undefined } as const;
  useKey('1', decideActive('create'), { ...list, label: t('imports.keys.create') });
  useKey('2', decideActive('update'), { ...list, label: t('imports.keys.update') });
  useKey('3', decideActive('skip'), { ...list, label: t('imports.keys.skip') });

  if (counts === undefined) return null;
  const empty = !pages.loading && pages.total === 0;
  const setFilterTo = (value: PlanFilterValue): void => {
    setFilter(value);
    setPlace(null);
  };
  const closeDetail = (): void => {
    setDetail(false);
    grid.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <CheckTools counts={counts} filter={filter} onFilter={setFilterTo} actions={actions} />
      {counts.newCustomers + counts.updatedCustomers === 0 && (
        <div className={page.notice}>
          <Alert color="gray" py={6} icon={<IconInfoCircle size={18} />}>
            {t('imports.check.nothingBody')}
          </Alert>
        </div>
      )}
      {pages.error !== null && (
        <div className={page.notice}>
          <FailurePanel error={pages.error} onRetry={pages.retry} />
        </div>
      )}
      <div className={page.work}>
        {empty ? (
          <div className={classes.empty}>
            <EmptyState
              icon={IconChecks}
              title={t('imports.check.emptyTitle')}
              actions={
                <Button variant="default" onClick={() => setFilterTo('all')}>
                  {t('imports.check.showAll')}
                </Button>
              }
            >
              {t('imports.check.emptyBody')}
            </EmptyState>
          </div>
        ) : (
          <SheetGrid<PlanRow>
            key={filter}
            gridRef={grid}
            label={t('imports.check.label')}
            widths={widths}
            headHeight={48}
            leadWidth={names.length > 1 ? 248 : 168}
            corner={t('imports.columns.row')}
            renderHead={renderHead}
            renderLead={renderLead}
            renderCell={renderCell}
            lookOf={lookOf}
            rowClass={rowClass}
            total={pages.total}
            rowAt={pages.rowAt}
            onRangeChange={pages.onRangeChange}
            place={place}
            onPlace={setPlace}
            onEnter={() => setDetail(true)}
            onSpace={() => setDetail((before) => !before)}
          />
        )}
        {detail && active !== undefined && (
          <div className={classes.panel}>
            <RowPanel
              row={active}
              onDecide={(decision) => void decide([saidRow(plan?.keys ?? [], active)], decision)}
              onClose={closeDetail}
            />
          </div>
        )}
      </div>
    </>
  );
};
