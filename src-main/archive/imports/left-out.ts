import type { leftOutReasons } from '../../../src-shared/imports.ts';
import { looksLikeCompany } from '../../../src-shared/company-names.ts';
import { isExample } from '../../../src-shared/template.ts';
import { unitFinder } from '../../../src-shared/unit-finder.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import { breathe } from '../long-work.ts';
import { correctionTargets } from './correction-columns.ts';
import type { Meaning } from './dictionary-entries.ts';
import { headerTexts, type HeaderRange } from './header-rows.ts';
import type { Headings } from './heading-rows.ts';
import type { Cell } from './readers/cells.ts';
import type { SheetCells } from './sheet-cut.ts';

export type LeftOutReason = (typeof leftOutReasons)[number];

/** Which rows of a sheet are customers, by position, and why the others are not, by row. */
export interface SortedRows {
  readonly data: Uint32Array;
  readonly leftOut: ReadonlyMap<number, LeftOutReason>;
}

/** Rows with more filled cells than these are no remarks; totals stand in the first of them. */
const fewCells = 3;

/** Rows between two turns of the event loop. */
const batch = 5_000;

/** More rows than these are not told apart one by one. */
export const mostLeftOut = 5_000;

/** What tells rows from each other: the columns that number them, and those that name somebody. */
export interface RowContext {
  readonly header: HeaderRange | null;
  /** By column; null where nothing is known. */
  readonly meanings: readonly (Meaning | null)[];
  /** Rows that say something of those below them. */
  readonly headings: Headings | null;
}

/** Sorts the rows of a sheet into data and what is left out: titles, header, totals, notes, blank and pasted headers. */
export async function sortRows(sheet: SheetCells, context: RowContext): Promise<SortedRows> {
  const { header, headings } = context;
  const leftOut = new Map<number, LeftOutReason>();
  const leave = (row: number, reason: LeftOutReason): void => {
    if (leftOut.size < mostLeftOut) leftOut.set(row, reason);
  };
  const start = header ? sheet.positionOf(header[0]) : 0;
  for (let position = 0; position < start; position++) {
    const row = sheet.rowAt(position);
    leave(row, headingReason(headings, row) === 'heading' ? 'heading' : 'title');
  }
  if (header) for (let row = header[0]; row <= header[1]; row++) leave(row, 'header');

  const from = header ? sheet.positionOf(header[1] + 1) : 0;
  const headers = header ? headerTexts(sheet, header) : [];
  const texts = headers.map((rows) => rows.at(-1) ?? '');
  const own = ownCells(sheet, headers);
  const rowContext = { ...context, width: sheet.columnCount, isAcross: mergedAcross(sheet) };
  const data = new Uint32Array(sheet.filledRows - from);
  let count = 0;
  let expected = header ? header[1] + 1 : 0;
  for (let position = from; position < sheet.filledRows; position++) {
    if (position % batch === 0) await breathe();
    const row = sheet.rowAt(position);
    for (; expected < row && leftOut.size < mostLeftOut; expected++) leave(expected, 'blank');
    expected = row + 1;
    const reason = headingReason(headings, row) ?? reasonOf(own, position, texts, rowContext);
    if (reason) leave(row, reason);
    else data[count++] = position;
  }
  return { data: data.subarray(0, count), leftOut };
}

/** Why a heading is none of the data; '' when it is, undefined for any other row. */
function headingReason(headings: Headings | null, row: number): LeftOutReason | '' | undefined {
  const text = headings?.texts.get(row);
  if (!headings || text === undefined) return undefined;
  if (headings.own.has(row)) return '';
  return headings.kind === 'company' && text !== '' ? 'heading' : 'note';
}

/** What tells rows from each other, with the shape of the table. */
interface TableContext extends RowContext {
  readonly width: number;
  /** Whether a row is merged across most of the table. */
  readonly isAcross: (position: number) => boolean;
}

/** Tells whether a row is merged across most of its table. */
export function mergedAcross(sheet: SheetCells): (position: number) => boolean {
  const wide = sheet.facts.merged.filter(
    ([, left, , right]) => right > left && (right - left + 1) * 2 > sheet.columnCount,
  );
  if (wide.length === 0) return () => false;
  const rows = new Set(wide.map(([top]) => top));
  return (position) => rows.has(sheet.rowAt(position));
}

type CellsAt = (position: number, most?: number) => Cell[];

/** The cells of a row, without what a file of leftovers says about the row: that is no part of it. */
function ownCells(sheet: SheetCells, headers: readonly (readonly string[])[]): CellsAt {
  const beside = correctionTargets(headers);
  if (beside.size === 0) return (position, most) => sheet.cellsAt(position, most);
  return (position, most) =>
    sheet
      .cellsAt(position)
      .filter(({ column }) => !beside.has(column))
      .slice(0, most);
}

/** Nearly every row is told by its first cells; making text of all the others would take most of the time. */
function reasonOf(
  cellsAt: CellsAt,
  position: number,
  texts: readonly string[],
  { meanings, width, isAcross }: TableContext,
): LeftOutReason | null {
  const some = cellsAt(position, fewCells + 1);
  const few = some.slice(0, fewCells);
  if (texts.length > 0 && few.length > 1) {
    const isSame = few.some((cell) => squeeze(cell.text) === squeeze(texts[cell.column] ?? ''));
    if (isSame && isHeaderAgain(cellsAt(position), texts)) return 'repeatedHeader';
  }
  if (few.some((cell) => cell.type === 'text' && isExample(cell.text))) return 'example';
  if (few.some(isTotalWord) && isTotal(cellsAt(position))) return 'total';
  if (few.some(isTotalOf) && isSum(cellsAt(position))) return 'total';
  if (some.length > fewCells) return null;
  if (few.every((cell) => meanings[cell.column] === 'serial' && /^\d+$/u.test(cell.text))) return 'blank';
  const isHeading = some.length === 1 && (isAcross(position) || isHeaderAgain(cellsAt(position + 1), texts));
  return isNote(few, { meanings, width }, isHeading) ? 'note' : null;
}

/** Whether a row is the header once more, whose last row is given by column. */
export function isHeaderAgain(cells: readonly Cell[], texts: readonly string[]): boolean {
  const same = cells.filter((cell) => squeeze(cell.text) === squeeze(texts[cell.column] ?? '')).length;
  return same >= 2 && same * 5 >= cells.length * 3;
}

const squeeze = (text: string): string => halfWidth(text).replace(/\s+/gu, '');

const total =
  /^(?:本页|本月|本年|全年|年度|人民币)?(?:合计|总计|小计|共计|累计|总和|汇总|总数)(?:人民币|金额|户数|人数|数量)?(?:\([元万户家人个]+\))?[:]?[\d.,]*[元户家个人条万位]*$|^(?:以上)?[共合总][计有]?[:]?\d+[元户家个人条位名台套笔单行]+(?:客户|会员)?$|^(?:grand|sub)?total[:]?[\d.,]*$/iu;

/** 华东区小计, 2023年合计: so far behind what it is the total of. */
const totalOf = /^.{1,12}(?:合计|总计|小计|共计)(?:\([元万户家人个]+\))?[:]?$/u;

/** Almost no text has a sign of one. */
const couldBeTotal = unitFinder((unit) => /[计共总汇累tｔ]/iu.test(unit));

/** Whether a text is 合计, 小计: 3户 or the like. */
export const isTotalText = (text: string): boolean =>
  text.length <= 30 && couldBeTotal(text) && total.test(squeeze(text));

const isTotalOf = ({ type, text }: Cell): boolean =>
  type === 'text' && text.length <= 20 && couldBeTotal(text) && totalOf.test(squeeze(text));

const isTotalWord = (cell: Cell): boolean => cell.type === 'text' && isTotalText(cell.text);

/** 合计 in one of the first filled cells, and hardly anything but numbers beside it. */
function isTotal(cells: readonly Cell[]): boolean {
  const words = cells.filter((cell) => cell.type === 'text' && !amount.test(cell.text)).length;
  return words <= 2;
}

const amount = /^[-+]?[\d.,¥￥%\s]+$/u;
const phone = /^(?:1[3-9]\d{9}|0\d{2,3}[-\s]?\d{7,8})$/u;

/** Nothing but amounts beside one text. */
const isSum = (cells: readonly Cell[]): boolean =>
  cells.length > 1 &&
  cells.filter(({ text }) => !amount.test(text)).length === 1 &&
  !cells.some(({ text }) => phone.test(text.trim()));

const noteStart =
  /^(?:说明|备注|注意|注|附注|附|提示|填表|填表人|填表说明|制表|制表人|审核|审核人|编制|编制人|打印时间|打印日期|统计时间|截止日期|截至|更新日期|第\s*\d+\s*页|page\s*\d+|note|notes)\s*(?:[:：,，\d]|$)/iu;

/** Whether a text is marked as a remark: 说明：…, 制表人. */
export const isNoteStart = (text: string): boolean => noteStart.test(halfWidth(text.trim()));

const names: ReadonlySet<Meaning | null> = new Set<Meaning | null>([
  'customerName',
  'companyName',
  'personName',
  'contactName',
]);

/** What a row can hold alone and still be somebody. */
const telling: ReadonlySet<Meaning | null> = new Set<Meaning | null>([
  'mobile',
  'phone',
  'email',
  'wechat',
  'qq',
  'identityNumber',
  'creditCode',
]);

/** 联系我们：0571-88012345, 制单人:小王: nobody is called like that. */
const says = (text: string): boolean => /^[^:：\d]{2,8}[:：]\s*\S/u.test(text);

/**
 * Remarks below or within a table: a marked text, or a single cell that names nobody.
 *
 * @param isHeading whether the row is merged across the table, or followed by the header once more.
 */
function isNote(
  cells: readonly Cell[],
  { meanings, width }: Pick<TableContext, 'meanings' | 'width'>,
  isHeading: boolean,
): boolean {
  const [first] = cells;
  if (!first || width < 2) return false;
  if (isNoteStart(first.text) && meanings[first.column] !== 'notes') return true;
  if (cells.length > 1) return false;
  const meaning = meanings[first.column] ?? null;
  const isLong = first.text.length > 40 || /[。；]/u.test(first.text);
  if (names.has(meaning)) return isLong || says(first.text) || (isHeading && !looksLikeCompany(first.text));
  if (first.type !== 'text') return false;
  // A lonely 210000 below 邮编 is a row without a name; words there are none of the column's.
  const isUnknown = meaning === null || meaning === 'serial' || meaning === 'unused';
  return isUnknown || isLong || (!telling.has(meaning) && /\p{L}/u.test(first.text));
}
