import { describe, expect, it } from 'vitest';
import { normaliseContext, normaliseRow } from '../../../src-main/archive/imports/normalise.ts';
import { rowColumns, type MappedColumn } from '../../../src-main/archive/imports/row-columns.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { normalisedRows } from '../../support/normalised-rows.ts';

const own = (field: string) => ({ field, contact: null });

/** Rows with the meaning of each column as somebody chose it. */
const mapped = (rows: readonly (readonly TestCell[])[], ...fields: string[]) =>
  normalisedRows(
    rows,
    {},
    Object.fromEntries(
      fields.map((field, index): [number, Partial<MappedColumn>] => [index, { target: own(field) }]),
    ),
  );

describe('several columns for one field', () => {
  it('姓 and 名 are one name without being told, whichever stands first', async () => {
    const [first] = await normalisedRows([
      ['姓', '名', '手机'],
      ['王', '伟', '13800138000'],
      ['欧阳', '娜娜', '13900139000'],
    ]);
    expect(first).toMatchObject({ kind: 'person', name: '王伟' });
    const turned = await normalisedRows([
      ['名', '姓', '手机'],
      ['娜娜', '欧阳', '13900139000'],
    ]);
    expect(turned).toMatchObject([{ name: '欧阳娜娜' }]);
    const english = await normalisedRows([
      ['First Name', 'Last Name', 'E-mail'],
      ['John', 'Smith', 'john@example.com'],
    ]);
    expect(english).toMatchObject([{ name: 'John Smith' }]);
  });

  it('beside a company they are one contact', async () => {
    const rows = await normalisedRows([
      ['公司名称', '姓', '名', '手机'],
      ['杭州八骏科技有限公司', '王', '伟', '13800138000'],
    ]);
    expect(rows).toMatchObject([
      { name: '杭州八骏科技有限公司', contacts: [{ name: '王伟', methods: [{ value: '13800138000' }] }] },
    ]);
    expect(rows[0]?.contacts).toHaveLength(1);
  });

  it('say nothing new beside the whole name', async () => {
    expect(
      await normalisedRows([
        ['姓名', '姓', '名'],
        ['王伟', '王', '伟'],
      ]),
    ).toMatchObject([{ name: '王伟', contacts: [] }]);
  });

  it('parts of an address are joined in the order of the sheet', async () => {
    const rows = [
      ['客户名称', '省', '市', '街道', '门牌号'],
      ['杭州八骏科技有限公司', '浙江', '杭州', '西湖区文一西路', '8号'],
    ];
    expect(await mapped(rows, 'name', 'address', 'address', 'address', 'address')).toMatchObject([
      { province: '浙江省', city: '杭州市', district: '西湖区', address: '文一西路8号' },
    ]);
  });

  it('year, month and day are a date', async () => {
    const rows = [
      ['姓名', '年', '月', '日'],
      ['王伟', 1985, 5, 1],
    ];
    expect(await mapped(rows, 'name', 'birthday', 'birthday', 'birthday')).toMatchObject([
      { birthday: '1985-05-01' },
    ]);
  });

  it('the parts of a code stand without anything between them, other texts with a space', async () => {
    const rows = [
      ['前缀', '号', '公司名称', '行业大类', 'Sub-industry'],
      ['KH', '0012', '甲贸易有限公司', 'Trade', 'Steel'],
    ];
    expect(await mapped(rows, 'code', 'code', 'name', 'industry', 'industry')).toMatchObject([
      { code: 'KH0012', industry: 'Trade Steel' },
    ]);
  });

  it('where a field is one value by nature, the first that says something counts', async () => {
    const rows = [
      ['客户名称', '税号1', '税号2'],
      ['甲贸易有限公司', null, '91330106X98567XHEW'],
      ['乙贸易有限公司', '91330200BBWHTGHDDE', '91330106X98567XHEW'],
    ];
    expect(await mapped(rows, 'name', 'taxId', 'taxId')).toMatchObject([
      { taxId: '91330106X98567XHEW' },
      { taxId: '91330200BBWHTGHDDE' },
    ]);
  });

  it('a destroyed part is left out of the whole, and told', async () => {
    const rows = [
      ['公司名称', '账号', '账号续'],
      ['甲贸易有限公司', '120202', '#####'],
    ];
    expect(await mapped(rows, 'name', 'bankAccount', 'bankAccount')).toMatchObject([
      { bankAccount: '120202', doubts: ['2 cellDestroyed'] },
    ]);
  });
});

describe('one column for several fields', () => {
  it('feeds each of them', () => {
    const columns = rowColumns(
      [
        { index: 0, target: own('name') },
        { index: 0, target: { field: 'contactName', contact: 0 } },
        { index: 0, target: own('notes') },
        { index: 1, target: own('mobile') },
      ],
      [['联系人'], ['手机']],
    );
    const cells = [
      { column: 0, type: 'text' as const, text: '王伟' },
      { column: 1, type: 'text' as const, text: '13800138000' },
    ];
    const row = normaliseRow(cells, normaliseContext(columns, { kind: 'company', today: '2024-11-08' }));
    expect(row?.draft).toMatchObject({
      name: '王伟',
      fields: { notes: '联系人：王伟' },
      methods: [{ value: '13800138000' }],
    });
    expect(row?.values().map(({ field, column }) => `${column} ${field}`)).toEqual([
      '0 name',
      '0 contacts[0].contactName',
      '0 notes',
      '1 mobile',
    ]);
  });
});

describe('words that the owner said something about', () => {
  const rows = [
    ['客户名称', '客户状态', '等级'],
    ['甲贸易有限公司', '老客户', 'D'],
    ['乙贸易有限公司', 'ＶＩＰ', 'A'],
    ['丙贸易有限公司', '暂缓', '-'],
  ];

  it('stand for what they said; others for what they usually do', async () => {
    const said = {
      1: {
        options: [
          { from: '暂缓', to: 'dormant' },
          { from: 'vip', to: 'tag' },
        ],
      },
      2: { options: [{ from: 'D', to: 'C' }] },
    };
    expect(await normalisedRows(rows, {}, said)).toMatchObject([
      { stage: 'active', level: 'C', tags: ['老客户'] },
      { level: 'A', tags: ['ＶＩＰ'] },
      { stage: 'dormant', tags: [] },
    ]);
  });

  it('stand for nothing when they said so', async () => {
    const read = await normalisedRows(rows, {}, { 1: { options: [{ from: '老客户', to: '' }] } });
    expect(read[0]).not.toHaveProperty('stage');
    expect(read[0]?.tags).toEqual(['D']);
  });
});
