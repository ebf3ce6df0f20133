import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  cell,
  double,
  sheetName,
  wide,
  words,
  xlsFile,
  xlsStream,
  type BiffPart,
} from '../../../support/build-xls.ts';
import { readFailure, readSheets, textsOf } from '../../../support/read-sheets.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';
import { compoundFile, writeSheets } from '../../../support/write-sheets.ts';

const read = async (content: Uint8Array) => {
  const file = await readSheets(temporaryFile('客户.xls', content));
  return { ...file, texts: file.sheets[0] ? textsOf(file.sheets[0]) : [] };
};

const gbk = (text: string): Buffer => iconv.encode(text, 'gbk');
const gbkLabel = (row: number, column: number, text: string): BiffPart =>
  cell(0x0204, row, column, Buffer.concat([words(gbk(text).length), gbk(text)]));
const formula = (row: number, column: number, result: Uint8Array): BiffPart =>
  cell(0x0006, row, column, Buffer.concat([result, words(0, 0, 0, 0)]));
const special = (kind: number, value = 0): Buffer => Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]);

describe('an .xls of Excel 5', () => {
  const named = { name: Buffer.concat([Buffer.from([gbk('客户').length]), gbk('客户')]) };

  it.each([
    ['says so', [[0x0042, words(936)]] as BiffPart[]],
    ['does not say so', []],
  ])('is GBK when it %s', async (_, globals) => {
    const records = [gbkLabel(0, 0, '客户名称'), gbkLabel(1, 0, '杭州八骏科技有限公司')];
    const stream = xlsStream(5, globals, [{ ...named, records }]);
    const file = await read(compoundFile({ Book: stream }));
    expect(file.format).toBe('xls');
    expect(file.sheets[0]?.name).toBe('客户');
    expect(file.texts).toEqual([['客户名称'], ['杭州八骏科技有限公司']]);
  });

  it('may be in another code page', async () => {
    const text = iconv.encode('東京商事', 'shift_jis');
    const label = cell(0x0204, 0, 0, Buffer.concat([words(text.length), text]));
    const stream = xlsStream(5, [[0x0042, words(932)]], [{ ...named, records: [label] }]);
    expect((await read(compoundFile({ Book: stream }))).texts).toEqual([['東京商事']]);
  });

  it('has formats of its own', async () => {
    const code = Buffer.from('yyyy-mm-dd');
    const globals: BiffPart[] = [
      [0x041e, Buffer.concat([words(164), Buffer.from([code.length]), code])],
      [0x00e0, words(0, 164, 0, 0, 0, 0, 0, 0)],
    ];
    const stream = xlsStream(5, globals, [{ ...named, records: [cell(0x0203, 0, 0, double(44_511))] }]);
    expect((await read(compoundFile({ Book: stream }))).texts).toEqual([['2021-11-11']]);
  });
});

describe('records without a compound file, as programs write them by themselves', () => {
  it('are read column by column too', async () => {
    const begin = Buffer.concat([words(0x0809, 8, 0, 0x10, 0, 0)]);
    const parts: BiffPart[] = [
      gbkLabel(0, 0, '姓名'),
      gbkLabel(1, 0, '王伟'),
      gbkLabel(0, 1, '手机'),
      cell(0x0203, 1, 1, double(13_100_000_002)),
      [0x000a, Buffer.alloc(0)],
    ];
    const records = parts.map(([type, data]) => Buffer.concat([words(type, data.length), data]));
    const file = await read(Buffer.concat([begin, ...records]));
    expect(file.sheets[0]?.name).toBe('客户');
    expect(file.texts).toEqual([
      ['姓名', '手机'],
      ['王伟', '13100000002'],
    ]);
  });

  it('may be those of Excel 2', async () => {
    expect(
      (
        await read(
          writeSheets(
            {
              客户: [
                ['Wang', 5],
                ['Li', 1.5],
              ],
            },
            'biff2',
          ),
        )
      ).texts,
    ).toEqual([
      ['Wang', '5'],
      ['Li', '1.5'],
    ]);
  });
});

describe('an .xls of Excel 97 and later', () => {
  it('shows what its formulas last gave', async () => {
    const file = await read(
      xlsFile([
        formula(0, 0, double(12)),
        formula(0, 1, special(0)),
        [0x0207, wide('八骏有限公司')],
        formula(0, 2, special(1, 1)),
        formula(0, 3, special(2, 0x07)),
        formula(0, 4, special(3)),
      ]),
    );
    expect(file.sheets[0]?.cellsAt(0)).toEqual([
      { column: 0, type: 'number', text: '12' },
      { column: 1, type: 'text', text: '八骏有限公司' },
      { column: 2, type: 'boolean', text: 'TRUE' },
      { column: 3, type: 'error', text: '#DIV/0!' },
    ]);
  });

  it('squeezes numbers, and several of a row into one record', async () => {
    const rk = (value: number): Buffer => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32LE(value);
      return bytes;
    };
    const file = await read(
      xlsFile([
        cell(0x027e, 0, 0, rk((-5 << 2) | 2)),
        cell(0x027e, 0, 1, rk((1_234 << 2) | 3)),
        [
          0x00bd,
          Buffer.concat([words(1, 0), words(0), rk((7 << 2) | 2), words(0), rk((8 << 2) | 2), words(1)]),
        ],
      ]),
    );
    expect(file.texts).toEqual([
      ['-5', '12.34'],
      ['7', '8'],
    ]);
  });

  it('knows the dates of East Asian editions by their number, without a code', async () => {
    const file = await read(xlsFile([cell(0x0203, 0, 0, double(44_511))], [[0x00e0, words(0, 31, 0, 0)]]));
    expect(file.sheets[0]?.cellsAt(0)).toEqual([{ column: 0, type: 'date', text: '2021-11-11' }]);
  });

  it('has shared strings that go on in another record, with formats and readings that are passed over', async () => {
    const rich = Buffer.concat([
      words(4),
      Buffer.from([1 | 8 | 4]),
      words(1),
      Buffer.from([6, 0, 0, 0]),
      Buffer.from('八骏科技', 'utf16le'),
      words(0, 1),
      Buffer.from('バシュ', 'utf16le'),
    ]);
    const cut = Buffer.concat([words(6), Buffer.from([1]), Buffer.from('杭州', 'utf16le')]);
    const rest = Buffer.concat([Buffer.from([0]), Buffer.from('ABCD', 'latin1')]);
    const total = Buffer.from([2, 0, 0, 0, 2, 0, 0, 0]);
    const shared = (index: number, row: number): BiffPart => cell(0x00fd, row, 0, words(index, 0));
    const file = await read(
      xlsFile(
        [shared(0, 0), shared(1, 1), shared(9, 2)],
        [
          [0x00fc, Buffer.concat([total, rich, cut])],
          [0x003c, rest],
        ],
      ),
    );
    expect(file.texts).toEqual([['八骏科技'], ['杭州ABCD']]);
  });

  it('says what is merged, hidden and filtered', async () => {
    const file = await read(
      xlsFile([
        [0x009b, Buffer.alloc(0)],
        [0x007d, words(1, 2, 2_560, 0, 1, 0)],
        [0x0208, words(1, 0, 3, 255, 0, 0, 0x20, 0)],
        [0x0208, words(2, 0, 3, 255, 0, 0, 0x20, 0)],
        cell(0x0204, 0, 0, wide('客户')),
        cell(0x0204, 1, 0, wide('甲')),
        [0x00e5, words(1, 0, 0, 0, 1)],
      ]),
    );
    expect(file.sheets[0]?.facts).toEqual({
      merged: [[0, 0, 0, 1]],
      hiddenRows: [[1, 3]],
      hiddenColumns: [[1, 3]],
      filtered: true,
      epoch1904: false,
    });
  });

  it('passes over the charts within a sheet, and charts that are sheets of their own', async () => {
    const file = await read(
      xlsFile([
        cell(0x0204, 0, 0, wide('客户')),
        [0x0809, words(0x0600, 0x20, 0, 0)],
        cell(0x0203, 0, 0, double(99)),
        [0x000a, Buffer.alloc(0)],
        cell(0x0204, 1, 0, wide('甲')),
      ]),
    );
    expect(file.texts).toEqual([['客户'], ['甲']]);
  });

  it('may be in another epoch, and keep a small stream within another', async () => {
    const file = await read(
      xlsFile(
        [cell(0x0203, 0, 0, double(43_049))],
        [
          [0x0022, words(1)],
          [0x00e0, words(0, 14, 0, 0)],
        ],
      ),
    );
    expect(file.texts).toEqual([['2021-11-11']]);
  });

  it('with a password says so', async () => {
    const locked = xlsFile([], [[0x002f, words(1, 1, 1)]]);
    expect(await readFailure(read(locked))).toEqual({ code: 'sheetEncrypted', name: '客户.xlsx' });
  });

  it('is cut off after its first sheets', async () => {
    const stream = xlsStream(
      8,
      [],
      [{ name: sheetName('客户'), records: [cell(0x0204, 0, 0, wide('客户'))] }],
    );
    await expect(read(compoundFile({ Workbook: stream.subarray(0, -9) }))).rejects.toThrow(/cut off/u);
  });
});
