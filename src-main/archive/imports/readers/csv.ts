import { unguardCell } from '../../../../src-shared/exports-guard.ts';
import { ChunkWriter } from './chunk-writer.ts';
import { parseRecords } from './csv-records.ts';
import { findDelimiter } from './delimiter.ts';
import { formulaText } from './formula-text.ts';
import type { ReaderOutput } from './messages.ts';
import { FactsCollector } from './sheet-facts.ts';

/**
 * Reads delimited text as a file with one sheet, named as the file without its ending. All cells are text.
 *
 * @param chosen the user's own choice of a delimiter; found by itself otherwise.
 * @returns the delimiter.
 */
export function readCsv(text: string, fileName: string, chosen: string | null, output: ReaderOutput): string {
  const delimiter = chosen ?? findDelimiter(text);
  const writer = new ChunkWriter(fileName, { used: 0 }, (chunk) => output.chunk(chunk));
  output.beginSheet(fileName.replace(/\.[^.]*$/u, ''), false);
  let row = 0;
  let done = 0;
  for (const record of parseRecords(text.replace(/^sep=.\r?\n/iu, ''), delimiter)) {
    writer.beginRow(row++);
    for (const [column, field] of record.entries()) {
      writer.addText(column, 'text', withoutGuard(field));
      done += field.length + 1;
    }
    output.progress(done, text.length);
  }
  writer.end();
  output.endSheet(new FactsCollector().facts());
  return delimiter;
}

/**
 * `="00123"`, `'13812345678` and `'+86 …` are how exporting programs, ours among them, keep Excel from reading more
 * into a cell.
 */
const withoutGuard = (field: string): string =>
  formulaText(field) ?? unguardCell(field).replace(/^'(?=\d{5,}\s*$)/u, '');
