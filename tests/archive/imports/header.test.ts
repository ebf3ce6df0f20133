import { describe, expect, it } from 'vitest';
import { understandSheet } from '../../../src-main/archive/imports/understand.ts';
import type { TestCell, TestSheet } from '../../support/build-workbook.ts';
import { sheetOf } from '../../support/read-sheets.ts';

async function understand(rows: readonly (readonly TestCell[])[], sheet: Partial<TestSheet> = {}) {
  const { understanding } = await understandSheet(await sheetOf(rows, sheet), 0);
  const fields = understanding.columns.map(({ target: { field, contact } }) =>
    contact === null ? field : `${field}#${contact}`,
  );
  return { ...understanding, fields };
}

const rows = [
  ['杭州八骏科技有限公司', '王伟', '13800138000'],
  ['宁波恒通五金商行', '李娜', '13900139000'],
  ['苏州海泰贸易有限公司', '张军', '18600000702'],
];

describe('the header of a sheet', () => {
  it('is the first row of an ordinary table', async () => {
    const found = await understand([['客户名称', '联系人', '手机'], ...rows]);
    expect(found.header).toEqual([0, 0]);
    expect(found.fields).toEqual(['name', 'contactName#0', 'mobile#0']);
    expect(found.leftOut).toEqual([{ row: 0, reason: 'header' }]);
  });

  it('is found below titles, maker’s lines and blank rows', async () => {
    const found = await understand(
      [
        ['2024年客户通讯录'],
        [],
        ['制表：张三', null, '日期：2024-11-08'],
        ['客户名称', '联系人', '手机'],
        ...rows,
      ],
      { merged: ['A1:C1'] },
    );
    expect(found.header).toEqual([3, 3]);
    expect(found.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [0, 'title'],
      [2, 'title'],
      [3, 'header'],
    ]);
  });

  it('may have three merged rows, flattened to one', async () => {
    const found = await understand(
      [
        ['客户资料', null, null, null],
        ['客户名称', '联系人', null, null],
        [null, '姓名', '联系方式', null],
        [null, null, '手机', '微信'],
        ['杭州八骏科技有限公司', '王伟', '13800138000', 'wangwei88'],
        ['宁波恒通五金商行', '李娜', '13900139000', 'lina_66'],
      ],
      { merged: ['A1:D1', 'A2:A4', 'B2:D2', 'B3:B4', 'C3:D3'] },
    );
    expect(found.header).toEqual([1, 3]);
    expect(found.columns.map(({ header }) => header)).toEqual([
      '客户名称',
      '联系人/姓名',
      '联系人/联系方式/手机',
      '联系人/联系方式/微信',
    ]);
    expect(found.fields).toEqual(['name', 'contactName#0', 'mobile#0', 'wechat#0']);
  });

  it('may have two rows without merged cells, as text files have them', async () => {
    const found = await understand([
      ['客户名称', '联系人', null, null, '备注'],
      [null, '姓名', '职务', '手机', null],
      ['杭州八骏科技有限公司', '王伟', '经理', '13800138000', '老客户'],
      ['宁波恒通五金商行', '李娜', '会计', '13900139000', null],
    ]);
    expect(found.header).toEqual([0, 1]);
    expect(found.fields).toEqual(['name', 'contactName#0', 'contactTitle#0', 'mobile#0', 'notes']);
  });

  it('may be missing: then values tell what the columns are', async () => {
    const found = await understand([
      [1, '杭州八骏科技有限公司', '王伟', '13800138000', '浙江省杭州市西湖区文一西路8号', 'wang@example.com'],
      [2, '宁波恒通五金商行', '李娜', '13900139000', '浙江省宁波市鄞州区中山路6号', 'li@example.com'],
      [3, '苏州海泰贸易有限公司', '张军', '18600000702', '江苏省苏州市吴中区解放路1号', 'zhang@example.com'],
    ]);
    expect(found.header).toBeNull();
    expect(found.dataRows).toBe(3);
    expect(found.fields).toEqual(['ignore', 'name', 'contactName#0', 'mobile#0', 'address', 'email#0']);
    expect(found.columns.slice(1).every(({ reason }) => reason === 'values')).toBe(true);
  });

  it('may be in English, or in words that nobody has heard of', async () => {
    const english = await understand([['Company Name', 'Contact Person', 'Mobile No.', 'Remarks'], ...rows]);
    expect(english.fields).toEqual(['name', 'contactName#0', 'mobile#0', 'notes']);
    const strange = await understand([['甲', '乙', '丙'], ...rows]);
    expect(strange.header).toEqual([0, 0]);
    expect(strange.fields[2]).toBe('mobile');
  });

  it('is not a row of data that happens to hold a header’s word', async () => {
    const found = await understand([
      ['公司', '王伟', '13800138000'],
      ['单位', '李娜', '13900139000'],
      ['个人', '张军', '18600000702'],
    ]);
    expect(found.header).toBeNull();
  });

  it('is what the user says, also none', async () => {
    const sheet = await sheetOf([['旧表头'], ['客户名称', '电话'], ...rows]);
    expect((await understandSheet(sheet, 0, { header: null })).understanding).toMatchObject({
      header: null,
      dataRows: 5,
    });
    expect((await understandSheet(sheet, 0, { header: [0, 1] })).understanding).toMatchObject({
      header: [0, 1],
      dataRows: 3,
    });
    expect((await understandSheet(sheet, 0, { header: [900, 950] })).understanding.header).toEqual([4, 4]);
  });
});

describe('rows that are no customers are left out, and shown', () => {
  it('totals, notes, pasted headers, numbered but empty lines, and gaps', async () => {
    const header = ['序号', '客户名称', '联系人', '电话', '采购额'];
    const found = await understand([
      header,
      [1, '杭州八骏科技有限公司', '王伟', '13800138000', 100],
      ['小计', null, null, null, 100],
      header,
      [],
      [2, '宁波恒通五金商行', '李娜', '13900139000', 50],
      [3],
      [4],
      ['合 计：', null, null, null, { formula: 'SUM(E2:E6)', result: 150 }],
      ['共2户'],
      ['说明：本表内部资料，严禁外传'],
      ['审核：老陈', null, null, '制表：小李'],
    ]);
    expect(found.dataRows).toBe(2);
    expect(found.leftOut.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '0 header',
      '2 total',
      '3 repeatedHeader',
      '4 blank',
      '6 blank',
      '7 blank',
      '8 total',
      '9 total',
      '10 note',
      '11 note',
    ]);
  });

  it('but a customer of whom only the name is known is one', async () => {
    const found = await understand([
      ['客户名称', '联系人', '电话'],
      ...rows,
      ['八骏'],
      ['合计利贸易有限公司'],
    ]);
    expect(found.dataRows).toBe(5);
  });

  it('and says at most so many of them, however large the gap', async () => {
    const gap = Array.from({ length: 6_000 }, () => []);
    const found = await understand([
      ['客户名称', '电话'],
      ['八骏', '13800138000'],
      ...gap,
      ['恒通', '13900139000'],
    ]);
    expect(found.dataRows).toBe(2);
    expect(found.leftOut).toHaveLength(5_000);
  });
});

const fieldsOf = async (header: string[], ...values: TestCell[][]) => {
  const { fields, kind } = await understand([header, ...values]);
  return { fields, kind };
};

/** What 客户类型 becomes with these values. */
const typeOf = async (...values: string[]) => {
  const rows = values.map((value, row) => [`客户${row}贸易有限公司`, value]);
  return (await fieldsOf(['客户名称', '客户类型'], ...rows)).fields[1];
};

describe('the columns of a sheet', () => {
  it('name persons where only 姓名 is there, and companies with contacts where 公司 stands beside it', async () => {
    expect(await fieldsOf(['姓名', '手机'], ['王伟', '13800138000'], ['李娜', '13900139000'])).toEqual({
      fields: ['name', 'mobile'],
      kind: 'person',
    });
    expect(await fieldsOf(['姓名', '公司', '手机'], ['王伟', '杭州八骏科技有限公司', '13800138000'])).toEqual(
      { fields: ['contactName#0', 'name', 'mobile#0'], kind: 'company' },
    );
  });

  it('take 客户 and 公司 side by side for short name and name, or for person and company', async () => {
    expect(
      await fieldsOf(
        ['客户', '公司全称'],
        ['八骏科技', '杭州八骏科技有限公司'],
        ['恒通五金', '宁波恒通五金有限公司'],
        ['海泰贸易', '苏州海泰贸易有限公司'],
      ),
    ).toMatchObject({ fields: ['shortName', 'name'] });
    expect(
      await fieldsOf(
        ['客户', '公司'],
        ['王伟', '杭州八骏科技有限公司'],
        ['李娜', '宁波恒通五金商行'],
        ['张军', '苏州海泰贸易有限公司'],
      ),
    ).toMatchObject({ fields: ['contactName#0', 'name'] });
  });

  it('give several contacts their own numbers', async () => {
    expect(
      await fieldsOf(
        ['单位', '联系人1', '电话1', '联系人2', '电话2', '公司电话'],
        ['杭州八骏科技有限公司', '王伟', '13800138000', '李娜', '13900139000', '0571-88012345'],
      ),
    ).toMatchObject({ fields: ['name', 'contactName#0', 'phone#0', 'contactName#1', 'phone#1', 'phone'] });
  });

  it('leave landlines to the company and mobiles to the contact', async () => {
    const rows = ['0571-88012345', '0571-88012346', '0571-88012347'].map((phone, row) => [
      '杭州八骏科技有限公司',
      '王伟',
      phone,
      `1380013800${row}`,
    ]);
    expect(await fieldsOf(['客户名称', '联系人', '电话', '联系方式'], ...rows)).toMatchObject({
      fields: ['name', 'contactName#0', 'phone', 'phone#0'],
    });
  });

  it('take 客户类型 for what its values are', async () => {
    expect(await typeOf('老客户', '潜在', 'VIP')).toBe('stage');
    expect(await typeOf('公司', '个人', '公司')).toBe('kind');
    expect(await typeOf('A', 'B', 'C')).toBe('level');
    expect(await typeOf('经销商', '终端', '代理')).toBe('tags');
  });

  it('believe values that cannot be mistaken rather than a wrong header', async () => {
    const { fields, columns } = await understand([
      ['名称', '电话', '备注1'],
      ['杭州八骏科技有限公司', 'a@example.com', '91330106X98567XHEW'],
      ['宁波恒通五金商行', 'b@example.com', '91330200BBWHTGHDDE'],
      ['苏州海泰贸易有限公司', 'c@example.com', '91310104EK5KGPBH5J'],
    ]);
    expect(fields[1]).toBe('email');
    expect(columns[1]).toMatchObject({ reason: 'values' });
    expect(fields[2]).toBe('notes');
  });

  it('leave out 编号 that only counts the lines, and keep real codes', async () => {
    const rows = ['甲', '乙', '丙', '丁'];
    const counted = rows.map((name, row) => [row + 1, `${name}贸易有限公司`]);
    expect((await fieldsOf(['编号', '客户名称'], ...counted)).fields[0]).toBe('ignore');
    const coded = rows.map((name, row) => [`K${row + 7}`, `${name}贸易有限公司`]);
    expect((await fieldsOf(['编号', '客户名称'], ...coded)).fields[0]).toBe('code');
  });

  it('use no field twice: a second address becomes a note', async () => {
    expect(
      (await fieldsOf(['客户名称', '地址', '收货地址', '行业', '所属行业'], ['八骏', 'a', 'b', 'c', 'd']))
        .fields,
    ).toEqual(['name', 'address', 'notes', 'industry', 'ignore']);
  });

  it('show their first filled values, and how many there are', async () => {
    const { columns } = await understand([
      ['客户名称', '备注'],
      ['甲公司', null],
      ['乙公司', '好'],
      ['丙公司', '好'],
    ]);
    expect(columns[1]).toMatchObject({ samples: ['好', '好'], filled: 2, header: '备注' });
  });
});
