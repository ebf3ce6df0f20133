import { halfWidth } from '../../../src-shared/width.ts';
import type { Meaning } from './dictionary-entries.ts';
import { isHeaderWord, readHeader } from './dictionary.ts';
import { headerTexts, type HeaderRange } from './header-rows.ts';
import { findHeader } from './header.ts';
import type { Cell } from './readers/cells.ts';
import { cutSheet, wholeArea, type Area, type SheetCells } from './sheet-cut.ts';
import { shapeOf } from './value-shapes.ts';

/** A table on a sheet. */
export interface Table extends Area {
  readonly header: HeaderRange | null;
  /** Filled rows below the header. */
  readonly rows: number;
}

/** Gaps further down a sheet separate no tables: who leaves every second row blank has one. */
const mostBlocks = 300;
const mostTables = 20;

/** Meanings of columns that name customers; a table of customers has one of them. */
const naming: ReadonlySet<Meaning> = new Set<Meaning>([
  'customerName',
  'companyName',
  'personName',
  'contactName',
]);

/** Meanings of columns that name somebody who is nobody's contact. */
const nobodys: ReadonlySet<Meaning> = new Set([...naming].filter((meaning) => meaning !== 'contactName'));

/**
 * The tables of a sheet, from the top and from the left: separated by blank rows or columns, by a header of other columns
 * right below the one before, or by their headers that
 * repeat each other, each with a header of its own. What has none belongs to the table above or to the left of it, and so does a header that stands there again, as in
 * pasted prints. Nearly every sheet is one table.
 */
export function findTables(sheet: SheetCells): Table[] {
  if (sheet.filledRows === 0) return [];
  const below = splitRows(sheet, wholeArea(sheet));
  const areas = below.flatMap((area) => {
    const beside = splitColumns(sheet, area);
    return beside.length === 1 ? beside : beside.flatMap((part) => splitRows(sheet, part));
  });
  const [only] = areas;
  if (areas.length < 2 && only) return [tableOf(sheet, only)];
  return areas.slice(0, mostTables).map((area) => tableOf(sheet, area));
}

/** The largest of the tables that name customers. */
export function likeliestTable(sheet: SheetCells, tables: readonly Table[]): number {
  const rank = (table: Table): number => (namingsOf(sheet, table).size > 0 ? 1e9 : 0) + table.rows;
  return tables.reduce((best, table, index) => {
    const known = tables[best];
    return known && rank(known) >= rank(table) ? best : index;
  }, 0);
}

function tableOf(sheet: SheetCells, area: Area): Table {
  const cut = cutSheet(sheet, area);
  const header = findHeader(cut);
  const bottom = Math.max(area.top, cut.rowCount - 1);
  return { ...area, bottom, header, rows: cut.filledRows - (header ? cut.positionOf(header[1] + 1) : 0) };
}

/** Cuts an area where a blank row, or another header, is followed by another table. */
function splitRows(sheet: SheetCells, area: Area): Area[] {
  const cut = cutSheet(sheet, area);
  const starts = blockStarts(cut);
  if (starts.length < 2) return [area];
  const tops: number[] = [];
  let current: string | null = null;
  // Blocks above a header that have none are its title, unless a table has begun already.
  let pending: number | null = null;
  let columns: readonly (readonly string[])[] = [];
  for (const [index, start] of starts.entries()) {
    const end = (starts[index + 1] ?? cut.rowCount) - 1;
    const block = cutSheet(cut, { ...area, top: start, bottom: end });
    const header = ownHeader(block) ?? phoneList(block, columns);
    if (header === null) {
      pending ??= index > 0 && isTitle(cut, start, end) ? start : null;
      continue;
    }
    if (current === null) tops.push(area.top);
    else if (header !== current) tops.push(pending ?? start);
    const range = header === current ? null : findHeader(block);
    if (range) columns = headerTexts(block, range);
    current = header;
    pending = null;
  }
  return tops.length < 2
    ? [area]
    : tops.map((top, index) => ({ ...area, top, bottom: (tops[index + 1] ?? area.bottom + 1) - 1 }));
}

/** The rows at which something stands again after a blank row, or where another header could be. */
function blockStarts(sheet: SheetCells): number[] {
  const starts: number[] = [];
  const start = (row: number): void => {
    if ((starts.at(-1) ?? -1) < row) starts.push(row);
  };
  for (let position = 0; position < sheet.filledRows && starts.length < mostBlocks; position++) {
    const row = sheet.rowAt(position);
    if (position === 0 || row > sheet.rowAt(position - 1) + 1) start(row);
    else if (couldBeHeader(sheet, position)) {
      const isBelowTitle = position > 1 && sheet.columnsAt(position - 1).length === 1;
      start(isBelowTitle ? row - 1 : row);
      start(row);
    }
  }
  return starts;
}

/** Whether a row begins with two words of headers; asked for every row of a sheet. */
function couldBeHeader(sheet: SheetCells, position: number): boolean {
  const [first] = sheet.cellsAt(position, 1);
  if (first?.type !== 'text' || !isHeaderWord(first.text)) return false;
  const [, second] = sheet.cellsAt(position, 2);
  return second?.type === 'text' && isHeaderWord(second.text);
}

const isTitle = (sheet: SheetCells, first: number, last: number): boolean =>
  last - first < 3 &&
  Array.from({ length: last - first + 1 }, (_, at) => sheet.cellsOfRow(first + at)).every(
    (cells) => cells.length <= 2,
  );

/** The header of a block as one text; null without one that certainly is. */
function ownHeader(block: SheetCells): string | null {
  const header = findHeader(block);
  if (header === null || block.rowCount <= header[1] + 1) return null;
  // A header further down belongs to a block of data with a stray header in it.
  if (block.positionOf(header[0]) > 4) return null;
  const texts = headerTexts(block, header).filter((rows) => rows.length > 0);
  const known = texts.map((rows) => readHeader(rows)).filter((read) => (read?.confidence ?? 0) >= 0.75);
  const names = known.some((read) => read !== null && naming.has(read.meaning));
  if (!names || known.length < 2 || known.length * 2 < texts.length) return null;
  return texts.map((rows) => halfWidth(rows.join('/')).replace(/\s+/gu, '')).join('|');
}

/**
 * The header of a list of phones that stands below a table of other columns, 配送司机 and 电话, though it names no customers; null
 * for anything else.
 *
 * @param columns the headers of the table above.
 */
function phoneList(block: SheetCells, columns: readonly (readonly string[])[]): string | null {
  const [cells, below] = [block.cellsAt(0), block.cellsAt(1)];
  if (columns.length === 0 || cells.length < 2 || cells.some(({ type }) => type !== 'text')) return null;
  const shapes = cells.map(shapeOf);
  if (shapes.some((shape) => shape !== 'text')) return null;
  const isPhone = ({ column, text }: Cell): boolean => {
    const meaning = readHeader([text])?.meaning;
    const value = below.find((cell) => cell.column === column);
    const shape = value ? shapeOf(value) : null;
    const isOther = columns[column]?.at(-1) !== text.trim();
    return (
      isOther && (meaning === 'phone' || meaning === 'mobile') && (shape === 'mobile' || shape === 'phone')
    );
  };
  return cells.some(isPhone) ? cells.map(({ text }) => text.trim()).join('|') : null;
}

/** Cuts an area where a blank column is followed by another table. */
function splitColumns(sheet: SheetCells, area: Area): Area[] {
  const cut = cutSheet(sheet, area);
  const parts: Area[] = [];
  for (const [left, right] of filledSpans(cut, area)) {
    const part = { ...area, left, right };
    const before = parts.at(-1);
    if (before && !isBeside(sheet, before, part)) parts[parts.length - 1] = { ...before, right };
    else parts.push(part);
  }
  return parts.length < 2 ? repeatedParts(cut, area) : parts;
}

/**
 * The columns of a list that is printed in several groups beside each other to save paper, 姓名 电话 姓名 电话: each group
 * is a list of its own, or the second person of a row would be taken for a contact of the first.
 */
function repeatedParts(cut: SheetCells, area: Area): Area[] {
  const header = findHeader(cut);
  if (!header) return [area];
  const columns = headerTexts(cut, header)
    .map((rows, column) => ({ column, key: halfWidth(rows.join('/')).replace(/\s+/gu, ''), rows }))
    .filter(({ column }) => column >= area.left);
  while (columns.at(-1)?.key === '') columns.pop();
  const [first] = columns;
  if (!first || first.key === '') return [area];
  const width = columns.findIndex(({ key }, at) => at > 1 && key === first.key);
  const isPeriodic =
    width > 0 &&
    columns.length % width === 0 &&
    columns.every(({ key }, at) => key === (columns[at % width]?.key ?? ''));
  const names = columns
    .slice(0, width)
    .some(({ rows }) => nobodys.has(readHeader(rows)?.meaning ?? 'unused'));
  if (!isPeriodic || !names) return [area];
  return Array.from({ length: columns.length / width }, (_, at) => {
    const left = first.column + at * width;
    return { ...area, left, right: left + width - 1 };
  });
}

/** First and last columns of what is separated by columns without a single cell. */
function filledSpans(sheet: SheetCells, { left, right }: Area): [number, number][] {
  const filled = new Uint8Array(sheet.columnCount);
  for (let position = 0; position < sheet.filledRows; position++) {
    for (const column of sheet.columnsAt(position)) filled[column] = 1;
  }
  const spans: [number, number][] = [];
  for (let column = left; column <= Math.min(right, sheet.columnCount - 1); column++) {
    if (filled[column] !== 1) continue;
    const last = spans.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else spans.push([column, column]);
  }
  return spans;
}

/**
 * Whether a part beside another is a table of its own and not more columns of the same one: both name customers, and do
 * so with the same words or over other rows.
 */
function isBeside(sheet: SheetCells, before: Area, part: Area): boolean {
  const [first, second] = [before, part].map((area) => cutSheet(sheet, area));
  if (!first || !second || ownHeader(first) === null || ownHeader(second) === null) return false;
  const [one, other] = [namingsOf(sheet, before), namingsOf(sheet, part)];
  const isSame = [...one].some((meaning) => other.has(meaning));
  const [shorter = 0, longer = 0] = [first.filledRows, second.filledRows].toSorted((a, b) => a - b);
  const namesCustomers = [one, other].every((meanings) =>
    [...meanings].some((name) => name !== 'contactName'),
  );
  return namesCustomers && (isSame || shorter * 10 < longer * 9);
}

function namingsOf(sheet: SheetCells, area: Area): Set<Meaning | null> {
  const cut = cutSheet(sheet, area);
  const header = findHeader(cut);
  const meanings = header ? headerTexts(cut, header).map((rows) => readHeader(rows)?.meaning ?? null) : [];
  return new Set(meanings.filter((meaning) => meaning !== null && naming.has(meaning)));
}
