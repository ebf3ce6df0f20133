import { statSync } from 'node:fs';
import type { z } from 'zod';
import type { exportResultSchema } from '../../../src-shared/exports.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import {
  leftOutCauses,
  leftOutLabels,
  leftoverHeaders,
  type LeftoverReason,
  type leftoversExportSchema,
} from '../../../src-shared/import-batches.ts';
import { doubtLabels, type SheetLanguage } from '../../../src-shared/labels.ts';
import { writeBeside } from '../atomic-file.ts';
import { explain } from '../explain.ts';
import { codeCell, type Cell } from '../exports/cells.ts';
import type { Sheet } from '../exports/sheet.ts';
import { sheetNames } from '../exports/sheet-names.ts';
import { columnName } from '../exports/xlsx-text.ts';
import { writeXlsx } from '../exports/xlsx.ts';
import { refuseArchiveFiles } from '../own-files.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { getImport } from './batches.ts';
import type { SheetHead } from './sheet-head.ts';

interface StoredSheet {
  readonly id: number;
  readonly sheet: string;
  readonly head: string;
  readonly columns: number;
}

interface StoredRow {
  readonly code: string | null;
  readonly reasons: string;
  readonly cells: string;
}

/**
 * Writes the rows that an import left out or doubted as a workbook in the shape of the original: its sheets with their
 * headers and columns, all cells as text, doubtful ones coloured, and at the end the customer a row became and the
 * reasons in words. Corrected, it can be imported as it is.
 *
 * @throws FailureError `notFound change`, `nothingLeftOver`; with the target's path in it where writing fails
 */
export async function writeLeftovers(
  session: Session,
  { changeId, language, target: token }: z.infer<typeof leftoversExportSchema>,
): Promise<z.infer<typeof exportResultSchema>> {
  getImport(session, changeId);
  const target = session.files.writePath(token);
  const stored = prepared(
    session.sqlite,
    `select id, sheet, head, columns from importSheets s where changeId = ?
     and exists (select 1 from importLeftovers where sheetId = s.id) order by id`,
  ).all(changeId) as StoredSheet[];
  const names = sheetNames(stored.map(({ sheet }) => sheet));
  let rows = 0;
  const [first, ...others] = stored.map((sheet, index): Sheet => {
    const found = rowsOf(session, sheet.id);
    rows += found.length;
    return leftoverSheet(names[index] ?? sheet.sheet, sheet, found, language);
  });
  if (!first) throw new FailureError({ code: 'notFound', what: 'leftovers' });
  try {
    refuseArchiveFiles(session.folder, target);
    await writeBeside(target, (partial) => writeXlsx(partial, first, ...others));
    return { rows, sizeBytes: statSync(target).size };
  } catch (error) {
    throw new FailureError(explain(error, { path: target, log: session.log }), { cause: error });
  }
}

const rowsOf = ({ sqlite }: Session, sheetId: number): StoredRow[] =>
  prepared(
    sqlite,
    `select c.code, l.reasons, l.cells from importLeftovers l
     left join customers c on c.id = l.customerId and c.trashedAt is null where l.sheetId = ? order by l.id`,
  ).all(sheetId) as StoredRow[];

const batch = 500;
const [ownWidth, codeWidth, reasonWidth] = [16, 20, 48] as const;

function leftoverSheet(
  name: string,
  { head, columns }: StoredSheet,
  rows: readonly StoredRow[],
  language: SheetLanguage,
): Sheet {
  const { rows: original, merged, texts } = JSON.parse(head) as SheetHead;
  const { importedAs, reason } = leftoverHeaders[language];
  const last = Math.max(0, original.length - 1);
  const own = Array.from({ length: columns }, () => '');
  const down = (column: number): string => `${columnName(column)}1:${columnName(column)}${last + 1}`;
  return {
    name,
    columns: [
      ...own.map(() => ({ header: '', width: ownWidth, asText: true })),
      { header: importedAs, width: codeWidth, asText: true },
      { header: reason, width: reasonWidth },
    ],
    head: {
      rows: Array.from({ length: last + 1 }, (_, row) => [
        ...(original[row] ?? own),
        ...(row === 0 ? [importedAs, reason] : ['', '']),
      ]),
      merged: [
        ...merged.map(
          ([top, left, bottom, right]) => `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`,
        ),
        ...(last === 0 ? [] : [down(columns), down(columns + 1)]),
      ],
    },
    rows: inBatches(rows.map((row) => rowCells(row, texts, language))),
  };
}

function rowCells(
  { code, reasons, cells }: StoredRow,
  texts: readonly string[],
  language: SheetLanguage,
): Cell[] {
  const read = JSON.parse(reasons) as LeftoverReason[];
  const wrong = new Set(read.map(({ column }) => column));
  const own = (JSON.parse(cells) as string[]).map((text, column): Cell => {
    const cell = codeCell(text);
    return wrong.has(column) ? { type: 'code', text, tone: 'doubt' } : cell;
  });
  return [...own, codeCell(code ?? ''), codeCell(reasonText(read, texts, language))];
}

/** 手机：电话号码不对；… */
const reasonText = (
  reasons: readonly LeftoverReason[],
  texts: readonly string[],
  language: SheetLanguage,
): string => {
  const [colon, semicolon] = language === 'en' ? [': ', '; '] : ['：', '；'];
  const lines = reasons.map(({ column, reason }) => {
    const cause = leftOutCauses.find((one) => one === reason);
    if (cause !== undefined) return leftOutLabels[language][cause];
    const header = column === null ? '' : (texts[column] ?? '');
    const words: Record<string, string> = doubtLabels[language];
    return `${header === '' ? '' : header + colon}${words[reason] ?? ''}`;
  });
  return [...new Set(lines)].join(semicolon);
};

async function* inBatches(rows: readonly Cell[][]): AsyncGenerator<Cell[][]> {
  for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch);
}
