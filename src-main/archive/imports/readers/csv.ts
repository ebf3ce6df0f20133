import { unguardCell } from '../../../../src-shared/exports-guard.ts';
import { ReadError } from './read-error.ts';
import { ChunkWriter } from './chunk-writer.ts';
import { parseRecords } from './csv-records.ts';
import { findDelimiter } from './delimiter.ts';
import type { Encoding, ReaderOutput } from './messages.ts';
import { decodeText, detectEncoding } from './text-encoding.ts';

/** Reads delimited text as a file with one sheet, named as the file without its ending. All cells are text. */
export function readCsv(
  bytes: Uint8Array,
  fileName: string,
  chosen: Encoding | null,
  output: ReaderOutput,
): { encoding: Encoding; delimiter: string } {
  const encoding = chosen ?? detectEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const start = text.slice(0, 8_192);
  if (chosen === null && (start.includes('\u0000') || isMarkup(start))) {
    throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  }
  const delimiter = findDelimiter(text);
  const writer = new ChunkWriter(fileName, { used: 0 }, (chunk) => output.chunk(chunk));
  output.beginSheet(fileName.replace(/\.[^.]*$/u, ''), false);
  let row = 0;
  let done = 0;
  for (const record of parseRecords(text.replace(/^sep=.\r?\n/iu, ''), delimiter)) {
    writer.beginRow(row++);
    for (const [column, field] of record.entries()) {
      writer.addText(column, 'text', withoutFormula(field));
      done += field.length + 1;
    }
    output.progress(done, text.length);
  }
  writer.end();
  output.endSheet({ merged: [], hiddenRows: [], hiddenColumns: [], epoch1904: false });
  return { encoding, delimiter };
}

/** Web pages, XML, PDF and rich text that are merely named as a table. */
const isMarkup = (start: string): boolean => /^\s*(?:<[a-z!?]|%PDF-|\{\\rtf)/iu.test(start);

/** `="00123"` and `'+86 …` are how exporting programs, ours among them, keep Excel from reading more into a cell. */
const withoutFormula = (field: string): string =>
  /^="((?:[^"]|"")*)"$/u.exec(field)?.[1]?.replaceAll('""', '"') ?? unguardCell(field);
