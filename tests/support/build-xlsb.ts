import { buildZip } from './build-zip.ts';

/** An .xlsb file with one worksheet of these records, each with its type and length before it. */
export function xlsbFile(...records: readonly Buffer[]): Buffer {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationship = (target: string, type: string): string =>
    `<r xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/></r>`;
  const text = (written: string): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(written.length);
    return Buffer.concat([head, Buffer.from(written, 'utf16le')]);
  };
  const listed = Buffer.concat([Buffer.alloc(8), text('r1'), text('客户')]);
  return buildZip([
    { name: '_rels/.rels', data: relationship('xl/workbook.bin', 'officeDocument') },
    { name: 'xl/_rels/workbook.bin.rels', data: relationship('worksheets/sheet1.bin', 'worksheet') },
    { name: 'xl/workbook.bin', data: Buffer.concat([Buffer.from([0x9c, 0x01, listed.length]), listed]) },
    { name: 'xl/worksheets/sheet1.bin', data: Buffer.concat(records) },
  ]);
}

/** 32-bit numbers, little end first. */
export const longs = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, index * 4);
  return bytes;
};
