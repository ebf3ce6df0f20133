import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../src-main/archive/imports/readers/read-file.ts';
import { cell, sheetName, wide, xlsStream } from '../../tests/support/build-xls.ts';
import { compoundFile } from '../../tests/support/write-sheets.ts';
import { scratch } from '../bench-archive.ts';
import { processorMs, type Row } from '../measure.ts';
import { sheetFile } from './importing.ts';

/** What an .xls can hold, less the header. */
const mostRows = 65_000;

const label = 0x0204;

/** The rows of an .xlsx as an .xls of Excel 97, made once and kept for the next run. */
async function oldFile(path: string): Promise<string> {
  const old = join(scratch, `sheet-${mostRows}.xls`);
  if (existsSync(old)) return old;
  const [sheet] = (await readFile(path, 'sheet.xlsx')).sheets;
  if (!sheet) throw new Error('the sheet has no rows');
  const records = Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.cellsOfRow(row).map(({ column, text }) => cell(label, row, column, wide(text))),
  ).flat();
  writeFileSync(old, compoundFile({ Workbook: xlsStream(8, [], [{ name: sheetName('客户'), records }]) }));
  return old;
}

async function timeOf(path: string): Promise<number> {
  const before = processorMs();
  await readFile(path, 'sheet');
  return (processorMs() - before) / 1_000;
}

/** Reading an .xls as large as they can be, against reading the same rows from an .xlsx. */
export async function oldSheetRows(): Promise<Row[]> {
  const path = await sheetFile(mostRows, 'xlsx');
  const old = await oldFile(path);
  const against = await timeOf(path);
  const value = await timeOf(old);
  return [
    {
      what: `read ${mostRows.toLocaleString('en')} × 12 .xls`,
      value,
      unit: 's',
      against: { what: 'the same rows as .xlsx', value: against },
      limit: { text: '≤ 2 ×', holds: value <= 2 * against },
    },
  ];
}
