import type { SheetPlan } from '../../../src-shared/import-plan.ts';
import { CellEdits } from './cell-edits.ts';
import { withCompanyAbove } from './company-above.ts';
import { dataRows } from './data-rows.ts';
import { readHeader } from './dictionary.ts';
import { findHeadings, withHeadings } from './headings.ts';
import type { HeldReading } from './held-imports.ts';
import { sortRows, type LeftOutReason } from './left-out.ts';
import { MergePolicies } from './merge-policies.ts';
import type { SheetMark } from './memory.ts';
import { normaliseContext, normaliseRow, type NormaliseContext } from './normalise.ts';
import type { OwnFieldOf } from './own-fields.ts';
import type { Cell } from './readers/cells.ts';
import { isInRanges } from './readers/sheet-facts.ts';
import { rowColumns } from './row-columns.ts';
import type { NormalisedRow } from './row-draft.ts';
import { cutSheet, type SheetCells } from './sheet-cut.ts';
import { clampedHeader, headersOf } from './understand.ts';

/** One sheet of a plan: which of its rows are customers, and how they are read. */
export interface PlanSource {
  readonly readingId: string;
  readonly fileName: string;
  readonly sha256: string;
  /** The chosen table of a sheet, or all of it. */
  readonly sheet: SheetCells;
  readonly input: SheetPlan;
  readonly context: NormaliseContext;
  /** Positions of the data rows in the sheet. */
  readonly positions: Uint32Array;
  /** By what the sheet is recognised the next time; null when it has nothing of the kind. */
  readonly mark: SheetMark | null;
  /** Why other rows of it are none, by row. */
  readonly leftOut: ReadonlyMap<number, LeftOutReason>;
  edits: CellEdits;
  readonly policies: MergePolicies;
  /** Place of its first row in the plan. */
  readonly start: number;
  /** The filled cells of a position as the file has them, in order. */
  readonly cellsAt: (position: number) => Cell[];
}

/** Prepares a sheet for a plan in which `start` rows stand before it. `today` as ISO date. */
export async function planSource(
  reading: HeldReading,
  whole: SheetCells,
  input: SheetPlan,
  { start, today, ownOf }: { start: number; today: string; ownOf: OwnFieldOf },
): Promise<PlanSource> {
  const cut = input.table ? cutSheet(whole, input.table) : whole;
  const header = clampedHeader(cut, input.header);
  const headings = input.asIs ? null : findHeadings(cut, header);
  const sheet = headings ? withHeadings(cut, header, headings, whole.columnCount) : cut;
  const headers = headersOf(sheet, header);
  const columns = rowColumns(input.columns, headers, sheet.facts.epoch1904 ? 1904 : 1900, ownOf);
  const meanings = headers.map((rows, column) => {
    const isName = columns.some((one) => one.column === column && one.field === 'name');
    return isName ? ('customerName' as const) : (readHeader(rows)?.meaning ?? null);
  });
  const cellsAt = dataRows(sheet, (header?.[1] ?? -1) + 1);
  const serials = meanings.flatMap((meaning, column) => (meaning === 'serial' ? [column] : []));
  const { data, leftOut } = await sortRows(cut, { header, meanings, headings });
  return {
    readingId: reading.id,
    fileName: reading.fileName,
    sha256: reading.file.sha256,
    sheet,
    input: { ...input, header: header && [...header] },
    context: normaliseContext(columns, { kind: input.kind, today }),
    positions: comingIn(sheet, data, input),
    mark: reading.marks.get(input.sheet) ?? null,
    leftOut,
    edits: new CellEdits(input),
    policies: new MergePolicies(input.columns),
    start,
    cellsAt: input.kind === 'company' ? withCompanyAbove(cellsAt, sheet, columns, serials) : cellsAt,
  };
}

/** The rows that come in: without those that the sheet hides, where that is wished. */
function comingIn(sheet: SheetCells, data: Uint32Array, { hiddenRows }: SheetPlan): Uint32Array {
  const hidden = hiddenRows === 'leaveOut' ? sheet.facts.hiddenRows : [];
  return hidden.length === 0 ? data : data.filter((position) => !isInRanges(hidden, sheet.rowAt(position)));
}

/** A row with what holds for all rows of its sheet. Null when it names nobody. */
export function readRow(source: PlanSource, cells: readonly Cell[]): NormalisedRow | null {
  const row = normaliseRow(cells, source.context);
  if (row === null || source.input.fixed.length === 0) return row;
  const { draft } = row;
  for (const { field, value } of source.input.fixed) {
    // Tags of a sheet are added whatever its columns do to tags, see `tagsOf` (settle.ts).
    if (field === 'tags') continue;
    if (field === 'notes') {
      draft.fields.notes = [draft.fields.notes ?? '', value].filter((text) => text !== '').join('\n');
    } else {
      draft.fields[field] ||= value.slice(0, 100);
    }
  }
  return row;
}
