import type { Understanding } from '../../../src-shared/imports.ts';
import { gatherEvidence } from './column-evidence.ts';
import type { Meaning } from './dictionary-entries.ts';
import { readHeader } from './dictionary.ts';
import { headerTexts, type HeaderRange } from './header-rows.ts';
import { findHeader } from './header.ts';
import { sortRows, type SortedRows } from './left-out.ts';
import { mapColumns } from './mapping.ts';
import type { Sheet } from './readers/sheet.ts';

/** How a sheet is understood, with its rows sorted. */
export interface UnderstoodSheet {
  readonly understanding: Understanding;
  readonly rows: SortedRows;
}

/**
 * Understands a sheet: header, columns, kind of customers, and which rows are left out.
 *
 * @param chosen the user's own header; null for none, undefined to find it.
 */
export async function understandSheet(
  sheet: Sheet,
  index: number,
  chosen: HeaderRange | null | undefined,
): Promise<UnderstoodSheet> {
  const header = chosen === undefined ? findHeader(sheet) : clampedHeader(sheet, chosen);
  const headers = headersOf(sheet, header);
  const byHeader: (Meaning | null)[] = headers.map((rows) => readHeader(rows)?.meaning ?? null);
  // Once by the headers alone to look only at data, and again when the values have had their say.
  const first = await sortRows(sheet, { header, meanings: byHeader });
  const { columns, kind, meanings } = mapColumns(headers, await gatherEvidence(sheet, first.data));
  const rows = namesSame(byHeader, meanings) ? first : await sortRows(sheet, { header, meanings });
  return {
    rows,
    understanding: {
      sheet: index,
      header: header ? [...header] : null,
      columns,
      kind,
      dataRows: rows.data.length,
      leftOut: [...rows.leftOut].map(([row, reason]) => ({ row, reason })),
    },
  };
}

/** Whether values have changed nothing in how the columns are taken. */
const namesSame = (before: readonly (Meaning | null)[], after: readonly (Meaning | null)[]): boolean =>
  before.every((meaning, column) => meaning === after[column]);

/** The header of each column; empty ones where the sheet has none. */
export const headersOf = (sheet: Sheet, header: HeaderRange | null): string[][] =>
  header ? headerTexts(sheet, header) : Array.from({ length: sheet.columnCount }, () => []);

/** A header that someone chose, within the sheet and of at most ten rows. */
export function clampedHeader(sheet: Sheet, header: HeaderRange | null): HeaderRange | null {
  if (!header || sheet.rowCount === 0) return null;
  const first = Math.min(header[0], sheet.rowCount - 1);
  return [first, Math.min(Math.max(header[1], first), first + 9, sheet.rowCount - 1)];
}
