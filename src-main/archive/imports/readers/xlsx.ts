import { ReadError } from './read-error.ts';
import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import type { ReaderOutput } from './messages.ts';
import { findParts, readStyles } from './xlsx-parts.ts';
import { readSheet, type SheetContext } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { openZip } from './zip.ts';

/** Reads all worksheets of an .xlsx or .xlsm file, one after the other. */
export async function readXlsx(path: string, fileName: string, output: ReaderOutput): Promise<void> {
  const zip = await openZip(path, fileName);
  try {
    const parts = await findParts(zip, fileName);
    if (!parts) throw new ReadError({ code: 'sheetUnsupported', name: fileName });
    if (parts.sheets.length === 0) throw new ReadError({ code: 'sheetEmpty', name: fileName });

    const entries = [parts.styles, parts.strings, ...parts.sheets.map((sheet) => sheet.part)];
    const total = entries.reduce((sum, entry) => sum + (entry ? zip.sizeOf(entry) : 0), 0);
    let done = 0;
    const measured: typeof zip = {
      ...zip,
      async *open(name) {
        for await (const bytes of zip.open(name)) {
          yield bytes;
          done += bytes.length;
          output.progress(Math.min(done, total), total);
        }
      },
    };
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
  } finally {
    zip.close();
  }
}
