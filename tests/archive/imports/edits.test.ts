import { describe, expect, it } from 'vitest';
import {
  acceptImport,
  commitImport,
  decideImport,
  editImport,
  importPlanCounts,
  importPlanRows,
} from '../../../src-main/archive/imports/imports.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { draft, failureOf, openTestArchive } from '../../support/open-test-archive.ts';
import {
  allCustomers,
  planInputOf,
  planUnderstood,
  understandFile,
  workbookFile,
} from '../../support/sheet-import.ts';

const quiet = (): void => {};
const header = ['客户名称', '手机', '城市', '备注'];

async function planned(rows: readonly (readonly TestCell[])[]) {
  const test = await openTestArchive();
  const understood = await understandFile(test.session, workbookFile([header, ...rows]));
  const plan = await planUnderstood(test.session, understood);
  const { planId } = plan;
  return {
    ...test,
    ...plan,
    understood,
    edit: (index: number, column: number, text: string, alike = false) =>
      editImport(test.session, { planId, edits: [{ index, column, text }], alike }, quiet),
    rows: async () => (await importPlanRows(test.session, { planId, offset: 0, limit: 100 })).rows,
    commit: () => commitImport(test.session, { planId }, async () => {}, quiet),
  };
}

describe('a cell that is corrected', () => {
  it('is what comes in, while the file stays as it is and is shown beside it', async () => {
    const { edit, rows, commit, session } = await planned([
      ['八骏科技', '1380013800', '杭州市'],
      ['恒通五金', '13900139000', '宁波市'],
    ]);
    expect((await rows()).map(({ status }) => status)).toEqual(['doubtful', 'create']);
    expect(await edit(0, 1, '13800138000')).toMatchObject({
      rows: 1,
      alike: 0,
      counts: { doubtful: 0, create: 2 },
    });
    expect((await rows())[0]).toMatchObject({
      status: 'create',
      doubts: [],
      edited: [{ column: 1, original: '1380013800' }],
    });
    await edit(1, 3, '月结');
    await commit();
    expect(allCustomers(session)).toMatchObject([
      { name: '八骏科技', methods: [{ value: '13800138000' }] },
      { name: '恒通五金', notes: '月结' },
    ]);
  });

  it('can be emptied', async () => {
    const { edit, commit, session } = await planned([['八骏科技', '13800138000', '杭州市', '错的']]);
    await edit(0, 3, '');
    await commit();
    expect(allCustomers(session)).toMatchObject([{ notes: '' }]);
  });

  it('takes the others that read the same with it when that is wanted', async () => {
    const { edit, commit, session } = await planned([
      ['八骏科技', '13800138000', null, '杭洲'],
      ['恒通五金', '13900139000', null, '杭洲'],
      ['瑞丰装饰', '13700137000', null, '宁波'],
      ['盛隆机械', '13600136000', null, '杭洲'],
    ]);
    expect(await edit(0, 3, '杭州')).toMatchObject({ rows: 1, alike: 2 });
    await edit(3, 3, '杭州湾');
    expect(await edit(0, 3, '杭州', true)).toMatchObject({ rows: 2, alike: 0 });
    await commit();
    expect(allCustomers(session).map(({ notes }) => notes)).toEqual(['杭州', '杭州', '宁波', '杭州湾']);
  });

  it('changes whom rows belong to, also later ones', async () => {
    const { edit, rows, counts, commit, session } = await planned([
      ['宁波恒通五金有限公司', '13900139000'],
      ['杭州八骏科技有限公司', '13800138000'],
      ['杭州八骏科技有限公司', null, null, '要开专票'],
    ]);
    expect(counts).toMatchObject({ newCustomers: 2, joined: 1 });
    expect(await edit(1, 0, '宁波恒通五金有限公司')).toMatchObject({
      counts: { newCustomers: 2, joined: 1 },
    });
    expect((await rows()).map(({ match }) => match?.index ?? null)).toEqual([null, 0, null]);
    await commit();
    expect(allCustomers(session).map(({ name, notes }) => [name, notes])).toEqual([
      ['宁波恒通五金有限公司', ''],
      ['杭州八骏科技有限公司', '要开专票'],
    ]);
  });

  it('leaves what was decided about other rows', async () => {
    const { edit, planId, session, counts } = await planned([
      ['杭州八骏科技有限公司', '13800138000'],
      ['苏州盛隆机械厂', '13800138000'],
      ['恒通五金', '13900139000'],
    ]);
    expect(counts).toMatchObject({ possible: 1, possibleBy: { phone: 1 } });
    await decideImport(session, { planId, rows: { possibleBy: 'phone' }, decision: 'skip' });
    expect(await edit(2, 0, '宁波恒通五金')).toMatchObject({ counts: { skip: 1, possible: 0, create: 2 } });
  });

  it('stays as it was when matching anew is cancelled', async () => {
    const { rows, planId, session } = await planned([['八骏科技', '13800138000']]);
    const cancelled = editImport(
      session,
      { planId, edits: [{ index: 0, column: 0, text: '恒通五金' }], alike: false },
      quiet,
      AbortSignal.abort(),
    );
    expect(await failureOf(cancelled)).toEqual({ code: 'cancelled' });
    expect(await rows()).toMatchObject([{ name: '八骏科技', edited: [] }]);
  });

  it('is corrected again in a plan that is made anew with what was said', async () => {
    const { session, understood } = await planned([
      ['八骏科技', '1380013800', null, '杭洲'],
      ['恒通五金', '13900139000', null, '杭洲'],
      ['瑞丰装饰', '1370013700', null, '杭洲'],
    ]);
    const { sheet } = understood.understanding;
    const input = planInputOf(
      [understood],
      {
        edits: [{ row: 1, column: 1, text: '13800138000' }],
        columnEdits: [{ column: 3, from: '杭洲', text: '杭州' }],
      },
      {
        decisions: [{ rows: [{ sheet, row: 2 }], decision: 'skip' }],
        accepted: [[{ sheet, row: 3 }]],
      },
    );
    const { counts, planId } = await planUnderstood(session, understood, input.sheets[0], input);
    expect(counts).toMatchObject({ create: 2, skip: 1, doubtful: 0 });
    await commitImport(session, { planId }, async () => {}, quiet);
    expect(allCustomers(session).map(({ name, notes }) => [name, notes])).toEqual([
      ['八骏科技', '杭州'],
      ['瑞丰装饰', '杭州'],
    ]);
  });
});

describe('doubtful rows', () => {
  const doubtful = [
    ['八骏科技', '1380013800'],
    ['恒通五金', '1390013900'],
    ['瑞丰装饰', '13700137000'],
  ];

  it('are taken as they are one by one or all at once, and then are no longer doubtful', async () => {
    const { session, planId, rows, commit } = await planned(doubtful);
    const [first] = await rows();
    expect(await acceptImport(session, { planId, rows: first ? [first] : [] })).toMatchObject({
      doubtful: 1,
      create: 2,
    });
    expect(await acceptImport(session, { planId, rows: 'allDoubtful' })).toMatchObject({
      doubtful: 0,
      create: 3,
    });
    expect((await rows()).map(({ accepted }) => accepted)).toEqual([true, true, false]);
    expect(await commit()).toMatchObject({ created: 3, doubtful: 0 });
  });

  it('have been looked at once they are decided', async () => {
    const { session, planId, rows } = await planned(doubtful);
    const [first] = await rows();
    const counts = await decideImport(session, { planId, rows: first ? [first] : [], decision: 'create' });
    expect(counts).toMatchObject({ doubtful: 1, create: 2 });
  });

  it('are imported all the same when nobody looks at them', async () => {
    const { commit, session } = await planned(doubtful);
    expect(await commit()).toMatchObject({ created: 3, doubtful: 2 });
    expect(allCustomers(session)).toHaveLength(3);
  });
});

describe('customers that change between plan and commit', () => {
  it('are matched anew, and where that changes what becomes of rows nothing is written before it was seen', async () => {
    const { session, client, planId, commit, rows } = await planned([
      ['杭州八骏科技有限公司', '13800138000', null, '新'],
      ['宁波恒通五金有限公司', '13900139000'],
    ]);
    await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司' }) });
    expect(await failureOf(commit())).toEqual({ code: 'planOutdated' });
    expect(allCustomers(session)).toHaveLength(1);
    expect(importPlanCounts(session, { planId })).toMatchObject({ update: 1, create: 1 });
    expect((await rows())[0]).toMatchObject({ status: 'update', match: { customerId: 1 } });
    expect(await commit()).toMatchObject({ created: 1, updated: 1 });
    expect(allCustomers(session)).toMatchObject([{ notes: '新' }, { name: '宁波恒通五金有限公司' }]);
  });

  it('are written to as they are now, where the same becomes of all rows', async () => {
    const { session, client, commit } = await planned([['宁波恒通五金有限公司', '13900139000']]);
    await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司' }) });
    await client.tags.create({ name: '展会' });
    expect(await commit()).toMatchObject({ created: 1 });
    expect(allCustomers(session)).toHaveLength(2);
  });
});
