import { describe, expect, it } from 'vitest';
import { importRows, understandImport } from '../../../src-main/archive/imports/imports.ts';
import type { TestCell, TestSheet } from '../../support/build-workbook.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import {
  allCustomers,
  customersOf,
  importFile,
  planUnderstood,
  understandFile,
  workbookFile,
} from '../../support/sheet-import.ts';

type Rows = readonly (readonly TestCell[])[];

const bajun = '杭州八骏科技有限公司';
const hengtong = '宁波恒通五金商行';
const haitai = '苏州海泰贸易有限公司';
const phone = (at: number): string => `1380013800${at}`;

/** Who comes out of a sheet, each with its contacts: `公司：张三（经理）13800138000`. */
async function whoOf(rows: Rows, sheet: Partial<TestSheet> = {}): Promise<string[]> {
  const customers = await customersOf(rows, sheet);
  return customers.map(({ name, contacts, methods, address }) => {
    const people = contacts.map(
      (one) =>
        `${one.name}${one.title === '' ? '' : `（${one.title}）`}${one.methods.map(({ value }) => value).join('/')}`,
    );
    const own = methods.map(({ value }) => value).join('/');
    return [`${name}${own}`, address, people.join('，')].filter((part) => part !== '').join('：');
  });
}

/** The layout that is found in a sheet, and what becomes of its rows and the column of headings. */
async function layoutOf(rows: Rows, sheet: Partial<TestSheet> = {}, asIs?: boolean) {
  const { session } = await openTestArchive();
  const { reading } = await understandFile(session, workbookFile(rows, sheet));
  const { readingId } = reading;
  const { layout, columns, leftOut } = await understandImport(session, { readingId, sheet: 0, asIs });
  const guess = columns.find(({ index }) => index === layout?.column);
  return {
    layout,
    fields: columns.map(({ target: { field } }) => field),
    reason: guess?.reason,
    rows: leftOut.filter(({ reason }) => reason === 'heading').map(({ row }) => row),
  };
}

const merged: Rows = [
  ['姓名', '职务', '手机'],
  [bajun],
  ['王伟', '经理', phone(0)],
  ['李娜', '会计', phone(1)],
  [hengtong],
  ['张军', '老板', phone(2)],
];
const across = { merged: ['A2:C2', 'A5:C5'] };

describe('companies in rows of their own above their people', () => {
  const expected = [
    `${bajun}：王伟（经理）${phone(0)}，李娜（会计）${phone(1)}`,
    `${hengtong}：张军（老板）${phone(2)}`,
  ];

  it('are the customers, and the people their contacts, when they are merged across the table', async () => {
    expect(await whoOf(merged, across)).toEqual(expected);
  });

  it('are shown as what they are, with the reason', async () => {
    expect(await layoutOf(merged, across)).toEqual({
      layout: {
        type: 'headings',
        taken: true,
        headings: 'company',
        column: 3,
        count: 2,
        example: bajun,
        aside: [],
      },
      fields: ['contactName', 'contactTitle', 'mobile', 'name'],
      reason: 'heading',
      rows: [1, 4],
    });
  });

  it('are rows like all others when somebody says so', async () => {
    expect(await layoutOf(merged, across, true)).toMatchObject({
      layout: { taken: false, column: null, count: 2 },
      fields: ['name', 'contactTitle', 'mobile'],
      rows: [],
    });
    const { session } = await openTestArchive();
    const { reading } = await understandFile(session, workbookFile(merged, across));
    const input = { readingId: reading.readingId, sheet: 0, asIs: true };
    const understanding = await understandImport(session, input);
    const { counts } = await planUnderstood(session, { reading, understanding }, { asIs: true });
    expect(counts).toMatchObject({ rows: 5, newCustomers: 5 });
  });

  it('need not be merged, and the table needs no header', async () => {
    expect(await whoOf(merged)).toEqual(expected);
    expect(await whoOf(merged.slice(1))).toEqual(expected.map((one) => one.replaceAll(/（..）/gu, '')));
  });

  it('may have the numbers of their people beside them, and gaps between them', async () => {
    const rows: Rows = [
      ['各单位通讯录'],
      ['序号', '姓名', '职务', '手机'],
      [bajun],
      [1, '王伟', '经理', phone(0)],
      [2, '李娜', '会计', phone(1)],
      [],
      [hengtong],
      [1, '张军', '老板', phone(2)],
      ['合计', null, null, '3人'],
    ];
    expect(await whoOf(rows, { merged: ['A1:D1', 'A3:D3', 'A7:D7'] })).toEqual(expected);
  });

  it('may each have the header once more below them', async () => {
    const head = ['姓名', '职务', '手机'];
    const rows: Rows = [[bajun], head, ...merged.slice(2, 4), [], [hengtong], head, ...merged.slice(5)];
    expect(await whoOf(rows, { merged: ['A1:C1', 'A6:C6'] })).toEqual(expected);
  });

  it('may stand in turn with them, with a phone and an address of their own', async () => {
    const rows: Rows = [
      ['单位/姓名', '手机', '座机', '地址'],
      [bajun, null, '0571-88012345', '杭州市西湖区文一西路 8 号'],
      ['王伟', phone(0)],
      ['李娜', phone(1)],
      [hengtong, null, '0574-87654321'],
      ['张军', phone(2)],
    ];
    expect(await whoOf(rows)).toEqual([
      `${bajun}0571-88012345：文一西路 8 号：王伟${phone(0)}，李娜${phone(1)}`,
      `${hengtong}0574-87654321：张军${phone(2)}`,
    ]);
  });

  it('are customers also when nobody stands below them', async () => {
    const rows: Rows = [...merged.slice(0, 5), [haitai], ['张军', '老板', phone(2)]];
    expect(await whoOf(rows)).toEqual([expected[0], hengtong, `${haitai}：张军（老板）${phone(2)}`]);
    expect(await whoOf([...merged, [haitai], ['合计', null, '3人']])).toEqual([...expected, haitai]);
  });

  it('may be numbered and remarked on, and end where something else than a company begins', async () => {
    const rows: Rows = [
      ['姓名', '职务', '手机'],
      ['一、杭州八骏科技有限公司'],
      ...merged.slice(2, 4),
      ['二、宁波恒通五金商行（江北）'],
      ...merged.slice(5),
      ['三、个体客户'],
      ['陈勇', '', phone(3)],
    ];
    expect(await whoOf(rows)).toEqual([
      expected[0],
      `${hengtong}（江北）：张军（老板）${phone(2)}`,
      `陈勇${phone(3)}`,
    ]);
  });

  it('are shown beside their people in the sheet', async () => {
    const { session } = await openTestArchive();
    const { reading } = await understandFile(session, workbookFile(merged, across));
    const page = await importRows(session, { readingId: reading.readingId, sheet: 0, offset: 0, limit: 10 });
    expect(page.rows.map(({ cells, leftOut }) => [leftOut, cells[0], cells[3]])).toEqual([
      ['header', '姓名', '公司名称'],
      ['heading', bajun, ''],
      [null, '王伟', bajun],
      [null, '李娜', bajun],
      ['heading', hengtong, ''],
      [null, '张军', hengtong],
    ]);
  });

  it('can be put right in the plan, and come in again as they were left out', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(session, workbookFile(merged, across));
    const edits = [{ row: 5, column: 3, text: haitai }];
    const { counts } = await planUnderstood(session, understood, { edits });
    expect(counts).toMatchObject({ rows: 3, newCustomers: 2 });
  });
});

describe('lists of companies and persons', () => {
  it.each<[string, Rows]>([
    [
      'mixed, with a phone each',
      [
        ['客户名称', '电话'],
        [bajun, phone(0)],
        ['王伟', phone(1)],
        [hengtong, phone(2)],
        ['李娜', phone(3)],
      ],
    ],
    [
      'of companies, some of which have nothing but their name',
      [
        ['客户名称', '联系人', '手机'],
        [bajun, '王伟', phone(0)],
        [hengtong],
        [haitai, '张军', phone(2)],
        ['上海宏美五金有限公司', '陈勇', phone(3)],
      ],
    ],
    ['of names only', [['客户名称'], [bajun], ['王伟'], [hengtong], ['李娜']]],
  ])('%s, have no headings', async (_, rows) => {
    expect(await layoutOf(rows)).toMatchObject({ layout: null, rows: [] });
    expect(await customersOf(rows)).toHaveLength(rows.length - 1);
  });
});

describe('rows that group those below them', () => {
  const grouped = (...headings: string[]): Rows => [
    ['客户名称', '联系人', '手机'],
    ...headings.flatMap((heading, at) => [
      [heading],
      [`第${at}贸易有限公司`, '王伟', phone(at * 2)],
      [`第${at}五金商行`, '李娜', phone(at * 2 + 1)],
    ]),
  ];

  it.each([
    ['regions', ['华东区', '华南区'], 'region'],
    ['clerks', ['业务员：张三', '业务员：李四'], 'owner'],
    ['years', ['—— 2023年 ——', '2024年'], 'year'],
    ['whatever else', ['【零售】', '【批发】'], 'other'],
  ] as const)('by %s are no customers, and offered as a column', async (_, headings, kind) => {
    const { layout, fields, reason } = await layoutOf(grouped(...headings));
    expect(layout).toMatchObject({ type: 'headings', headings: kind, column: 3, count: 2 });
    expect([fields.at(-1), reason]).toEqual(['ignore', 'heading']);
    expect(await customersOf(grouped(...headings))).toHaveLength(4);
  });

  it('become what somebody says', async () => {
    const { session } = await openTestArchive();
    const path = workbookFile(grouped('业务员：张三', '业务员：李四'));
    const { reading, understanding } = await understandFile(session, path);
    const columns = understanding.columns.map(({ index, target }) =>
      index === 3 ? { index, target: { field: 'owner', contact: null } } : { index, target },
    );
    await importFile(session, path, undefined, { columns });
    expect(reading.sheets).toHaveLength(1);
    expect(allCustomers(session).map(({ owner }) => owner)).toEqual(['张三', '张三', '李四', '李四']);
  });

  it('are none where there is only one of them', async () => {
    expect(await layoutOf(grouped('华东区'))).toMatchObject({ layout: null });
  });
});
