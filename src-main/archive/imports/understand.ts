import type { CustomKey } from '../../../src-shared/custom-fields.ts';
import type { ColumnGuess, Layout, Understanding } from '../../../src-shared/imports.ts';
import { gatherEvidence } from './column-evidence.ts';
import type { Meaning } from './dictionary-entries.ts';
import { readHeader } from './dictionary.ts';
import { headerTexts, type HeaderRange } from './header-rows.ts';
import { findHeader } from './header.ts';
import type { Headings } from './heading-rows.ts';
import { headingGuess, mappedHeader } from './heading-column.ts';
import { findHeadings, withHeadings } from './headings.ts';
import { mostLeftOut, sortRows, type LeftOutReason, type SortedRows } from './left-out.ts';
import { mapColumns } from './mapping.ts';
import { isInRanges } from './readers/sheet-facts.ts';
import { joinTables, tablesAlike } from './layouts/joined.ts';
import { layOut } from './layouts/lay-out.ts';
import type { LaidOut } from './layouts/laid-out.ts';
import { cutSheet, wholeArea, type SheetCells } from './sheet-cut.ts';
import { findTables, likeliestTable, type Table } from './tables.ts';

/** What is known besides the sheet. */
export interface SheetContext {
  /** The archive's custom fields by their names. */
  readonly own?: ReadonlyMap<string, CustomKey>;
  /** Between the fields of a text file; null for any other. */
  readonly delimiter?: string | null;
}

/** How a sheet is understood, with its rows sorted. */
export interface UnderstoodSheet {
  /** The sheet as it is shown. */
  readonly whole: SheetCells;
  /** The chosen table of it, with what its headings say; all of it where there is only one. */
  readonly cells: SheetCells;
  readonly understanding: Understanding;
  readonly rows: SortedRows;
}

/** What someone said about a sheet before it is understood. */
export interface SheetChoice {
  /** Null for no header, undefined to find it. */
  readonly header?: HeaderRange | null | undefined;
  /** Which of its tables; null for the whole sheet as one, undefined for the likeliest. */
  readonly table?: number | null | undefined;
  /** Without what is found of its layout. */
  readonly asIs?: boolean | undefined;
  /** With its tables of one header put together. */
  readonly joined?: boolean | undefined;
}

/**
 * Understands a sheet: its tables, and of the chosen one header, columns, kind of customers, and which rows are left out.
 *
 * @param written the sheet as it stands in its file.
 */
export async function understandSheet(
  written: SheetCells,
  index: number,
  { header: chosen, table: chosenTable, asIs = false, joined = false }: SheetChoice = {},
  { own = noFields, delimiter = null }: SheetContext = {},
): Promise<UnderstoodSheet> {
  const laidOut = layOut(written, delimiter);
  const found = laidOut ? [] : findTables(written);
  const join = joined ? joinTables(written, found) : null;
  const isMade = join !== null || (laidOut !== null && !asIs);
  const sheet = join?.sheet ?? (laidOut && !asIs ? laidOut.sheet : written);
  const tables = isMade ? [asTable(sheet)] : laidOut ? findTables(sheet) : found;
  const alike = join?.count ?? tablesAlike(written, found).length;
  const table = chosenTable === undefined ? likeliestTable(sheet, tables) : chosenTable;
  const area = tables.length > 1 && table !== null ? tables[table] : undefined;
  const cut = area ? cutSheet(sheet, area) : sheet;
  const header =
    chosen === undefined ? headerOf(cut, area ? [] : tables, isMade) : clampedHeader(cut, chosen);
  const rowsAbove = laidOut ? null : findHeadings(cut, header);
  const headings = asIs ? null : rowsAbove;
  const column = sheet.columnCount;
  const cells = headings ? withHeadings(cut, header, headings, column) : cut;
  const headers = headersOf(cells, header);
  if (headings) headers[column] = mappedHeader(headings);
  const byHeader: (Meaning | null)[] = headers.map((rows) => readHeader(rows)?.meaning ?? null);
  // Once by the headers alone to look only at data, and again when the values have had their say.
  const first = await sortRows(cut, { header, meanings: byHeader, headings });
  const evidence = await gatherEvidence(cells, first.data);
  const { columns, kind, meanings } = mapColumns(headers, evidence, own);
  if (headings) columns[column] = headingGuess(headings, columns[column], evidence[column], own);
  const rows = namesSame(byHeader, meanings) ? first : await sortRows(cut, { header, meanings, headings });
  const leftOut = area ? withOtherTables(sheet, cells, rows.leftOut) : rows.leftOut;
  return {
    whole: sheet,
    cells,
    rows: { data: rows.data, leftOut },
    understanding: {
      sheet: index,
      header: header ? [...header] : null,
      tables: tables.map(({ top, left, bottom, right, header: own }) => ({
        top,
        left,
        bottom,
        right,
        header: own && [...own],
      })),
      table: area ? (table ?? null) : tables.length === 1 ? 0 : null,
      alike: alike > 0 ? { count: alike, joined: join !== null } : null,
      layout:
        (laidOut && madeLayout(laidOut, !asIs)) ?? (rowsAbove && headingLayout(rowsAbove, column, !asIs)),
      columns: Array.from(
        { length: Math.max(sheet.columnCount, cells.columnCount) },
        (_, index) => columns[index] ?? outside(index),
      ),
      newFields: [],
      kind,
      dataRows: rows.data.length,
      hidden: hiddenOf(cells, rows.data),
      leftOut: [...leftOut].map(([row, reason]) => ({ row, reason })),
    },
  };
}

const headingLayout = (headings: Headings, column: number, taken: boolean): Layout => ({
  type: 'headings',
  taken,
  headings: headings.kind,
  column: taken ? column : null,
  count: [...headings.texts.values()].filter((text) => text !== '').length,
  example: short([...headings.texts.values()][0] ?? ''),
  aside: [],
});

const madeLayout = ({ type, count, example, aside }: LaidOut, taken: boolean): Layout => ({
  type,
  taken,
  headings: null,
  column: null,
  count,
  example: short(example),
  aside: aside.slice(0, 20).map(short),
});

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A sheet that was made as one table, with its header in the first row. */
const asTable = (sheet: SheetCells): Table => ({
  ...wholeArea(sheet),
  header: [0, 0],
  rows: sheet.filledRows - 1,
});

const noFields: ReadonlyMap<string, CustomKey> = new Map();

/** Several tables taken as one have the header of the first. */
const headerOf = (cells: SheetCells, tables: readonly Table[], isMade: boolean): HeaderRange | null =>
  tables.length > 1 || isMade ? (tables[0]?.header ?? null) : findHeader(cells);

/** A column outside the chosen table. */
const outside = (index: number): ColumnGuess => ({
  index,
  header: '',
  target: { field: 'ignore', contact: null },
  also: [],
  policy: null,
  options: [],
  confidence: 0,
  reason: 'none',
  samples: [],
  filled: 0,
  dateOrder: null,
  newField: null,
  lost: null,
});

/** The rows that are left out of a table, with those of the other tables of its sheet. */
function withOtherTables(
  sheet: SheetCells,
  cells: SheetCells,
  leftOut: SortedRows['leftOut'],
): Map<number, LeftOutReason> {
  const all = new Map<number, LeftOutReason>();
  for (let position = 0; position < sheet.filledRows && all.size < mostLeftOut; position++) {
    const row = sheet.rowAt(position);
    if (cells.rowAt(cells.positionOf(row)) !== row) all.set(row, 'otherTable');
  }
  for (const [row, reason] of leftOut) {
    if (!all.has(row) && all.size < mostLeftOut) all.set(row, reason);
  }
  return new Map([...all].toSorted(([a], [b]) => a - b));
}

/** What the sheet hides of what would come in. */
function hiddenOf(sheet: SheetCells, data: Uint32Array): Understanding['hidden'] {
  const { hiddenRows, hiddenColumns, filtered } = sheet.facts;
  let rows = 0;
  if (hiddenRows.length > 0)
    for (const position of data) if (isInRanges(hiddenRows, sheet.rowAt(position))) rows++;
  const columns = Array.from({ length: sheet.columnCount }, (_, column) => column);
  return {
    rows,
    columns: columns.filter((column) => isInRanges(hiddenColumns, column)),
    filtered: filtered && rows > 0,
  };
}

/** Whether values have changed nothing in how the columns are taken. */
const namesSame = (before: readonly (Meaning | null)[], after: readonly (Meaning | null)[]): boolean =>
  before.every((meaning, column) => meaning === after[column]);

/** The header of each column; empty ones where the sheet has none. */
export const headersOf = (sheet: SheetCells, header: HeaderRange | null): string[][] =>
  header ? headerTexts(sheet, header) : Array.from({ length: sheet.columnCount }, () => []);

/** A header that someone chose, within the sheet and of at most ten rows. */
export function clampedHeader(sheet: SheetCells, header: HeaderRange | null): HeaderRange | null {
  if (!header || sheet.rowCount === 0) return null;
  const first = Math.min(header[0], sheet.rowCount - 1);
  return [first, Math.min(Math.max(header[1], first), first + 9, sheet.rowCount - 1)];
}
