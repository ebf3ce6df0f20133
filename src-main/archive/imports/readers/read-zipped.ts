import { ReadError } from './read-error.ts';
import type { FileFormat, ReaderOutput } from './messages.ts';
import { isOpenDocument, readOds } from './ods.ts';
import { readXlsb } from './xlsb.ts';
import { readXlsx } from './xlsx.ts';
import { findWorkbook } from './xlsx-parts.ts';
import { openZip } from './zip.ts';

/** Reads a workbook that is a zip file, by what is in it: .xlsx and .xlsm, .xlsb, or .ods. */
export async function readZipped(path: string, fileName: string, output: ReaderOutput): Promise<FileFormat> {
  const zip = await openZip(path, fileName);
  try {
    if (isOpenDocument(zip)) {
      await readOds(zip, fileName, output);
      return 'ods';
    }
    const found = await findWorkbook(zip, fileName);
    if (!found) throw new ReadError({ code: 'sheetUnsupported', name: fileName });
    const ending = /\.(?:xml|bin)$/iu.exec(found.workbook)?.[0].toLowerCase();
    if (ending === '.xml') {
      await readXlsx(zip, found, fileName, output);
      return 'xlsx';
    }
    if (ending === '.bin') {
      await readXlsb(zip, found, fileName, output);
      return 'xlsb';
    }
    throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  } finally {
    zip.close();
  }
}
