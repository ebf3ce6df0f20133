import { describe, expect, it } from 'vitest';
import { temporaryFile } from '../../../support/sheet-import.ts';
import { readSheets, textsOf } from '../../../support/read-sheets.ts';
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
