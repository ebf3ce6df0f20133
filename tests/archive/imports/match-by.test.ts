import { describe, expect, it } from 'vitest';
import { commitImport, importPlanRows } from '../../../src-main/archive/imports/imports.ts';
import type { MatchByKey, PlanInput } from '../../../src-shared/import-plan.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { draft, openTestArchive } from '../../support/open-test-archive.ts';
import { allCustomers, planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

const quiet = (): void => {};
const header = ['客户编号', '客户名称', '联系人', '手机', '统一社会信用代码', '备注'];

describe('the keys by which rows are recognised', () => {
  /** Two customers: one agrees in its phone and name, the other in its credit code. */
  async function matched(matchBy: MatchByKey[], row: readonly TestCell[]) {
    const { session, client } = await openTestArchive();
    await client.customers.create({
      draft: draft({
        name: '杭州八骏科技有限公司',
        methods: [{ type: 'mobile', value: '13800138000', label: '' }],
      }),
    });
    await client.customers.create({
      draft: draft({ name: '宁波恒通五金有限公司', creditCode: '91330106X98567XHEW' }),
    });
    const understood = await understandFile(session, workbookFile([header, row]));
    const { planId } = await planUnderstood(session, understood, {}, { matchBy });
    const { rows } = await importPlanRows(session, { planId, offset: 0, limit: 1 });
    return [rows[0]?.status, rows[0]?.match?.customerId ?? null, rows[0]?.match?.key ?? null];
  }
  const row = [null, '八骏科技有限公司', null, '13800138000', '91330106X98567XHEW'];

  it('count in the order in which they stand', async () => {
    expect(await matched(['creditCode', 'phone', 'name'], row)).toEqual(['update', 2, 'creditCode']);
    expect(await matched(['phone', 'creditCode', 'name'], row)).toEqual(['update', 1, 'phone']);
  });

  it('can be left out', async () => {
    const named = [null, '杭州八骏科技有限公司', null, '13700137000'];
    expect(await matched(['name'], named)).toEqual(['update', 1, 'name']);
    expect(await matched(['code', 'phone'], named)).toEqual(['create', null, null]);
    expect(await matched([], row)).toEqual(['create', null, null]);
    const similar = [null, '八骏科技'];
    expect(await matched(['name'], similar)).toEqual(['possible', 1, 'similarName']);
    expect(await matched(['phone'], similar)).toEqual(['create', null, null]);
  });
});

describe('rows that name people of one company', () => {
  const rows: readonly (readonly TestCell[])[] = [
    [null, '杭州八骏科技有限公司', '王伟', '13800138000'],
    [null, '杭州八骏科技有限公司', '李娜', '13900139000'],
    [null, '宁波恒通五金有限公司', '张军', '13700137000'],
    [null, '杭州市八骏科技有限公司', '赵敏', '13600136000'],
    [null, '杭州八骏科技有限公司', '李娜', '13900139000'],
    [null, '杭州八骏科技有限公司', null, null, null, '要开专票'],
  ];

  async function grouped(people: PlanInput['people'], all = rows) {
    const { session } = await openTestArchive();
    const understood = await understandFile(session, workbookFile([header, ...all]));
    const { planId, counts } = await planUnderstood(session, understood, {}, { people });
    await commitImport(session, { planId }, async () => {}, quiet);
    return { counts, customers: allCustomers(session) };
  }

  it('are its contacts, and it is counted how many there are', async () => {
    const { counts, customers } = await grouped('asContacts');
    expect(counts).toMatchObject({ newCustomers: 2, people: { rows: 2, companies: 1 }, skip: 1 });
    expect(customers.map(({ name, contacts }) => [name, contacts.map((contact) => contact.name)])).toEqual([
      ['杭州八骏科技有限公司', ['王伟', '李娜', '赵敏']],
      ['宁波恒通五金有限公司', ['张军']],
    ]);
  });

  it('or each a customer of its own, but the same person never twice', async () => {
    const { counts, customers } = await grouped('apart');
    expect(counts).toMatchObject({ newCustomers: 4, people: { rows: 2, companies: 1 }, skip: 1 });
    expect(
      customers.map(({ name, notes, contacts }) => [name, notes, contacts.map((contact) => contact.name)]),
    ).toEqual([
      ['杭州八骏科技有限公司', '要开专票', ['王伟']],
      ['杭州八骏科技有限公司', '', ['李娜']],
      ['宁波恒通五金有限公司', '', ['张军']],
      ['杭州市八骏科技有限公司', '', ['赵敏']],
    ]);
  });

  it('are told apart also where a company has many of them', async () => {
    const names = [
      '王伟',
      '李娜',
      '张军',
      '赵敏',
      '孙浩',
      '周杰',
      '吴芳',
      '郑强',
      '冯丽',
      '陈晨',
      '褚宁',
      '卫青',
    ];
    const many = [...names, ...names].map((name): TestCell[] => [null, '杭州八骏科技有限公司', name]);
    const { counts, customers } = await grouped('apart', many);
    expect(counts).toMatchObject({ newCustomers: 12, skip: 12, people: { rows: 11, companies: 1 } });
    expect(customers.map(({ contacts }) => contacts[0]?.name)).toEqual(names);
  });

  it('are nothing to ask about where rows only repeat each other', async () => {
    const { counts } = await grouped('asContacts', [rows[0] ?? [], rows[0] ?? []]);
    expect(counts.people).toEqual({ rows: 0, companies: 0 });
  });
});
