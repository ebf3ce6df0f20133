import { ReadError } from './read-error.ts';
import { readCsv } from './csv.ts';
import type { FileFacts, ReaderOutput, ReadOrder } from './messages.ts';
import { decodeText, detectEncoding } from './text-encoding.ts';

/** What a file begins with tells what kind of text it is. */
const startLength = 8_192;

/** Reads a file of text: a web page, a workbook in XML, or fields with something between them. */
export async function readText(
  bytes: Uint8Array,
  { fileName, encoding: chosen, delimiter }: ReadOrder,
  output: ReaderOutput,
): Promise<Omit<FileFacts, 'sha256'>> {
  const encoding = chosen ?? detectEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const start = text.slice(0, startLength);
  if (isMarkup(start)) {
    const [{ isHtml, readHtml }, { isXmlWorkbook, readXmlWorkbook }] = await Promise.all([
      import('./html.ts'),
      import('./xml-workbook.ts'),
    ]);
    if (isXmlWorkbook(start)) {
      readXmlWorkbook(text, fileName, output);
      return { format: 'xml', encoding, delimiter: null };
    }
    if (isHtml(start)) {
      readHtml(text, fileName, output);
      return { format: 'html', encoding, delimiter: null };
    }
    throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  }
  if ((chosen === null && start.includes('\u0000')) || isDocument(start)) {
    throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  }
  return { format: 'csv', encoding, delimiter: readCsv(text, fileName, delimiter, output) };
}

const isMarkup = (start: string): boolean => /^\s*<[a-z!?]/iu.test(start);

/** PDF, rich text and web archives that are merely named as a table. */
const isDocument = (start: string): boolean => /^\s*(?:%PDF-|\{\\rtf|MIME-Version:)/iu.test(start);
