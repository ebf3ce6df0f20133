import { Alert, Button } from '@mantine/core';
import { IconAlertCircle, IconChecks, IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '../../../src-shared/import-plan.ts';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { useKey } from '../../app/keys.tsx';
import { usePages } from '../../app/use-pages.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { SheetGrid } from '../grid/sheet-grid.tsx';
import type { CellLook, GridPlace } from '../grid/types.ts';
import page from '../imports.module.css';
import { useOwnFields } from '../own-fields.ts';
import { saidRow } from '../said.ts';
import { setPolicy, type ImportWork } from '../state.ts';
import type { ImportActions } from '../use-import.ts';
import { CellEditor } from './cell-editor.tsx';
import classes from './check.module.css';
import { CheckTools } from './check-tools.tsx';
import { canDecide } from './decision-buttons.tsx';
import { FollowUpBar } from './follow-up.tsx';
import { remarks } from './match-text.ts';
import { NotesCell } from './notes-cell.tsx';
import { PlanCellView, planCellTitle } from './plan-cell.tsx';
import type { PlanFilterValue } from './plan-filter.tsx';
import { PlanHead } from './plan-head.tsx';
import { RowPanel } from './row-panel.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useEditing } from './use-editing.ts';
import { useFollowUp } from './use-follow-up.ts';
import { cellsOf, usePlanColumns } from './use-plan-columns.ts';

const pageSize = 100;

const rowClass = (row: PlanRow): string | undefined => (row.status === 'skip' ? classes.skipped : undefined);

const looks = { new: undefined, changed: classes.changed, kept: classes.kept };

/** Every row as it would be imported, before anything is written. */
export const CheckStep = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [filter, setFilter] = useState<PlanFilterValue>('all');
  const [text, setText] = useState('');
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [detail, setDetail] = useState(false);
  const [policyMenu, setPolicyMenu] = useState<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const focusGrid = (): void => grid.current?.focus({ preventScroll: true });
  useEffect(focusGrid, []);
  const { plan } = work;
  const planId = plan?.planId ?? '';
  const counts = plan?.counts;
  const ownFields = useOwnFields();
  const columns = usePlanColumns(work, ownFields);
  const { shown, names, cellAt, sourceAt } = columns;

  const pages = usePages(pageSize, (offset, limit) =>
    archive.imports.planRows.queryOptions({
      input: { planId, offset, limit, ...(filter === 'all' ? {} : { status: filter }), text },
      gcTime: 30_000,
    }),
  );
  const { followUp, decide, edit, applyToOthers, forget } = useFollowUp(plan, actions);
  const { editing, startEditing, editor } = useEditing({
    pages,
    columns,
    onEdit: edit,
    onEnd: focusGrid,
  });

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
  const renderCell = useCallback(
    (row: PlanRow, column: number) => {
      if (shown[column] === null)
        return <NotesCell row={row} elsewhere={cellsOf(row).elsewhere} names={names} />;
      const cell = cellAt(row, column);
      return cell === undefined ? null : <PlanCellView t={t} cell={cell} own={ownFields} />;
    },
    [cellAt, names, shown, t, ownFields],
  );
  const lookOf = useCallback(
    (row: PlanRow, column: number): CellLook => {
      if (shown[column] === null) return { title: remarks(t, row) || undefined };
      const source = sourceAt(row, column);
      const original = row.edited.find((one) => one.column === source)?.original;
      const cell = cellAt(row, column);
      const own =
        cell === undefined ? undefined : cell.doubts.length > 0 ? classes.doubtful : looks[cell.state];
      const className = original === undefined ? own : [own, classes.edited].filter(Boolean).join(' ');
      const lines = [
        cell === undefined ? '' : planCellTitle(t, cell, ownFields),
        original === undefined
          ? ''
          : t('imports.check.edited', { original: original || t('imports.check.empty') }),
      ];
      return { className, title: lines.filter(Boolean).join('\n') || undefined };
    },
    [cellAt, shown, sourceAt, t, ownFields],
  );

  const active = place === null || place.row < 0 ? undefined : pages.rowAt(place.row);
  const decideActive = (decision: Decision) => () => {
    if (active === undefined || !canDecide(active, decision)) return false;
    void decide(active, decision);
    return true;
  };
  const acceptRow = (row: PlanRow): void => void actions.accept([saidRow(plan?.keys ?? [], row)]);
  const list = { group: 'list', enabled: active !== undefined } as const;
  useKey('1', decideActive('create'), { ...list, label: t('imports.keys.create') });
  useKey('2', decideActive('update'), { ...list, label: t('imports.keys.update') });
  useKey('3', decideActive('skip'), { ...list, label: t('imports.keys.skip') });
  useKey(
    '4',
    () => {
      if (active?.status !== 'doubtful') return false;
      acceptRow(active);
      return true;
    },
    { ...list, label: t('imports.keys.accept') },
  );
  // The grid hears these itself; here they are told of.
  useKey('enter', () => false, { group: 'list', label: t('imports.keys.edit') });
  useKey('space', () => false, { group: 'list', label: t('imports.keys.detail') });

  if (counts === undefined) return null;
  const empty = !pages.loading && pages.total === 0;
  const busy = actions.planning.running || actions.editing.running;
  const setFilterTo = (value: PlanFilterValue, wanted = text): void => {
    setFilter(value);
    setText(wanted);
    setPlace(null);
  };
  const closeDetail = (): void => {
    setDetail(false);
    focusGrid();
  };
  const openPolicy = (column: number | null): void => {
    setPolicyMenu(column);
    if (column === null) focusGrid();
  };
  const onEnter = (at: GridPlace): void => {
    if (at.row === -1) openPolicy(at.column);
    else if (!startEditing(at)) setDetail(true);
  };
  return (
    <>
      <CheckTools
        work={work}
        counts={counts}
        filter={filter}
        text={text}
        busy={busy}
        onFilter={setFilterTo}
        onText={(wanted) => setFilterTo(filter, wanted)}
        actions={actions}
      />
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
                <Button variant="default" onClick={() => setFilterTo('all', '')}>
                  {t('imports.check.showAll')}
                </Button>
              }
            >
              {text === '' ? t('imports.check.emptyBody') : t('imports.check.notFound')}
            </EmptyState>
          </div>
        ) : (
          <SheetGrid<PlanRow>
            key={`${filter} ${text}`}
            gridRef={grid}
            label={t('imports.check.label')}
            widths={columns.widths}
            headHeight={48}
            leadWidth={names.length > 1 ? 248 : 168}
            corner={t('imports.columns.row')}
            renderHead={(column) => (
              <PlanHead
                column={shown[column] ?? null}
                columns={columns}
                counts={counts}
                opened={policyMenu === column}
                onOpen={(opened) => openPolicy(opened ? column : null)}
                onPolicy={(sources, policy) => {
                  openPolicy(null);
                  void actions.planAs((now) => setPolicy(now, sources, policy));
                }}
              />
            )}
            renderLead={renderLead}
            renderCell={renderCell}
            lookOf={lookOf}
            rowClass={rowClass}
            total={pages.total}
            rowAt={pages.rowAt}
            onRangeChange={pages.onRangeChange}
            place={place}
            onPlace={setPlace}
            editing={editing}
            renderEditor={() => (editor === null ? null : <CellEditor {...editor} />)}
            onEnter={onEnter}
            onSpace={() => setDetail((before) => !before)}
          />
        )}
        {detail && active !== undefined && (
          <div className={classes.panel}>
            <RowPanel
              row={active}
              names={names}
              onDecide={(decision) => void decide(active, decision)}
              onAccept={() => acceptRow(active)}
              onClose={closeDetail}
            />
          </div>
        )}
      </div>
      {followUp !== null && (
        <FollowUpBar value={followUp} busy={busy} onApply={() => void applyToOthers()} onClose={forget} />
      )}
    </>
  );
};
