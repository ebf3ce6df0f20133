import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { guardCell } from '../../../src-shared/exports-guard.ts';
import { localTime, type Cell } from './cells.ts';
import type { Sheet } from './sheet.ts';

export type TextEncoding = 'utf-8' | 'gb18030';

/**
 * Writes a sheet as comma-separated values (RFC 4180: CRLF, quotes where needed), in UTF-8 with the byte order
 * mark that Excel needs to see it, or in GB18030.
 */
export const writeCsv = async (path: string, sheet: Sheet, encoding: TextEncoding): Promise<void> => {
  const output = createWriteStream(path, { flags: 'wx' });
  const done = finished(output);
  // Its end is awaited below; a failure before that comes out of the loop.
  done.catch(() => {});
  const encode = (text: string): Buffer =>
    encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8');
  try {
    if (encoding === 'utf-8') output.write('\uFEFF');
    output.write(encode(line(sheet.columns.map(({ header }) => header))));
    for await (const rows of sheet.rows) {
      const text = rows.map((cells) => line(cells.map(cellText))).join('');
      if (!output.write(encode(text))) await Promise.race([once(output, 'drain'), done]);
    }
    output.end();
    await done;
  } finally {
    output.destroy();
    await done.catch(() => {});
  }
};

const cellText = (cell: Cell): string => {
  if (cell.type === 'empty') return '';
  if (cell.type === 'number') return String(cell.value);
  if (cell.type === 'date') return cell.date;
  if (cell.type === 'time') return localTime(cell.at);
  return guardCell(cell.text);
};

// Semicolons and tabs separate where another list separator is set in Windows; quoted they do not anywhere.
const needsQuotes = /[",;\t\r\n]|^\s|\s$/u;

const line = (fields: readonly string[]): string =>
  `${fields.map((field) => (needsQuotes.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
