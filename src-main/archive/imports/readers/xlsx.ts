import { ReadError } from './read-error.ts';
import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import type { ReaderOutput } from './messages.ts';
import { findParts, readStyles, type Package } from './xlsx-parts.ts';
import { readSheet, type SheetContext } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { measuredZip, type CheckedZip } from './zip.ts';

/** Reads all worksheets of an .xlsx or .xlsm file, one after the other. */
export async function readXlsx(
  zip: CheckedZip,
  found: Package,
  fileName: string,
  output: ReaderOutput,
): Promise<void> {
  const parts = await findParts(zip, found, fileName);
  if (parts.sheets.length === 0) throw new ReadError({ code: 'sheetEmpty', name: fileName });

  const entries = [parts.styles, parts.strings, ...parts.sheets.map((sheet) => sheet.part)];
  const measured = measuredZip(zip, entries, output);
  const context: SheetContext = {
    fileName,
    epoch1904: parts.epoch1904,
    styles: parts.styles ? await readStyles(measured, parts.styles, fileName) : [],
    strings: parts.strings ? await readSharedStrings(measured, parts.strings, fileName) : null,
  };
  const budget: TextBudget = { used: 0 };
  for (const sheet of parts.sheets) {
    output.beginSheet(sheet.name, sheet.hidden);
    const writer = new ChunkWriter(fileName, budget, (chunk) => output.chunk(chunk));
    const facts = await readSheet(measured.open(sheet.part), context, writer);
    writer.end();
    output.endSheet(facts);
  }
}
