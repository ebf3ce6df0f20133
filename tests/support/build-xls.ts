import { compoundFile } from './write-sheets.ts';

/** A record of an .xls stream: its number in MS-XLS and its data. */
export type BiffPart = readonly [type: number, data: Uint8Array];

export interface XlsSheet {
  readonly name: Uint8Array;
  readonly records: readonly BiffPart[];
  /** 1 for hidden. Default 0. */
  readonly state?: number;
}

const record = ([type, data]: BiffPart): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};

/** 16-bit numbers, little end first. */
export const words = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16LE(number & 0xff_ff, index * 2);
  return bytes;
};

export const double = (number: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
};

/** Text of two-byte characters with its length before it in 16 bits, as of Excel 97. */
export const wide = (text: string): Buffer =>
  Buffer.concat([words(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);

/** A cell of a sheet: its row, column and style, then the value. */
export const cell = (type: number, row: number, column: number, value: Uint8Array, style = 0): BiffPart => [
  type,
  Buffer.concat([words(row, column, style), value]),
];

const end: BiffPart = [0x000a, Buffer.alloc(0)];

/** The stream of a workbook of Excel 97 and later (8) or 5, record by record. */
export function xlsStream(version: 5 | 8, globals: readonly BiffPart[], sheets: readonly XlsSheet[]): Buffer {
  const beginning = (kind: number): BiffPart => [0x0809, words(version === 8 ? 0x0600 : 0x0500, kind, 0, 0)];
  const streams = sheets.map(({ records }) => Buffer.concat([beginning(0x10), ...records, end].map(record)));
  const listed = (offsets: readonly number[]): Buffer =>
    Buffer.concat(
      [
        beginning(0x05),
        ...globals,
        ...sheets.map(({ name, state }, index): BiffPart => {
          const head = Buffer.alloc(6);
          head.writeUInt32LE(offsets[index] ?? 0, 0);
          head.writeUInt8(state ?? 0, 4);
          return [0x0085, Buffer.concat([head, name])];
        }),
        end,
      ].map(record),
    );
  let at = listed([]).length;
  const offsets = streams.map((stream) => (at += stream.length) - stream.length);
  return Buffer.concat([listed(offsets), ...streams]);
}

/** The name of a sheet of Excel 97 and later. */
export const sheetName = (name: string): Buffer =>
  Buffer.concat([Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le')]);

/** An .xls file of Excel 97 and later with one sheet. */
export const xlsFile = (records: readonly BiffPart[], globals: readonly BiffPart[] = []): Buffer =>
  compoundFile({ Workbook: xlsStream(8, globals, [{ name: sheetName('客户'), records }]) });
