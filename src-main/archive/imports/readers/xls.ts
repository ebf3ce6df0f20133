import { ReadError } from './read-error.ts';
import { readBiffSheet } from './biff-sheet.ts';
import { readBiffWorkbook } from './biff-workbook.ts';
import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import { CompoundFile } from './compound.ts';
import type { ReaderOutput } from './messages.ts';

/**
 * Reads a workbook of Excel 5 to 2003 or of WPS (.xls, .et), in its compound file, or without one as programs
 * write it that know only the records.
 *
 * @throws ReadError `sheetEncrypted`, and `sheetUnsupported` for other documents in compound files.
 */
export function readXls(bytes: Buffer, isCompound: boolean, fileName: string, output: ReaderOutput): void {
  const stream = isCompound ? new CompoundFile(bytes).read('Workbook', 'Book') : bytes;
  if (!stream) throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  const workbook = readBiffWorkbook(stream, fileName);
  const budget: TextBudget = { used: 0 };
  for (const sheet of workbook.sheets) {
    output.beginSheet(sheet.name, sheet.hidden);
    const writer = new ChunkWriter(fileName, budget, (chunk) => output.chunk(chunk));
    const facts = readBiffSheet(stream, sheet.at, workbook, writer, (done) =>
      output.progress(done, stream.length),
    );
    writer.end();
    output.endSheet(facts);
  }
}
