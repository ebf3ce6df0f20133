import { describe, expect, it } from 'vitest';
import { importPlanRows } from '../../../src-main/archive/imports/imports.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import type { TestCell, TestSheet } from '../../support/build-workbook.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import { customersOf, planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

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

/** What each column that is taken is taken for, by its header. */
async function fieldsOf(rows: Rows): Promise<{ kind: string; fields: Record<string, string> }> {
  const { session } = await openTestArchive();
  const { understanding } = await understandFile(session, workbookFile(rows));
  const taken = understanding.columns.filter(({ target }) => target.field !== 'ignore');
  const fields = taken.map(({ header, target: { field, contact } }) => [
    header,
    contact === null ? field : `${field}#${contact}`,
  ]);
  return { kind: understanding.kind, fields: Object.fromEntries(fields) as Record<string, string> };
}

describe('address books of other programs', () => {
  it('of Google have one person a row, and no type of a number for a number', async () => {
    const header = [
      'Name',
      'Given Name',
      'Family Name',
      'Nickname',
      'Group Membership',
      'E-mail 1 - Type',
      'E-mail 1 - Value',
      'Phone 1 - Type',
      'Phone 1 - Value',
      'Phone 2 - Type',
      'Phone 2 - Value',
      'Organization 1 - Name',
      'Organization 1 - Title',
      'Address 1 - Formatted',
      'Website 1 - Value',
    ];
    const rows = [
      header,
      // prettier-ignore
      ['王军', '军', '王', '老王', '* myContacts', 'Work', 'wj@bajun.com', 'Mobile', '138 0013 8001', 'Work', '0571-88012345', '杭州八骏科技有限公司', '总经理', '杭州市文三路1号', 'http://bajun.com'],
      // prettier-ignore
      ['李红', '红', '李', '', '* myContacts', '', '', 'Mobile', '13800138002 ::: 13900139002', '', '', '', '', '', ''],
      // prettier-ignore
      ['赵六', '六', '赵', '', '* myContacts', '', '', 'Mobile', '+86 138 0013 8003', '', '', '', '', '', ''],
    ];
    expect(await linesOf(rows)).toEqual([
      '杭州八骏科技有限公司 <0571-88012345> @浙江省杭州市文三路1号 +王军<wj@bajun.com，138 0013 8001>',
      '李红 <13800138002，13900139002>',
      '赵六 <+86 138 0013 8003>',
    ]);
    const { fields } = await fieldsOf(rows);
    expect(fields).toMatchObject({
      'Organization 1 - Title': 'contactTitle#0',
      'Website 1 - Value': 'website',
    });
    expect(fields['E-mail 1 - Type']).toBeUndefined();
  });

  it('of Outlook have a city where it says so', async () => {
    const header = [
      'First Name',
      'Last Name',
      'Company',
      'Job Title',
      'Business Street',
      'Business City',
      'Mobile Phone',
    ];
    const row = (company: string, mobile: string) => [
      '军',
      '王',
      company,
      '经理',
      '文三路1号',
      '杭州',
      mobile,
    ];
    const rows = [
      header,
      row('杭州八骏科技有限公司', '13800138001'),
      row('宁波恒通五金有限公司', '13800138002'),
    ];
    expect((await fieldsOf(rows)).fields).toMatchObject({
      'Business Street': 'address',
      'Business City': 'city',
    });
  });
});

describe('who is meant', () => {
  it('is the company, and the shorter word for it beside it is its short name and nobody', async () => {
    const { fields } = await fieldsOf([
      ['手机1', '客户', '单位', '老板', '联络人'],
      ['13800138001', '八骏', '杭州八骏科技有限公司', '王军', '小李'],
      ['13800138002', '恒通', '宁波恒通五金有限公司', '赵恒', '小赵'],
      ['13800138003', '海天', '温州海天阀门厂', '林海', '小林'],
      ['13800138004', '老刘', '', '刘三', ''],
    ]);
    expect(fields).toMatchObject({
      客户: 'shortName',
      单位: 'name',
      老板: 'contactName#0',
      手机1: 'mobile#0',
    });
  });

  it('is the pupil or member, whatever school or shop stands beside the name', async () => {
    const pupils = await fieldsOf([
      ['学生姓名', '性别', '学校', '家长姓名', '关系', '联系电话'],
      ['王小明', '男', '文三小学', '王军', '父亲', '13800138001'],
      ['李小红', '女', '文三小学', '李英', '妈妈', '13800138002'],
      ['王小亮', '男', '', '王军', '父亲', '13800138001'],
    ]);
    expect(pupils.kind).toBe('person');
    expect(pupils.fields).toMatchObject({ 学生姓名: 'name', 家长姓名: 'contactName#0', 联系电话: 'phone#0' });
    expect(pupils.fields['学校']).toBeUndefined();
    const members = await fieldsOf([
      ['门店', '会员姓名', '卡号', '手机'],
      ['城东店', '张一', '00001', '13800138001'],
      ['城东店', '张二', '00002', '13800138002'],
      ['城西店', '张三', '00003', '13800138003'],
    ]);
    expect(members.fields).toMatchObject({ 会员姓名: 'name', 卡号: 'code', 手机: 'mobile' });
    expect(members.fields['门店']).toBeUndefined();
  });

  it('is a person where a birthday stands beside a name that nothing makes a company', async () => {
    const born = ['1990-12-31', '1990-3-4', '1985-5-6'];
    const rows = (names: string[], header: string) => [
      ['客户名称', '电话', header],
      ...names.map((name, at) => [name, `1380013800${at}`, born[at] ?? '']),
    ];
    expect((await fieldsOf(rows(['Tom Smith', 'Jerry Lee', 'Ann Wu'], '生日'))).kind).toBe('person');
    expect((await fieldsOf(rows(['Tom Smith', 'Jerry Lee', 'Ann Wu'], '成立日期'))).kind).toBe('company');
    expect((await fieldsOf(rows(['甲公司', '乙公司', '丙商行'], '生日'))).kind).toBe('company');
  });
});

describe('a header of two signs with a slip in it', () => {
  const rows = (one: string, other: string, value = '0571-88012345') => [
    ['客户名称', one, other],
    ['杭州八骏科技有限公司', value, '杭州市西湖区文三路1号'],
    ['宁波恒通五金有限公司', value, '宁波市鄞州区中河路2号'],
    ['温州海天阀门厂', value, '温州市龙湾区天河路3号'],
  ];

  it('is what it means where the values say so too', async () => {
    expect((await fieldsOf(rows('电活', '地扯'))).fields).toMatchObject({ 电活: 'phone', 地扯: 'address' });
    expect((await fieldsOf(rows('电活', '地扯', '三相'))).fields['电活']).toBeUndefined();
  });
});

describe('words of a stage', () => {
  it('are understood as salesmen say them', async () => {
    const rows = [
      ['姓名', '客户状态', '手机'],
      ...['成单', '死单', '跟进ing', '已下单'].map((word, at) => [
        `张${'一二三四'[at]}`,
        word,
        `1380013800${at}`,
      ]),
    ];
    expect((await customersOf(rows)).map(({ stage }) => stage)).toEqual([
      'active',
      'lost',
      'prospect',
      'active',
    ]);
  });
});

describe('several rows of one customer', () => {
  it('add every remark, also one that is part of another', async () => {
    const rows = [
      ['客户名称', '备注'],
      ['杭州八骏科技有限公司', '2019年欠1000'],
      ['杭州八骏科技有限公司', '欠100'],
      ['杭州八骏科技有限公司', '欠100'],
    ];
    expect(await linesOf(rows)).toEqual(['杭州八骏科技有限公司 “2019年欠1000；欠100”']);
  });

  it('show what another row says of a contact and is not taken', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(
      session,
      workbookFile([
        ['客户名称', '联系人', '职务', '部门', '手机'],
        ['杭州八骏科技有限公司', '王军', '经理', '销售部', '13800138001'],
        ['杭州八骏科技有限公司', '王军', '总经理', '销售部', '13800138001'],
      ]),
    );
    const { planId } = await planUnderstood(session, understood);
    const { rows } = await importPlanRows(session, { planId, offset: 0, limit: 10 });
    expect(rows.map(({ left }) => left)).toEqual([
      [],
      [{ field: 'contacts.title', before: '经理', after: '总经理' }],
    ]);
  });
});
