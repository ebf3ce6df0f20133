import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Sheet } from './sheet.ts';
import { sheetPart } from './xlsx-names.ts';
import { fixedParts } from './xlsx-parts.ts';
import { sheetXml } from './xlsx-sheet.ts';

/** Writes sheets as an .xlsx workbook (ECMA-376), streaming: memory does not grow with the rows. */
export const writeXlsx = async (path: string, ...sheets: readonly [Sheet, ...Sheet[]]): Promise<void> => {
  const zip = new ZipFile();
  const sources = sheets.map((sheet) =>
    Readable.from(sheetXml(sheet), { objectMode: true, highWaterMark: 2 }),
  );
  const output = createWriteStream(path, { flags: 'wx' });
  try {
    const names = sheets.map(({ name }) => name);
    for (const [name, content] of fixedParts(names)) zip.addBuffer(Buffer.from(content, 'utf8'), name);
    for (const [index, source] of sources.entries()) zip.addReadStream(source, sheetPart(index));
    zip.end();
    zip.outputStream.pipe(output);
    await new Promise<void>((resolve, reject) => {
      output.on('finish', resolve);
      // The zip passes on no error of what it reads.
      zip.on('error', reject);
      for (const source of sources) source.on('error', reject);
      zip.outputStream.on('error', reject);
      output.on('error', reject);
    });
  } finally {
    for (const source of sources) source.destroy();
    output.destroy();
    // Not events.once(): what is still to be written fails now, and that is no error of its own.
    if (!output.closed) await new Promise<void>((resolve) => void output.on('close', resolve));
  }
};
