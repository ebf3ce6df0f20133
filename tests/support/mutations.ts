import { buildWorkbook } from './build-workbook.ts';
import { cell, double, sheetName, wide, words, xlsStream } from './build-xls.ts';
import { buildZip, type ZipEntry } from './build-zip.ts';
import { readZipBytes } from './read-zip.ts';
import { compoundFile, writeSheets, type WrittenCell } from './write-sheets.ts';

/** Draws numbers from 0 to below 1. */
export type Draw = () => number;

const rows: readonly (readonly WrittenCell[])[] = [
  ['客户名称', '手机', '生日', '__proto__'],
  ['杭州八骏科技有限公司', 13_100_000_002, { v: 44_511, z: 'yyyy-mm-dd' }, 'constructor'],
  ['宁波恒通五金', 0.5, { v: 17_053, z: '000000' }, true],
];

/** A file before it is changed: the parts that are, and how they become a file. */
interface Whole {
  readonly parts: readonly ZipEntry[];
  readonly build: (parts: readonly ZipEntry[]) => Buffer;
}

const zipped = async (file: Buffer): Promise<Whole> => ({
  parts: [...(await readZipBytes(file))].map(([name, data]) => ({ name, data })),
  build: buildZip,
});

const plain = (content: string | Buffer): Whole => ({
  parts: [{ name: '', data: Buffer.from(content) }],
  build: ([part]) => Buffer.from(part?.data ?? ''),
});

const stream = xlsStream(
  8,
  [
    [0x0042, words(1_200)],
    [0x041e, Buffer.concat([words(164), wide('yyyy-mm-dd')])],
    [0x00e0, words(0, 164, 0, 0)],
    [0x00fc, Buffer.concat([words(2, 0, 2, 0), wide('客户'), wide('八骏')])],
  ],
  [
    {
      name: sheetName('客户'),
      records: [
        [0x007d, words(1, 2, 0, 0, 1, 0)],
        cell(0x00fd, 0, 0, words(0, 0)),
        cell(0x00fd, 1, 0, words(1, 0)),
        cell(0x0203, 1, 1, double(44_511)),
        cell(0x0006, 1, 2, Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 255, 255]), words(0, 0, 0, 0)])),
        [0x0207, wide('有限公司')],
        [0x00e5, words(1, 0, 0, 0, 1)],
      ],
    },
  ],
);

/** Small workbooks of every format that is read. */
export async function wholeFiles(): Promise<readonly Whole[]> {
  const sheets = { 客户: rows, 旧: [['甲']] };
  return [
    await zipped(
      buildWorkbook({
        sheets: [
          {
            rows: [
              ['客户', '手机'],
              ['八骏', 13_100_000_002],
            ],
            merged: ['A1:B1'],
            hiddenRows: [1],
          },
        ],
      }),
    ),
    {
      parts: [{ name: 'Workbook', data: stream }],
      build: ([part]) => compoundFile({ Workbook: Buffer.from(part?.data ?? '') }),
    },
    plain(writeSheets(sheets, 'biff8')),
    await zipped(writeSheets(sheets, 'ods')),
    await zipped(writeSheets(sheets, 'xlsb')),
    plain('客户名称,手机,备注\r\n"杭州八骏",13100000002,"一\n二"\r\n宁波恒通,0574-87001234,"说""好"""\r\n'),
    plain(writeSheets(sheets, 'xlml')),
    plain(writeSheets(sheets, 'html')),
  ];
}

const oddNumbers = [
  '-1',
  '0',
  '4294967295',
  '99999999999999999999',
  '1e308',
  'NaN',
  '',
  '1048577',
  '__proto__',
];

const pick = <Value>(values: readonly Value[], draw: Draw): Value | undefined =>
  values[Math.floor(draw() * values.length)];

/** A file with one of its parts, or all of it, changed at random. */
export function mutated({ parts, build }: Whole, draw: Draw): Buffer {
  const kind = draw();
  if (kind < 0.2) return scrambled(build(parts), draw);
  const index = Math.floor(draw() * parts.length);
  return build(
    parts.map((part, at) => {
      if (at !== index) return part;
      const data = Buffer.from(part.data as Uint8Array);
      return {
        ...part,
        data: data.includes('<') && kind < 0.7 ? rewritten(data.toString(), draw) : scrambled(data, draw),
      };
    }),
  );
}

/** Bytes flipped, set to extremes, cut off, doubled or left out. */
function scrambled(bytes: Buffer, draw: Draw): Buffer {
  const at = Math.floor(draw() * bytes.length);
  const end = Math.min(bytes.length, at + 1 + Math.floor(draw() * 64));
  const kind = draw();
  if (kind < 0.15) return bytes.subarray(0, at);
  if (kind < 0.3) return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
  if (kind < 0.4) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
  const changed = Buffer.from(bytes);
  const times = 1 + Math.floor(draw() * 16);
  for (let time = 0; time < times && changed.length > 0; time++) {
    const place = Math.floor(draw() * changed.length);
    changed[place] = kind < 0.7 ? Math.floor(draw() * 256) : (pick([0, 0x7f, 0x80, 0xff], draw) ?? 0);
  }
  return changed;
}

/** Numbers and names replaced, and elements left out, doubled or put into each other. */
function rewritten(xml: string, draw: Draw): string {
  const places = [...xml.matchAll(/<[^>]*>|"[^"]*"|>[^<]+</gu)];
  const place = pick(places, draw);
  if (!place) return xml;
  const [found] = place;
  const before = xml.slice(0, place.index);
  const after = xml.slice(place.index + found.length);
  const kind = draw();
  if (found.startsWith('"')) return `${before}"${pick(oddNumbers, draw)}"${after}`;
  if (found.startsWith('>'))
    return `${before}>${(pick(oddNumbers, draw) ?? '').repeat(1 + Math.floor(draw() * 40))}<${after}`;
  if (kind < 0.3) return before + after;
  if (kind < 0.6) return before + found.repeat(1 + Math.floor(draw() * 200)) + after;
  if (kind < 0.8) return before + found.replace(/"[^"]*"/gu, () => `"${pick(oddNumbers, draw)}"`) + after;
  return `${before}${pick(places, draw)?.[0] ?? ''}${found}${after}`;
}
