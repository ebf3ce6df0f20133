import { expect, it } from 'vitest';
import { importRows, understandImport } from '../../../../src-main/archive/imports/imports.ts';
import { openTestArchive } from '../../../support/open-test-archive.ts';
import {
  allCustomers,
  customersOf,
  importFile,
  planUnderstood,
  temporaryFile,
  understandFile,
} from '../../../support/sheet-import.ts';

it('cards come in as customers with their contacts', async () => {
  const customers = await customersOf([
    ['名称', '杭州八骏科技有限公司'],
    ['电话', '0571-88012345'],
    ['联系人', '王伟'],
    ['手机', 13_800_138_000],
    [],
    ['名称', '宁波恒通五金商行'],
    ['联系人', '李娜'],
  ]);
  expect(customers).toMatchObject([
    {
      kind: 'company',
      name: '杭州八骏科技有限公司',
      methods: [{ value: '0571-88012345' }],
      contacts: [{ name: '王伟', methods: [{ value: '13800138000' }] }],
    },
    { kind: 'company', name: '宁波恒通五金商行', contacts: [{ name: '李娜' }] },
  ]);
});

const chain = '#接龙\n1. 张三 13812345678 两箱\n2. 李四 13912345678 1箱 幸福路12号\n3. 王姐 13612345678';

it('a 接龙 comes in as persons, is shown as the table that was made of it, and stays text when somebody says so', async () => {
  const { session } = await openTestArchive();
  const path = temporaryFile('接龙.txt', chain);
  const { reading, understanding } = await understandFile(session, path);
  const { readingId, sheets } = reading;
  expect(sheets[0]).toMatchObject({ likelyTable: true });
  expect(understanding).toMatchObject({
    header: [0, 0],
    dataRows: 3,
    layout: { type: 'lines', taken: true, count: 3, aside: ['#接龙'] },
  });
  const { rows } = await importRows(session, { readingId, sheet: 0, offset: 0, limit: 2 });
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['姓名', '电话', '地址', '备注', '原文'],
    ['张三', '13812345678', '', '两箱', '张三 13812345678 两箱'],
  ]);
  expect(understanding.columns.at(-1)).toMatchObject({ header: '原文', target: { field: 'ignore' } });

  const asIs = await understandImport(session, { readingId, sheet: 0, asIs: true });
  expect(asIs).toMatchObject({ layout: { type: 'lines', taken: false }, columns: [{ index: 0 }] });
  const columns = [{ index: 0, target: { field: 'name', contact: null } }];
  const { counts } = await planUnderstood(session, { reading, understanding: asIs }, { asIs: true, columns });
  expect(counts.rows).toBeGreaterThan(2);

  await importFile(session, path);
  expect(allCustomers(session)).toMatchObject([
    { kind: 'person', name: '张三', notes: '两箱', methods: [{ value: '13812345678' }] },
    { kind: 'person', name: '李四', notes: '1箱', address: '幸福路12号' },
    { kind: 'person', name: '王姐', methods: [{ value: '13612345678' }] },
  ]);
});
