import { describe, expect, it } from 'vitest';
import { commitImport, importPlanRows } from '../../../src-main/archive/imports/imports.ts';
import type { ColumnPolicy } from '../../../src-shared/import-plan.ts';
import type { Customer, CustomerDraftInput } from '../../../src-shared/customers.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { draft, finish, openTestArchive } from '../../support/open-test-archive.ts';
import {
  allCustomers,
  planUnderstood,
  understandFile,
  workbookFile,
  type Understood,
} from '../../support/sheet-import.ts';

const quiet = (): void => {};

const bajun: CustomerDraftInput = {
  name: '杭州八骏科技有限公司',
  code: 'A-1',
  owner: '老陈',
  notes: '老客户',
  aliases: ['八骏'],
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  address: '文一西路8号',
  contacts: [
    {
      name: '王伟',
      title: '采购',
      methods: [
        { type: 'mobile', value: '13800138000' },
        { type: 'email', value: 'old@bajun.example' },
      ],
    },
  ],
};

const header = ['客户编号', '客户名称', '负责人', '备注', '标签', '地址', '联系人', '职务', '手机', '邮箱'];
const row = [
  'A-1',
  '杭州八骏科技有限公司',
  '小李',
  '要开专票',
  '展会',
  '江苏省苏州市吴中区解放路1号',
  '王伟',
  '采购经理',
  '13900139000',
  'new@bajun.example',
];

/** The columns as they are understood, every one with this policy. */
const columnsWith = ({ understanding }: Understood, policy: ColumnPolicy) =>
  understanding.columns.map(({ index, target }) => ({ index, target, policy }));

async function imported(policy: ColumnPolicy, cells: readonly (string | null)[] = row) {
  const test = await openTestArchive();
  const { tag } = await test.client.tags.create({ name: '重点' });
  await test.client.customers.create({ draft: draft({ ...bajun, tagIds: [tag.id] }) });
  const before = allCustomers(test.session);
  const understood = await understandFile(test.session, workbookFile([header, cells]));
  const { planId, counts } = await planUnderstood(test.session, understood, {
    columns: columnsWith(understood, policy),
  });
  const { rows } = await importPlanRows(test.session, { planId, offset: 0, limit: 10 });
  const result = await commitImport(test.session, { planId }, async () => {}, quiet);
  const tags = new Map((await test.client.tags.list()).map(({ id, name }) => [id, name]));
  const [customer] = allCustomers(test.session);
  return {
    ...test,
    before,
    counts,
    rows,
    result,
    customer,
    tags: customer?.tagIds.map((id) => tags.get(id)),
  };
}

/** A customer without what every write counts up. */
const businessOf = ({ version: _version, updatedAt: _updatedAt, ...customer }: Customer) => customer;

describe('where a row belongs to a customer that is there', () => {
  it('填空 fills what is missing and leaves everything else', async () => {
    const { customer, tags, rows } = await imported('fill');
    expect(customer).toMatchObject({
      owner: '老陈',
      notes: '老客户',
      address: '文一西路8号',
      contacts: [
        { name: '王伟', title: '采购', methods: [{ value: '13800138000' }, { value: 'old@bajun.example' }] },
      ],
    });
    expect(tags).toEqual(['重点']);
    expect(rows[0]).toMatchObject({ status: 'skip', changes: [] });
    // What the row says otherwise is shown, and not passed over in silence.
    expect(rows[0]?.left).toEqual([
      { field: 'province', before: '浙江省', after: '江苏省' },
      { field: 'city', before: '杭州市', after: '苏州市' },
      { field: 'district', before: '西湖区', after: '吴中区' },
      { field: 'address', before: '文一西路8号', after: '解放路1号' },
      { field: 'owner', before: '老陈', after: '小李' },
      { field: 'contacts.title', before: '采购', after: '采购经理' },
    ]);
  });

  it('what a second row of the file says otherwise about a customer that the file brings is shown with it', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(
      session,
      workbookFile([header, row, row.with(2, '老陈').with(5, '上海市浦东新区世纪大道8号')]),
    );
    const { planId } = await planUnderstood(session, understood);
    const { rows } = await importPlanRows(session, { planId, offset: 0, limit: 10 });
    expect(rows.map(({ left }) => left.map(({ field, before, after }) => [field, before, after]))).toEqual([
      [],
      [
        ['province', '江苏省', '上海市'],
        ['city', '苏州市', '上海市'],
        ['district', '吴中区', '浦东新区'],
        ['address', '解放路1号', '世纪大道8号'],
        ['owner', '小李', '老陈'],
      ],
    ]);
  });

  it('覆盖 puts the row in the place of what was there, and shows it before → after', async () => {
    const { customer, tags, rows, session, client, before, result } = await imported('overwrite');
    expect(rows[0]?.changes).toEqual([
      { field: 'province', before: '浙江省', after: '江苏省' },
      { field: 'city', before: '杭州市', after: '苏州市' },
      { field: 'district', before: '西湖区', after: '吴中区' },
      { field: 'address', before: '文一西路8号', after: '解放路1号' },
      { field: 'owner', before: '老陈', after: '小李' },
      { field: 'notes', before: '老客户', after: '要开专票' },
      { field: 'tags', before: '重点', after: '展会' },
      { field: 'contacts.title', before: '采购', after: '采购经理' },
      { field: 'methods', before: '13800138000', after: '13900139000' },
      { field: 'methods', before: 'old@bajun.example', after: 'new@bajun.example' },
    ]);
    expect(customer).toMatchObject({
      code: 'A-1',
      owner: '小李',
      notes: '要开专票',
      aliases: ['八骏'],
      province: '江苏省',
      city: '苏州市',
      district: '吴中区',
      address: '解放路1号',
      contacts: [
        {
          name: '王伟',
          title: '采购经理',
          methods: [{ value: '13900139000' }, { value: 'new@bajun.example' }],
        },
      ],
    });
    expect(tags).toEqual(['展会']);
    expectAgreement(session);

    await finish(client.changes.undo({ changeId: result.changeId }));
    expect(allCustomers(session).map(businessOf)).toEqual(before.map(businessOf));
    expectAgreement(session);
  });

  it('不动 leaves it as it is', async () => {
    const { before, session, result } = await imported('keep');
    expect(result).toMatchObject({ changeId: 0, updated: 0, skipped: 1 });
    expect(allCustomers(session)).toEqual(before);
  });

  it('追加 puts it beside what was there', async () => {
    const { customer, tags } = await imported('append');
    expect(customer).toMatchObject({
      owner: '老陈',
      notes: '老客户\n要开专票',
      contacts: [
        {
          name: '王伟',
          methods: [
            { value: '13800138000' },
            { value: 'old@bajun.example' },
            { value: '13900139000' },
            { value: 'new@bajun.example' },
          ],
        },
      ],
    });
    expect(tags).toEqual(['重点', '展会']);
  });

  it.each<ColumnPolicy>(['fill', 'overwrite', 'keep', 'append'])(
    '%s: an empty cell erases nothing',
    async (policy) => {
      const { before, session, result } = await imported(policy, [
        'A-1',
        '杭州八骏科技有限公司',
        ...Array.from({ length: 8 }, () => null),
      ]);
      expect(result.changeId).toBe(0);
      expect(allCustomers(session)).toEqual(before);
    },
  );
});

describe('a name that is put in the place of another', () => {
  it('keeps the old one as a former name, under which the customer is still found', async () => {
    const { session, client } = await openTestArchive();
    await client.customers.create({ draft: draft({ name: '八骏科技', creditCode: '91330106X98567XHEW' }) });
    const understood = await understandFile(
      session,
      workbookFile([
        ['客户名称', '统一社会信用代码'],
        ['杭州宏图科技有限公司', '91330106X98567XHEW'],
      ]),
    );
    const { planId } = await planUnderstood(session, understood, {
      columns: columnsWith(understood, 'overwrite'),
    });
    await commitImport(session, { planId }, async () => {}, quiet);
    expect(allCustomers(session)).toMatchObject([{ name: '杭州宏图科技有限公司', aliases: ['八骏科技'] }]);
    for (const text of ['宏图', '八骏'])
      expect((await client.customers.list({ filter: { text } })).total, text).toBe(1);
    expectAgreement(session);
  });
});

describe('rows of the file itself', () => {
  it('follow each other under 覆盖, and under 不动 make their customer as ever', async () => {
    for (const [policy, owner, people] of [
      ['overwrite', '小李', 2],
      ['keep', '老陈', 2],
    ] as const) {
      const { session } = await openTestArchive();
      const understood = await understandFile(
        session,
        workbookFile([
          ['客户名称', '负责人', '联系人'],
          ['杭州八骏科技有限公司', '老陈', '王伟'],
          ['杭州八骏科技有限公司', '小李', '李娜'],
        ]),
      );
      const { planId } = await planUnderstood(session, understood, {
        columns: understood.understanding.columns.map(({ index, target }) => ({
          index,
          target,
          ...(target.field === 'contactName' ? {} : { policy }),
        })),
      });
      await commitImport(session, { planId }, async () => {}, quiet);
      const customers = allCustomers(session);
      expect(customers, policy).toMatchObject([{ owner }]);
      expect(customers[0]?.contacts).toHaveLength(people);
    }
  });
});
