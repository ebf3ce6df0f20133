import { ReadError } from './read-error.ts';
import { biffTypes, endOf, isBeginning, recordAt, withContinued } from './biff-records.ts';
import { biffText, codePageOf, ContinuedReader, usualCodePage, type BiffEncoding } from './biff-text.ts';
import { plainNumber, readNumberFormat, type NumberFormat } from './number-formats.ts';
import { StringTable } from './string-table.ts';

/** A sheet as the workbook lists it. */
export interface BiffSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where in the stream it begins. */
  readonly at: number;
}

/** What an .xls workbook says before its sheets. */
export interface BiffWorkbook {
  readonly encoding: BiffEncoding;
  readonly epoch1904: boolean;
  readonly strings: StringTable;
  readonly styles: readonly NumberFormat[];
  readonly sheets: readonly BiffSheet[];
}

/** Kinds of streams that a beginning names. */
const worksheet = 0x10;

/**
 * Reads what stands before the sheets.
 *
 * @param fileName stands in failures, and names the only sheet of a stream without a workbook.
 * @throws ReadError `sheetEncrypted`, `sheetUnsupported`; an ordinary error when the stream is damaged.
 */
export function readBiffWorkbook(stream: Buffer, fileName: string): BiffWorkbook {
  const beginning = recordAt(stream, 0);
  if (!beginning || !isBeginning(beginning.type)) {
    throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  }
  let encoding: BiffEncoding = {
    version: versionOf(beginning.type, beginning.data),
    codePage: usualCodePage,
  };
  let epoch1904 = false;
  let strings = new StringTable(fileName);
  const codes = new Map<number, string>();
  const styleIds: number[] = [];
  const sheets: BiffSheet[] = [];
  const isSheet = beginning.data.length >= 4 && beginning.data.readUInt16LE(2) === worksheet;
  let record = recordAt(stream, endOf(beginning));
  for (; record && record.type !== biffTypes.endOfStream; record = recordAt(stream, endOf(record))) {
    const { type, data } = record;
    switch (type) {
      case biffTypes.password:
        throw new ReadError({ code: 'sheetEncrypted', name: fileName });
      case biffTypes.codePage:
        encoding = { ...encoding, codePage: codePageOf(data.readUInt16LE(0)) };
        break;
      case biffTypes.epoch1904:
        epoch1904 = data.readUInt16LE(0) === 1;
        break;
      case biffTypes.format:
        if (encoding.version >= 5)
          codes.set(data.readUInt16LE(0), biffText([data], 2, encoding.version >= 8 ? 2 : 1, encoding));
        break;
      case biffTypes.style:
        styleIds.push(data.readUInt16LE(2));
        break;
      case biffTypes.strings:
        strings = readStrings(withContinued(stream, record), fileName);
        break;
      case biffTypes.sheet:
        // Charts and macros are listed too, and no two sheets are at one place.
        if (data.readUInt8(5) === 0 && !sheets.some(({ at }) => at === data.readUInt32LE(0)))
          sheets.push({
            name: biffText([data], 6, 1, encoding),
            hidden: (data.readUInt8(4) & 3) !== 0,
            at: data.readUInt32LE(0),
          });
        break;
      default:
    }
  }
  return {
    encoding,
    epoch1904,
    strings,
    styles: styleIds.map((id) => (id === 0 ? plainNumber : readNumberFormat(id, codes.get(id)))),
    sheets: isSheet ? [{ name: fileName.replace(/\.[^.]*$/u, ''), hidden: false, at: 0 }] : sheets,
  };
}

/** The edition of the format, 2 to 8, by what begins a stream. Streams made by hand may leave it out: they are of 5. */
function versionOf(type: number, data: Buffer): number {
  if (type !== 0x0809) return { 0x0009: 2, 0x0209: 3 }[type] ?? 4;
  return data.length >= 2 && data.readUInt16LE(0) === 0x0600 ? 8 : 5;
}

/** The shared strings (MS-XLS 2.4.265), without runs of formats and the readings of East Asian editions. */
function readStrings(parts: readonly Buffer[], fileName: string): StringTable {
  const strings = new StringTable(fileName);
  const reader = new ContinuedReader(parts, 8);
  while (!reader.isAtEnd) {
    const length = reader.uint16();
    const flags = reader.uint8();
    const runs = (flags & 8) === 0 ? 0 : reader.uint16();
    const readings = (flags & 4) === 0 ? 0 : reader.uint32();
    strings.add(reader.characters(length, (flags & 1) === 1));
    reader.skip(runs * 4);
    reader.skip(readings);
  }
  return strings;
}
