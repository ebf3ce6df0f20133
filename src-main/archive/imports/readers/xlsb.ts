import { ReadError } from './read-error.ts';
import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import type { ReaderOutput } from './messages.ts';
import { plainNumber, readNumberFormat, type NumberFormat } from './number-formats.ts';
import { StringTable } from './string-table.ts';
import { readRecords, recordTypes, wideText } from './xlsb-records.ts';
import { readBinarySheet } from './xlsb-sheet.ts';
import type { SheetContext } from './xlsx-sheet.ts';
import { commonParts, worksheetPart, type ListedSheet, type Package } from './xlsx-parts.ts';
import { measuredZip, type CheckedZip } from './zip.ts';

/** Reads all worksheets of an .xlsb file: the package of an .xlsx with parts of binary records (MS-XLSB). */
export async function readXlsb(
  zip: CheckedZip,
  { workbook, related }: Package,
  fileName: string,
  output: ReaderOutput,
): Promise<void> {
  const sheets: ListedSheet[] = [];
  let epoch1904 = false;
  await readRecords(zip.open(workbook), (type, data) => {
    if (type === recordTypes.workbookProperties) epoch1904 = (data.readUInt32LE(0) & 1) === 1;
    if (type !== recordTypes.sheet) return;
    const id = wideText(data, 8);
    const part = worksheetPart(zip, related, id.text);
    if (part === null) return;
    sheets.push({ name: wideText(data, id.end).text, hidden: data.readUInt32LE(0) !== 0, part });
  });
  if (sheets.length === 0) throw new ReadError({ code: 'sheetEmpty', name: fileName });

  const { strings, styles } = commonParts(zip, related);
  const measured = measuredZip(zip, [styles, strings, ...sheets.map(({ part }) => part)], output);
  const context: SheetContext = {
    fileName,
    epoch1904,
    styles: styles ? await readStyles(measured.open(styles)) : [],
    strings: strings ? await readStrings(measured.open(strings), fileName) : null,
  };
  const budget: TextBudget = { used: 0 };
  for (const sheet of sheets) {
    output.beginSheet(sheet.name, sheet.hidden);
    const writer = new ChunkWriter(fileName, budget, (chunk) => output.chunk(chunk));
    const facts = await readBinarySheet(measured.open(sheet.part), context, writer);
    writer.end();
    output.endSheet(facts);
  }
}

async function readStrings(part: AsyncIterable<Uint8Array>, fileName: string): Promise<StringTable> {
  const strings = new StringTable(fileName);
  await readRecords(part, (type, data) => {
    // Its flags come first; runs of formats and readings follow the text.
    if (type === recordTypes.stringItem) strings.add(wideText(data, 1).text);
  });
  return strings;
}

async function readStyles(part: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: NumberFormat[] = [];
  let inCellStyles = false;
  await readRecords(part, (type, data) => {
    if (type === recordTypes.format) codes.set(data.readUInt16LE(0), wideText(data, 2).text);
    else if (type === recordTypes.beginCellStyles) inCellStyles = true;
    else if (type === recordTypes.endCellStyles) inCellStyles = false;
    else if (type === recordTypes.cellStyle && inCellStyles) {
      const id = data.readUInt16LE(2);
      styles.push(id === 0 ? plainNumber : readNumberFormat(id, codes.get(id)));
    }
  });
  return styles;
}
