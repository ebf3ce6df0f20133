import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Sheet } from './sheet.ts';
import { fixedParts, sheetPart, sheetXml } from './xlsx-parts.ts';

/** Writes a sheet as an .xlsx workbook (ECMA-376), streaming: memory does not grow with the rows. */
export const writeXlsx = async (path: string, sheet: Sheet): Promise<void> => {
  const zip = new ZipFile();
  const source = Readable.from(sheetXml(sheet), { objectMode: true, highWaterMark: 2 });
  const output = createWriteStream(path, { flags: 'wx' });
  try {
    for (const [name, content] of fixedParts(sheet.name)) zip.addBuffer(Buffer.from(content, 'utf8'), name);
    zip.addReadStream(source, sheetPart);
    zip.end();
    zip.outputStream.pipe(output);
    await new Promise<void>((resolve, reject) => {
      output.on('finish', resolve);
      // The zip passes on no error of what it reads.
      zip.on('error', reject);
      source.on('error', reject);
      zip.outputStream.on('error', reject);
      output.on('error', reject);
    });
  } finally {
    source.destroy();
    output.destroy();
    // Not events.once(): what is still to be written fails now, and that is no error of its own.
    if (!output.closed) await new Promise<void>((resolve) => void output.on('close', resolve));
  }
};
