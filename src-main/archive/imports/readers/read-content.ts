import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { ReadError } from './read-error.ts';
import { detectFormat } from './detect-format.ts';
import { readLimits } from './limits.ts';
import type { FileFacts, ReaderOutput, ReadOrder } from './messages.ts';
import { readText } from './read-text.ts';
import { readZipped } from './read-zipped.ts';

/** Reads a file by its content, whatever its name says. Runs in the worker. */
export async function readContent(order: ReadOrder, output: ReaderOutput): Promise<FileFacts> {
  const { path, fileName: name } = order;
  const { size } = await stat(path);
  if (size > readLimits.fileBytes) {
    throw new ReadError({ code: 'sheetTooLarge', name, limit: 'bytes', max: readLimits.fileBytes });
  }
  if (size === 0) throw new ReadError({ code: 'sheetEmpty', name });

  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const detected = detectFormat(bytes);
  switch (detected) {
    case 'zip':
      return { format: await readZipped(path, name, output), encoding: null, delimiter: null, sha256 };
    case 'compound':
    case 'records': {
      // Few files are as old, so the others do not wait for its code.
      const { readXls } = await import('./xls.ts');
      readXls(bytes, detected === 'compound', name, output);
      return { format: 'xls', encoding: null, delimiter: null, sha256 };
    }
    case 'text':
      return { ...(await readText(bytes, order, output)), sha256 };
    case 'encrypted':
      throw new ReadError({ code: 'sheetEncrypted', name });
    default:
      throw new ReadError({ code: 'sheetUnsupported', name });
  }
}
