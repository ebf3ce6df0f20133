import { normaliseContext, normaliseRow } from '../../src-main/archive/imports/normalise.ts';
import type { RowDraft } from '../../src-main/archive/imports/row-draft.ts';
import { rowColumns, type MappedColumn } from '../../src-main/archive/imports/row-columns.ts';
import { headersOf, understandSheet } from '../../src-main/archive/imports/understand.ts';
import type { TestCell, TestSheet } from './build-workbook.ts';
import { sheetOf } from './read-sheets.ts';

/** A row as it would be imported, its fields beside what hangs on it; doubts as `column reason`. */
export type ReadRow = RowDraft['fields'] & Omit<RowDraft, 'fields'> & { readonly doubts: string[] };

/**
 * The rows of a sheet as they would be imported without touching a guess, before they are matched with anything.
 *
 * @param said what the owner says about columns, by index.
 */
export async function normalisedRows(
  rows: readonly (readonly TestCell[])[],
  sheet: Partial<TestSheet> & { epoch1904?: boolean } = {},
  said: Readonly<Record<number, Partial<MappedColumn>>> = {},
): Promise<ReadRow[]> {
  const read = await sheetOf(rows, sheet);
  const { understanding, rows: sorted } = await understandSheet(read, 0);
  const { header, kind } = understanding;
  const targets = understanding.columns.map(({ index, target, dateOrder }) => ({
    index,
    target,
    dateOrder: dateOrder?.order ?? undefined,
    yearLast: dateOrder?.yearLast,
    ...said[index],
  }));
  const columns = rowColumns(targets, headersOf(read, header), sheet.epoch1904 ? 1904 : 1900);
  const context = normaliseContext(columns, { kind, today: '2024-11-08' });
  return Array.from(sorted.data).flatMap((position): ReadRow[] => {
    const row = normaliseRow(read.cellsAt(position), context);
    if (!row) return [];
    const { fields, ...draft } = row.draft;
    const doubts = row.doubts().map(({ column, reason }) => `${column} ${reason}`);
    return [{ ...fields, ...draft, doubts }];
  });
}
