import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src-shared/customers.ts';
import type { TestCell, TestSheet } from '../../support/build-workbook.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import { customersOf, understandFile, workbookFile } from '../../support/sheet-import.ts';

/*
 * Sheets as owners bring them who never thought of a table: what a whole sheet becomes without touching a guess, and above all that
 * nothing of it gets lost or goes where it does not belong without being shown.
 */

type Rows = readonly (readonly TestCell[])[];

/** A customer in one line: `名称 <电话> @地址 #等级 +联系人 <电话>`. */
function inShort({ name, methods, contacts, province, city, district, address, notes }: Customer): string {
  const numbers = (of: Customer['methods']): string =>
    of.map(({ value, label }) => (label === '' ? value : `${label} ${value}`)).join('，');
  return [
    name,
    methods.length > 0 ? `<${numbers(methods)}>` : '',
    province + city + district + address === '' ? '' : `@${province}${city}${district}${address}`,
    ...contacts.map((contact) => `+${contact.name}<${numbers(contact.methods)}>`),
    notes === '' ? '' : `“${notes.replaceAll('\n', '；')}”`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const linesOf = async (rows: Rows, sheet: Partial<TestSheet> = {}): Promise<string[]> =>
  (await customersOf(rows, sheet)).map(inShort);

/** Why rows are left out, by their number as the sheet shows it. */
async function leftOutOf(rows: Rows): Promise<string[]> {
  const { session } = await openTestArchive();
  const { understanding } = await understandFile(session, workbookFile(rows));
  return understanding.leftOut
    .filter(({ reason }) => reason !== 'header')
    .map(({ row, reason }) => `${row + 1} ${reason}`);
}

describe('customers in the columns of a sheet', () => {
  const rows = [
    ['名称', '甲公司', '乙公司', '丙公司'],
    ['联系人', '张一', '张二', '张三'],
    ['电话', '13800138001', '13800138002', '13800138003'],
    ['地址', '杭州', '宁波', '温州'],
  ];

  it('are all there, however many columns there are', async () => {
    expect(await linesOf(rows)).toEqual([
      '甲公司 @浙江省杭州市 +张一<13800138001>',
      '乙公司 @浙江省宁波市 +张二<13800138002>',
      '丙公司 @浙江省温州市 +张三<13800138003>',
    ]);
    expect(await linesOf(rows.map((cells) => cells.slice(0, 3)))).toHaveLength(2);
    expect(
      await linesOf(
        rows.map(([label, ...cells]) => [label ?? '', ...cells, ...cells.map((cell) => `${cell}9`)]),
      ),
    ).toHaveLength(6);
  });

  it('are no form of one customer, of which nothing may be dropped either', async () => {
    const form = [
      ['客户登记表'],
      ['客户名称', '甲公司', '车型', 'C1'],
      ['联系电话', '13800138001', '颜色', '红'],
      ['地址', '杭州', '熟客'],
      ['联系人', '张一', '性别', '男'],
    ];
    const [line = ''] = await linesOf(form);
    expect(line).toContain('熟客');
    expect(line).toContain('+张一<13800138001>');
  });
});

describe('totals and what else stands below a table', () => {
  it('are left out where they stand in the column of names, with the area or clerk they are of', async () => {
    const rows = [
      ['客户名称', '联系人', '电话', '金额'],
      ['甲公司', '张一', '13800138001', 10],
      ['华东区小计', '', '', 10],
      ['乙公司', '张二', '13800138002', 10],
      ['丙公司', '张三', '13800138004', 10],
      ['小王 小计：', '', '', 20],
      ['2023年合计', '', '', 30],
      ['以上共3家', '', '', ''],
      ['总计（元）', '', '', 30],
    ];
    expect(await linesOf(rows)).toHaveLength(3);
    expect(await leftOutOf(rows)).toEqual(['3 total', '6 total', '7 total', '8 total', '9 total']);
  });

  it('but a customer that is only called like one is one', async () => {
    const rows = [
      ['客户名称', '电话', '金额'],
      ['甲公司', '13800138001', 10],
      ['合计五金店', '', 5],
      ['好享小计', '13800138002', 5],
    ];
    expect(await linesOf(rows)).toEqual(['甲公司 <13800138001>', '合计五金店', '好享小计 <13800138002>']);
  });

  it('are notes where they say whom to call, and which page it is', async () => {
    const rows = [
      ['客户名称', '联系人', '电话'],
      ['杭州八骏科技有限公司', '王军', '13800138001'],
      ['宁波恒通五金有限公司', '赵恒', '13800138002'],
      ['联系我们：0571-88888888'],
      ['第 1 页，共 1 页'],
    ];
    expect(await leftOutOf(rows)).toEqual(['4 note', '5 note']);
  });
});

describe('tables of other columns right below each other', () => {
  const rows = [
    ['公司客户'],
    ['公司名称', '联系人', '电话', '税号'],
    ['杭州八骏科技有限公司', '王军', '13800138001', ''],
    ['宁波恒通五金有限公司', '赵恒', '13800138002', ''],
    ['绍兴纺织厂', '吴海', '13800138005', ''],
    ['个人客户'],
    ['姓名', '手机', '生日'],
    ['张一', '13800138003', '1990-5-1'],
    ['张二', '13800138004', '1991-5-1'],
  ];

  it('are two, though no blank row is between them', async () => {
    const { session } = await openTestArchive();
    const { understanding } = await understandFile(session, workbookFile(rows));
    expect(understanding.tables.map(({ top, bottom, header }) => [top, bottom, header])).toEqual([
      [0, 4, [1, 1]],
      [5, 8, [6, 6]],
    ]);
    expect(understanding.dataRows).toBe(3);
  });
});

describe('a header of three rows below a title that is merged over all of it', () => {
  it('is read down to its last row', async () => {
    const rows = [
      ['客户资料', '', '', '', '', '', ''],
      ['基本', '', '联系人', '', '', '', ''],
      ['名称', '地址', '第一联系人', '', '第二联系人', '', '备注'],
      ['', '', '姓名', '电话', '姓名', '电话', ''],
      ['杭州八骏科技有限公司', '杭州市西湖区', '王军', '13800138001', '李红', '13800138002', 'a'],
      ['宁波恒通五金有限公司', '宁波市鄞州区', '赵恒', '13800138003', '', '', 'b'],
    ];
    const merged = ['A1:G1', 'A2:B2', 'C2:F2', 'C3:D3', 'E3:F3', 'A3:A4', 'B3:B4', 'G3:G4'];
    expect(await linesOf(rows, { merged })).toEqual([
      '杭州八骏科技有限公司 @浙江省杭州市西湖区 +王军<13800138001> +李红<13800138002> “a”',
      '宁波恒通五金有限公司 @浙江省宁波市鄞州区 +赵恒<13800138003> “b”',
    ]);
  });
});
