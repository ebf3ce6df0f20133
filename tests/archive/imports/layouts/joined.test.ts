import { expect, it } from 'vitest';
import { understandImport } from '../../../../src-main/archive/imports/imports.ts';
import type { TestCell } from '../../../support/build-workbook.ts';
import { openTestArchive } from '../../../support/open-test-archive.ts';
import { allCustomers, planInputOf, understandFile, workbookFile } from '../../../support/sheet-import.ts';
import { commitImport, planImport } from '../../../../src-main/archive/imports/imports.ts';

const head = ['档口', '姓名', '手机'];
const rows: (readonly TestCell[])[] = [
  ['老顾客电话表'],
  [...head, null, ...head],
  ['A12 鲜果园水果店', '老王', '13812340021', null, 'B03 果缘水果店', '李姐', '13812340031'],
  ['A15 百果园', '小张', '13812340022', null, 'B05 果多美水果店', '陈勇', '13812340032'],
  [null, '小刘', '13812340023'],
];

it('tables of one header are put together when somebody says so, with what is merged in them', async () => {
  const { session } = await openTestArchive();
  const { reading, understanding } = await understandFile(session, workbookFile(rows, { merged: ['A4:A5'] }));
  expect(understanding).toMatchObject({ tables: [{}, {}], table: 0, alike: { count: 2, joined: false } });
  const { readingId } = reading;
  const joined = await understandImport(session, { readingId, sheet: 0, joined: true });
  expect(joined).toMatchObject({ header: [0, 0], table: 0, dataRows: 5, alike: { count: 2, joined: true } });
  expect(joined.columns.map(({ header }) => header)).toEqual(head);
  const input = planInputOf([{ reading, understanding: joined }], { joined: true });
  const { planId } = await planImport(session, input, () => {});
  await commitImport(
    session,
    { planId },
    async () => {},
    () => {},
  );
  expect(
    allCustomers(session).map(({ name, contacts }) => [name, ...contacts.map((one) => one.name)]),
  ).toEqual([
    ['A12 鲜果园水果店', '老王'],
    ['A15 百果园', '小张', '小刘'],
    ['B03 果缘水果店', '李姐'],
    ['B05 果多美水果店', '陈勇'],
  ]);
});

it('tables of other headers are not', async () => {
  const { session } = await openTestArchive();
  const suppliers = [
    ['供应商名称', '电话', '地址'],
    ['上海宏美五金有限公司', '021-58880001', '上海市徐汇区人民路1号'],
    ['无锡新联机电有限公司', '0510-85110002', '无锡市滨湖区湖滨路2号'],
  ];
  const customers = [
    ['客户名称', '联系人', '手机'],
    ['杭州八骏科技有限公司', '王伟', '13800138000'],
  ];
  const { understanding } = await understandFile(session, workbookFile([...customers, [], ...suppliers]));
  expect(understanding).toMatchObject({ tables: [{}, {}], alike: null });
});
