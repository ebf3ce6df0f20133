import { describe, expect, it } from 'vitest';
import { understandSheet, type SheetChoice } from '../../../src-main/archive/imports/understand.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { importPlanRows, importRows, understandImport } from '../../../src-main/archive/imports/imports.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import { sheetOf } from '../../support/read-sheets.ts';
import { planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

type Row = readonly TestCell[];

const customers: Row[] = [
  ['客户名称', '联系人', '手机'],
  ['杭州八骏科技有限公司', '王伟', '13800138000'],
  ['宁波恒通五金商行', '李娜', '13900139000'],
  ['苏州海泰贸易有限公司', '张军', '18600000702'],
];
const suppliers: Row[] = [
  ['供应商名称', '电话', '地址', '开户行'],
  ['上海宏美五金有限公司', '021-58880001', '上海市徐汇区人民路1号', '工行徐汇支行'],
  ['无锡新联机电有限公司', '0510-85110002', '无锡市滨湖区湖滨路2号', '建行滨湖支行'],
];

async function tablesOf(rows: readonly Row[], choice?: SheetChoice) {
  const { understanding } = await understandSheet(await sheetOf(rows), 0, choice);
  const { tables, table, header, dataRows, columns, leftOut } = understanding;
  return {
    tables: tables.map(({ top, left, bottom, right, header: own }) => [
      top,
      left,
      bottom,
      right,
      own?.[0] ?? null,
    ]),
    table,
    header,
    dataRows,
    mapped: columns.filter(({ target }) => target.field !== 'ignore').map(({ index }) => index),
    others: leftOut.filter(({ reason }) => reason === 'otherTable').map(({ row }) => row),
  };
}

/** Rows side by side, with one blank column between them. */
const beside = (left: readonly Row[], right: readonly Row[]): Row[] => {
  const width = Math.max(...left.map(({ length }) => length));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...Array.from({ length: width }, (__, column) => left[row]?.[column] ?? null),
    null,
    ...(right[row] ?? []),
  ]);
};

describe('several tables on one sheet', () => {
  it('one below the other are two; the longer one is taken and the other left out, and shown as that', async () => {
    expect(await tablesOf([...customers, [], ...suppliers])).toEqual({
      tables: [
        [0, 0, 3, 3, 0],
        [5, 0, 7, 3, 5],
      ],
      table: 0,
      header: [0, 0],
      dataRows: 3,
      mapped: [0, 1, 2],
      others: [5, 6, 7],
    });
  });

  it('the title of the second is its own', async () => {
    const found = await tablesOf([['客户'], ...customers, [], ['供应商名单'], ...suppliers], { table: 1 });
    expect(found).toMatchObject({
      tables: [
        [0, 0, 4, 3, 1],
        [6, 0, 9, 3, 7],
      ],
      table: 1,
      header: [7, 7],
      dataRows: 2,
      others: [0, 1, 2, 3, 4],
    });
  });

  it('the second is taken when it is longer', async () => {
    const more = Array.from({ length: 5 }, (_, row) => [`第${row}贸易有限公司`, `021-5888000${row}`, '', '']);
    expect(await tablesOf([...customers, [], ...suppliers, ...more])).toMatchObject({
      table: 1,
      dataRows: 7,
    });
  });

  it('side by side are two', async () => {
    const found = await tablesOf(beside(customers, suppliers));
    expect(found).toMatchObject({
      tables: [
        [0, 0, 3, 2, 0],
        [0, 4, 2, 7, 0],
      ],
      table: 0,
      dataRows: 3,
      mapped: [0, 1, 2],
    });
    expect(await tablesOf(beside(customers, suppliers), { table: 1 })).toMatchObject({
      table: 1,
      dataRows: 2,
      mapped: [4, 5, 6, 7],
      others: [3],
    });
  });

  it('a list folded into two halves is two tables of the same header', async () => {
    const half: Row[] = [
      ['姓名', '电话'],
      ['王伟', '13800138000'],
      ['李娜', '13900139000'],
    ];
    const other: Row[] = [
      ['姓名', '电话'],
      ['张军', '18600000702'],
      ['陈勇', '13700137000'],
    ];
    expect((await tablesOf(beside(half, other))).tables).toEqual([
      [0, 0, 2, 1, 0],
      [0, 3, 2, 4, 0],
    ]);
  });

  it('two beside each other above a third are three', async () => {
    const found = await tablesOf([
      ...beside(customers, suppliers),
      [],
      ...suppliers.map((row) => [null, ...row]),
    ]);
    expect(found.tables).toEqual([
      [0, 0, 3, 2, 0],
      [0, 4, 2, 7, 0],
      [5, 0, 7, 7, 5],
    ]);
  });

  it('are two also where the lower one has nobody but phones', async () => {
    const drivers: Row[] = [
      ['配送司机', '电话'],
      ['老赵', '13812340041'],
    ];
    expect(await tablesOf([...customers, [], ...drivers])).toMatchObject({
      table: 0,
      dataRows: 3,
      others: [5, 6],
    });
  });

  it('can be taken as one sheet all the same', async () => {
    const found = await tablesOf([...customers, [], ...suppliers], { table: null });
    expect(found).toMatchObject({ table: null, header: [0, 0], dataRows: 6, others: [] });
    expect(found.tables).toHaveLength(2);
  });
});

describe('one table stays one', () => {
  it.each<[string, Row[], number]>([
    ['with a gap in its rows', [...customers, [], [], ['上海宏美五金有限公司', '陈勇', '13700137000']], 4],
    ['with its header pasted again after a gap', [...customers, [], ...customers], 6],
    ['with a title and a blank row above', [['2024年客户通讯录'], [], ['制表：张三'], [], ...customers], 3],
    ['with totals and notes below', [...customers, [], ['合计', null, '3户'], [], ['说明：内部资料']], 3],
    ['with a blank column in it', customers.map(([name, ...rest]) => [name ?? null, null, ...rest]), 3],
    ['without any header', customers.slice(1), 3],
    ['with every second row blank', customers.flatMap((row) => [row, []]), 3],
  ])('%s', async (_, rows, dataRows) => {
    const found = await tablesOf(rows);
    expect(found).toMatchObject({ table: 0, dataRows, others: [] });
    expect(found.tables).toHaveLength(1);
  });

  it('nor is an empty sheet any', async () => {
    expect(await tablesOf([])).toMatchObject({ tables: [], table: null, dataRows: 0 });
  });
});

describe('the chosen table', () => {
  it('is what is planned, and the rows of the others are shown as theirs', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(session, workbookFile([...customers, [], ...suppliers]));
    const { readingId } = understood.reading;
    const other = await understandImport(session, { readingId, sheet: 0, table: 1 });
    const { rows } = await importRows(session, { readingId, sheet: 0, offset: 0, limit: 10 });
    expect(rows.map(({ leftOut }) => leftOut)).toEqual([
      'otherTable',
      'otherTable',
      'otherTable',
      'otherTable',
      'blank',
      'header',
      null,
      null,
    ]);
    const table = other.tables[1];
    const plan = await planUnderstood(session, { ...understood, understanding: other }, { table });
    expect(plan.counts).toMatchObject({ rows: 2, create: 2 });
  });

  it('beside another has only its own rows and columns', async () => {
    const { session } = await openTestArchive();
    const { reading, understanding } = await understandFile(
      session,
      workbookFile(beside(customers, suppliers)),
    );
    const { planId } = await planUnderstood(
      session,
      { reading, understanding },
      { table: understanding.tables[0] },
    );
    const { rows } = await importPlanRows(session, { planId, offset: 0, limit: 10 });
    expect(rows.map(({ name, row }) => [row, name])).toEqual(
      customers.slice(1).map(([name], row) => [row + 1, name]),
    );
  });
});
