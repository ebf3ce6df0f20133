import { describe, expect, it } from 'vitest';
import { longs, xlsbFile } from '../../../support/build-xlsb.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';
import { readFailure, readSheets, textsOf } from '../../../support/read-sheets.ts';
import { writeSheets, type WrittenFormat } from '../../../support/write-sheets.ts';

const read = (content: Uint8Array) => readSheets(temporaryFile('客户.xls', content));

const rows = [
  ['客户名称', '手机', '邮编', '首次合作', '年采购额', '老客户', '备注'],
  [
    '杭州八骏科技有限公司',
    13_100_000_002,
    { v: 17_053, z: '000000' },
    { v: 44_511, z: 'yyyy-mm-dd' },
    62.3,
    true,
    '价格敏感，<A&B>',
  ],
  ['宁波恒通五金 𠮷', 0.5, { v: 10, z: '000000' }, { v: 43_831, z: 'yyyy/m/d' }, -12.25, false, null],
] as const;

const expected = [
  ['客户名称', '手机', '邮编', '首次合作', '年采购额', '老客户', '备注'],
  ['杭州八骏科技有限公司', '13100000002', '017053', '2021-11-11', '62.3', 'TRUE', '价格敏感，<A&B>'],
  ['宁波恒通五金 𠮷', '0.5', '000010', '2020-01-01', '-12.25', 'FALSE', ''],
];

describe('a workbook that another program wrote', () => {
  it.each<[string, WrittenFormat, string]>([
    ['.xls of Excel 97 and later, and .et of WPS', 'biff8', 'xls'],
    ['.xlsb', 'xlsb', 'xlsb'],
    ['.ods', 'ods', 'ods'],
    ['the XML of Excel 2003', 'xlml', 'xml'],
    ['.xlsx', 'xlsx', 'xlsx'],
  ])('has the same cells as %s', async (_, format, name) => {
    const file = await read(writeSheets({ 客户: rows, 旧客户: [['甲']] }, format));
    expect(file.format).toBe(name);
    expect(file.sheets.map((sheet) => sheet.name)).toEqual(['客户', '旧客户']);
    expect(file.sheets[0] && textsOf(file.sheets[0])).toEqual(expected);
    expect(file.sheets[0]?.cellsAt(1).map(({ type }) => type)).toEqual([
      'text',
      'number',
      'number',
      'date',
      'number',
      'boolean',
      'text',
    ]);
  });

  it.each<[WrittenFormat]>([['biff8'], ['xlsb'], ['ods'], ['xlml'], ['xlsx']])(
    'as %s shows dates of both epochs, errors, merged cells and hidden sheets',
    async (format) => {
      const sheet = [
        ['客户', null, '生日'],
        ['甲', { t: 'e', v: 0x2a }, { v: 43_049, z: 'yyyy-mm-dd' }],
      ] as const;
      const file = await read(
        writeSheets({ 客户: sheet, 旧: [['乙']] }, format, {
          epoch1904: true,
          merged: ['A1:B1'],
          hiddenSheets: ['旧'],
        }),
      );
      const [first] = file.sheets;
      expect(first?.facts.merged).toContainEqual([0, 0, 0, 1]);
      expect(first && textsOf(first)[1]?.[2]).toBe('2021-11-11');
      // What writes these files leaves errors out of .ods.
      if (format !== 'ods') expect(first?.cellsOfRow(1)[1]).toMatchObject({ type: 'error', text: '#N/A' });
      expect(file.sheets.map(({ hidden }) => hidden)).toEqual([false, format !== 'ods']);
    },
  );
});

describe('an .xlsb', () => {
  const record = (type: readonly number[], data: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from([...type, data.length]), data]);
  const row = (number: number, hidden: boolean): Buffer =>
    record([0], Buffer.concat([longs(number, 0), Buffer.from([0, 0, 0, hidden ? 0x10 : 0, 0])]));
  const text = (column: number, written: string): Buffer =>
    record([6], Buffer.concat([longs(column, 0, written.length), Buffer.from(written, 'utf16le')]));

  it('says what it hides, merges and filters', async () => {
    const file = await read(
      xlsbFile(
        record([60], Buffer.concat([longs(1, 2, 0, 0), Buffer.from([1, 0])])),
        row(0, false),
        text(0, '客户'),
        row(1, true),
        text(0, '甲'),
        text(1, '长'.repeat(40)),
        record([0xb0, 0x01], longs(0, 0, 0, 1)),
        record([0xa3, 0x01], Buffer.alloc(0)),
      ),
    );
    expect(file.sheets[0] && textsOf(file.sheets[0])).toEqual([
      ['客户', ''],
      ['甲', '长'.repeat(40)],
    ]);
    expect(file.sheets[0]?.facts).toEqual({
      merged: [[0, 0, 0, 1]],
      hiddenRows: [[1, 2]],
      hiddenColumns: [[1, 3]],
      filtered: true,
      epoch1904: false,
    });
  });
});

describe('every format', () => {
  it.each<[WrittenFormat]>([['biff8'], ['xlsb'], ['ods'], ['xlml'], ['html']])(
    'as %s is refused when it has more columns than anybody’s customers, and has long cells whole',
    async (format) => {
      const wide = writeSheets({ 客户: [Array.from({ length: 201 }, (_, column) => `列${column}`)] }, format);
      expect(await readFailure(read(wide))).toMatchObject({
        code: 'sheetTooLarge',
        limit: 'columns',
        max: 200,
      });
      // What writes these files cuts a text of .xls at 255 itself.
      const long = await read(writeSheets({ 客户: [['长'.repeat(32_000)]] }, format));
      expect(long.sheets[0]?.cellsAt(0)[0]?.text.length).toBeGreaterThan(format === 'biff8' ? 200 : 31_999);
    },
  );
});
