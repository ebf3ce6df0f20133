import type { SheetChunk } from '../../src-main/archive/imports/readers/cells.ts';
import type { Encoding, FileFacts } from '../../src-main/archive/imports/readers/messages.ts';
import { readContent } from '../../src-main/archive/imports/readers/read-content.ts';
import { ReadError } from '../../src-main/archive/imports/readers/read-error.ts';
import { Sheet } from '../../src-main/archive/imports/readers/sheet.ts';
import type { Failure } from '../../src-shared/failures.ts';
import { buildWorkbook, type TestCell, type TestSheet } from './build-workbook.ts';
import { temporaryFile } from './sheet-import.ts';

/** Reads a file as the worker does, without the worker. */
export async function readSheets(
  path: string,
  encoding: Encoding | null = null,
  { fileName = '客户.xlsx', delimiter = null }: { fileName?: string; delimiter?: string | null } = {},
): Promise<FileFacts & { sheets: Sheet[] }> {
  const sheets: Sheet[] = [];
  let chunks: SheetChunk[] = [];
  let [name, hidden] = ['', false];
  const facts = await readContent(
    { path, fileName, encoding, delimiter },
    {
      progress() {},
      beginSheet(sheetName, isHidden) {
        [name, hidden, chunks] = [sheetName, isHidden, []];
      },
      chunk: (chunk) => void chunks.push(chunk),
      endSheet: (sheetFacts) => void sheets.push(new Sheet(name, hidden, chunks, sheetFacts)),
    },
  );
  return { ...facts, sheets };
}

/** The sheet that these cells make. */
export async function sheetOf(
  rows: readonly (readonly TestCell[])[],
  sheet: Partial<TestSheet> & { epoch1904?: boolean; inline?: boolean } = {},
): Promise<Sheet> {
  const { epoch1904, inline, ...rest } = sheet;
  const file = buildWorkbook({
    sheets: [{ ...rest, rows }],
    epoch1904: epoch1904 ?? false,
    inline: inline ?? false,
  });
  const [read] = (await readSheets(temporaryFile('客户.xlsx', file))).sheets;
  if (!read) throw new Error('the workbook has no sheet');
  return read;
}

/** Cells of a sheet as `type:text`, by row and column; '' where nothing is. */
export function textsOf(sheet: Pick<Sheet, 'rowCount' | 'columnCount' | 'cellsOfRow'>): string[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) => {
    const texts = Array.from({ length: sheet.columnCount }, () => '');
    for (const { column, text } of sheet.cellsOfRow(row)) texts[column] = text;
    return texts;
  });
}

/** The failure that reading ends with. */
export async function readFailure(reading: Promise<unknown>): Promise<Failure> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof ReadError) return error.failure;
    throw error;
  }
  throw new Error('the file was read');
}
