import { Alert, Button, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconEyeOff, IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetRow } from '../../../src-shared/imports.ts';
import { useApi } from '../../app/api.ts';
import { failureMessage } from '../../app/failures/failure-message.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { navigate } from '../../app/location.ts';
import { usePages } from '../../app/use-pages.ts';
import { formatWhen } from '../../kit/format.ts';
import { SheetGrid } from '../grid/sheet-grid.tsx';
import type { GridPlace } from '../grid/types.ts';
import page from '../imports.module.css';
import { alsoOf } from '../column-details.ts';
import {
  fileOf,
  hasName,
  includedSheets,
  keyOf,
  sheetInfo,
  sheetOf,
  targetOf,
  type ImportWork,
} from '../state.ts';
import type { ImportActions } from '../use-import.ts';
import { ColumnChip } from './column-chip.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { columnLetter, columnWidth, couldBeField, headerText } from './column-looks.ts';
import classes from './columns.module.css';
import { ColumnsTools } from './columns-tools.tsx';
import { DateQuestion } from './date-question.tsx';
import { HiddenNote } from './hidden-note.tsx';
import { LayoutNote } from './layout-note.tsx';
import { LostFieldsNote } from './lost-fields-note.tsx';
import { RowMenu, type RowMenuAt } from './row-menu.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { spansOf } from './spans.ts';
import { TablesNote } from './tables-note.tsx';

/** Rows in one page; a row can have 200 cells. */
const pageSize = 100;

const nothingMerged: never[] = [];
const renderCell = (row: SheetRow, column: number): string => row.cells[column] ?? '';
const rowClassOf =
  (withHidden: boolean) =>
  (row: SheetRow): string | undefined => {
    if (row.leftOut === null) return row.hidden && !withHidden ? classes.leftOut : undefined;
    return row.leftOut === 'header' || row.leftOut === 'repeatedHeader' ? classes.header : classes.leftOut;
  };

/** The sheet itself: what each column will become above it, and what is left out greyed in its place. */
export const ColumnsStep = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const sheet = sheetOf(work);
  const { readingId, understanding } = sheet;
  const { reading } = fileOf(work, readingId);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [menu, setMenu] = useState<number | null>(null);
  const [rowMenu, setRowMenu] = useState<RowMenuAt | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => grid.current?.focus({ preventScroll: true }), []);

  const rowsOf = (offset: number, limit: number) =>
    archive.imports.rows.queryOptions({
      input: { readingId, sheet: understanding.sheet, offset, limit },
      // Scrolling through 200,000 rows keeps those in sight, not all that were.
      gcTime: 30_000,
    });
  const pages = usePages(pageSize, rowsOf);
  // Headers lie among the first rows, and with them the merged cells that matter.
  const merged = useQuery(rowsOf(0, pageSize)).data?.merged ?? nothingMerged;

  const targets = useMemo(
    () => new Map(understanding.columns.map(({ index }) => [index, targetOf(sheet, index)])),
    [sheet, understanding],
  );
  // Widths stay while meanings change, or the sheet would move under the pointer.
  const widths = useMemo(
    () => understanding.columns.map((guess) => columnWidth(t, guess, guess.target)),
    [t, understanding],
  );
  const lookOf = useCallback(
    (row: SheetRow, column: number) => {
      const ignored = row.leftOut === null && targets.get(column)?.field === 'ignore';
      const text = row.cells[column] ?? '';
      return { className: ignored ? classes.ignored : undefined, title: text === '' ? undefined : text };
    },
    [targets],
  );
  const renderLead = useCallback(
    (row: SheetRow) => (
      <>
        <span>{row.row + 1}</span>
        {row.leftOut !== null && (
          <span className={classes.reason}>{t(`imports.leftOut.${row.leftOut}`)}</span>
        )}
        {row.leftOut === null && row.hidden && (
          <span className={classes.reason}>{t('imports.columns.hiddenRow')}</span>
        )}
      </>
    ),
    [t],
  );
  const spanOf = useMemo(() => spansOf(merged), [merged]);
  const rowClass = useMemo(() => rowClassOf(sheet.withHidden), [sheet.withHidden]);
  const hiddenColumns = new Set(understanding.hidden.columns);

  const openMenu = (column: number | null): void => {
    setMenu(column);
    if (column === null) grid.current?.focus({ preventScroll: true });
  };
  const setHeader = (header: [number, number] | null): void => {
    setRowMenu(null);
    void actions.understand(readingId, understanding.sheet, { header });
  };

  const renderHead = (column: number) => {
    const guess = understanding.columns[column];
    if (guess === undefined) return null;
    const target = targetOf(sheet, column);
    const header = headerText(t, guess);
    return (
      <>
        <ColumnChip
          guess={guess}
          target={target}
          also={alsoOf(sheet, column)}
          chosen={sheet.chosen.has(column)}
          opened={menu === column}
          onOpen={(opened) => openMenu(opened ? column : null)}
        >
          <ColumnMenu sheet={sheet} guess={guess} taken={targets} onClose={() => openMenu(null)} />
        </ColumnChip>
        <div className={classes.headerText} title={header}>
          {hiddenColumns.has(column) && (
            <Tooltip label={t('imports.columns.hiddenColumn')}>
              <IconEyeOff
                size={13}
                className={classes.hiddenSign}
                aria-label={t('imports.columns.hiddenColumn')}
              />
            </Tooltip>
          )}
          {columnLetter(column)} · {header}
        </div>
      </>
    );
  };

  const unknown = understanding.columns.filter(
    (guess) => couldBeField(guess) && targetOf(sheet, guess.index).field === 'ignore',
  ).length;
  const name = sheetInfo(work, sheet)?.name ?? '';
  const before = reading.importedBefore;
  const nameless = includedSheets(work).filter((one) => !hasName(one));
  const missing = nameless.length === 0 ? null : failureMessage(t, { code: 'nameColumnMissing' });
  const elsewhere = nameless.some((one) => keyOf(one) !== work.open)
    ? nameless.map((one) => sheetInfo(work, one)?.name ?? '').join(t('history.listSeparator'))
    : '';
  return (
    <>
      <ColumnsTools work={work} actions={actions} />
      {before !== null && (
        <div className={page.notice}>
          <Alert color="blue" py={6} icon={<IconInfoCircle size={18} />}>
            {t('imports.before', { when: formatWhen(before.at) })}{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => navigate(`/customers?changeId=${before.changeId}`)}
            >
              {t('imports.beforeShow')}
            </Button>
          </Alert>
        </div>
      )}
      <DateQuestion work={work} />
      {missing !== null && (
        <div className={page.notice}>
          <Alert color="yellow" py={6} icon={<IconAlertTriangle size={18} />} role="status">
            {elsewhere !== '' && t('imports.columns.inSheets', { sheets: elsewhere })}
            {`${missing.what} ${missing.next}`}
          </Alert>
        </div>
      )}
      <LayoutNote work={work} actions={actions} />
      <TablesNote sheet={sheet} actions={actions} />
      <LostFieldsNote sheet={sheet} />
      <HiddenNote sheet={sheet} />
      {pages.error !== null && (
        <div className={page.notice}>
          <FailurePanel error={pages.error} onRetry={pages.retry} />
        </div>
      )}
      <div className={page.work}>
        <SheetGrid<SheetRow>
          key={work.open}
          gridRef={grid}
          label={t('imports.columns.label', { sheet: name })}
          widths={widths}
          headHeight={58}
          leadWidth={104}
          corner={t('imports.columns.row')}
          renderHead={renderHead}
          headClass={(column) => (targets.get(column)?.field === 'ignore' ? classes.ignoredHead : undefined)}
          renderLead={renderLead}
          renderCell={renderCell}
          lookOf={lookOf}
          spanOf={spanOf}
          rowClass={rowClass}
          total={pages.total}
          rowAt={pages.rowAt}
          onRangeChange={pages.onRangeChange}
          place={place}
          onPlace={setPlace}
          onEnter={({ row, column }) => {
            if (row === -1) openMenu(column);
          }}
          onRowMenu={(row, at) => setRowMenu({ row, ...at })}
        />
      </div>
      <div className={classes.foot}>
        <SheetTabs work={work} actions={actions} />
        <span className={classes.hint}>
          {unknown === 0 ? t('imports.columns.hint') : t('imports.columns.unknown', { count: unknown })}
        </span>
      </div>
      <RowMenu
        at={rowMenu}
        header={understanding.header}
        onHeader={setHeader}
        onClose={() => setRowMenu(null)}
      />
    </>
  );
};
