/** Records of a binary workbook part that matter here, by their number in MS-XLSB 2.3.2. */
export const recordTypes = {
  row: 0,
  rk: 2,
  error: 3,
  boolean: 4,
  real: 5,
  text: 6,
  sharedText: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBoolean: 10,
  formulaError: 11,
  stringItem: 19,
  format: 44,
  cellStyle: 47,
  column: 60,
  richText: 62,
  workbookProperties: 153,
  sheet: 156,
  filterColumn: 163,
  mergedCell: 176,
  beginCellStyles: 617,
  endCellStyles: 618,
} as const;

/** No record that matters is longer; a part that claims more is damaged. */
const mostBytes = 1024 * 1024;

/**
 * Streams the records of a binary part (MS-XLSB 2.1.4): the type in one or two bytes and the length in up to four,
 * of seven bits each, then the data.
 */
export async function readRecords(
  parts: AsyncIterable<Uint8Array>,
  take: (type: number, data: Buffer) => void,
): Promise<void> {
  let rest = Buffer.alloc(0);
  for await (const bytes of parts) {
    const buffer = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
    let at = 0;
    for (;;) {
      const type = sevenBits(buffer, at, 2);
      if (!type) break;
      const length = sevenBits(buffer, type.end, 4);
      if (!length) break;
      if (length.value > mostBytes) throw new Error('a record is longer than any can be');
      const end = length.end + length.value;
      if (end > buffer.length) break;
      take(type.value, buffer.subarray(length.end, end));
      at = end;
    }
    rest = Buffer.from(buffer.subarray(at));
  }
  if (rest.length > 0) throw new Error('the last record is cut off');
}

/** A number of groups of seven bits, the last without the eighth; null when the bytes end before it does. */
function sevenBits(bytes: Buffer, from: number, most: number): { value: number; end: number } | null {
  let value = 0;
  for (let index = 0; index < most; index++) {
    const byte = bytes[from + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: from + index + 1 };
  }
  return { value, end: from + most };
}

/** Text with its length before it in 32 bits (MS-XLSB 2.5.168, 2.5.169); a missing one is empty. */
export function wideText(data: Buffer, at: number): { text: string; end: number } {
  const length = data.readUInt32LE(at);
  const start = at + 4;
  if (length === 0xff_ff_ff_ff) return { text: '', end: start };
  const end = start + length * 2;
  if (end > data.length) throw new RangeError('a text is longer than its record');
  return { text: data.toString('utf16le', start, end), end };
}
