import type { SheetCells } from './sheet-cut.ts';

/** First and last header row, 0-based in the sheet. */
export type HeaderRange = readonly [first: number, last: number];

/** UTF-16 units of a header's cell that are looked at. */
const longestHeader = 500;

/** No header has more rows. */
export const mostHeaderRows = 3;

/**
 * The header of each column as its rows from the top, without empty ones: `['联系人', '手机']`. A merged range
 * counts for all its columns, and once for its rows. Without merged ranges, a group stands above the columns to
 * its right as long as those have a second row of their own.
 */
export function headerTexts(sheet: SheetCells, [first, last]: HeaderRange): string[][] {
  const columns: string[][] = Array.from({ length: sheet.columnCount }, () => []);
  const merged = sheet.facts.merged.filter(([top, , bottom]) => top <= last && bottom >= first);
  for (let row = first; row <= last; row++) {
    const texts = rowTexts(sheet, row);
    for (const [top, left, , right] of merged) {
      if (top !== row) continue;
      for (let column = left + 1; column <= right && column < texts.length; column++) {
        texts[column] ||= texts[left] ?? '';
      }
    }
    if (merged.length === 0 && row < last) spreadGroups(texts, rowTexts(sheet, row + 1));
    for (const [column, text] of texts.entries()) {
      const above = columns[column];
      if (text !== '' && above && above.at(-1) !== text) above.push(text);
    }
  }
  return columns;
}

/** A header as one text: 联系人/手机. */
export const joinHeader = (rows: readonly string[]): string => rows.join('/');

function rowTexts(sheet: SheetCells, row: number): string[] {
  const texts = Array.from({ length: sheet.columnCount }, () => '');
  for (const cell of sheet.cellsOfRow(row)) texts[cell.column] = onOneLine(cell.text.slice(0, longestHeader));
  return texts;
}

/** A pattern with white space on both sides of the break would take minutes for a cell of nothing else. */
const onOneLine = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join('')
    : text.trim();

function spreadGroups(texts: string[], below: readonly string[]): void {
  let group = '';
  for (const [column, text] of texts.entries()) {
    if (below[column] === '') group = '';
    else if (text !== '') group = text;
    else texts[column] = group;
  }
}
