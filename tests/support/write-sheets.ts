import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';

XLSX.set_cptable(codePages);

export type WrittenFormat = 'xlsx' | 'xlsb' | 'biff8' | 'biff5' | 'biff2' | 'ods' | 'xlml' | 'html';

/** A cell as SheetJS takes it: a value, or a number with its format, or an error by its number. */
export type WrittenCell =
  | string
  | number
  | boolean
  | null
  | { readonly v: number; readonly z: string }
  | { readonly t: 'e'; readonly v: number };

/**
 * The bytes of a file as a program that is not ours writes it: SheetJS, an independent reading of the same
 * standards.
 */
export function writeSheets(
  sheets: Readonly<Record<string, readonly (readonly WrittenCell[])[]>>,
  format: WrittenFormat,
  {
    epoch1904 = false,
    merged = [],
    hiddenSheets = [],
  }: { epoch1904?: boolean; merged?: readonly string[]; hiddenSheets?: readonly string[] } = {},
): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)));
    sheet['!merges'] = merged.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    WBProps: { date1904: epoch1904 },
    Sheets: Object.keys(sheets).map((name) => ({ Hidden: hiddenSheets.includes(name) ? 1 : 0 })),
  };
  const written: unknown = XLSX.write(book, {
    type: 'buffer',
    bookType: format,
    codepage: 936,
  } as XLSX.WritingOptions);
  if (!Buffer.isBuffer(written)) throw new TypeError('a file is bytes');
  return written;
}

const cellOf = (cell: WrittenCell): unknown =>
  cell !== null && typeof cell === 'object' && !('t' in cell) ? { t: 'n', ...cell } : cell;

/** A compound file with these streams. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, name, content);
  const written: unknown = XLSX.CFB.write(file, { type: 'buffer' });
  if (!Buffer.isBuffer(written)) throw new TypeError('a file is bytes');
  return written;
}
