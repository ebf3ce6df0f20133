import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src-shared/customers.ts';
import { draft, failureOf, finish, openTestArchive } from '../support/open-test-archive.ts';

const bajun = draft({
  name: '杭州八骏科技有限公司',
  shortName: '八骏科技',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  methods: [{ type: 'phone', value: '0571-88012345' }],
  contacts: [
    { name: '李娜', left: true, methods: [{ type: 'mobile', value: '139 0000 0009' }] },
    {
      name: '张三',
      title: '采购',
      methods: [
        { type: 'mobile', value: '138 1234 5678' },
        { type: 'email', value: 'Zhang＠Example.com' },
      ],
    },
  ],
});

describe('a customer', () => {
  it('comes back as it was written, with normal forms beside what was typed', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const [left, current] = bajun.contacts;
    if (!left || !current) throw new Error('the draft has two contacts');
    expect(await client.customers.get({ id: customer.id })).toEqual({
      ...bajun,
      id: customer.id,
      code: 'KH-0001',
      methods: [{ id: 1, type: 'phone', value: '0571-88012345', label: '', normal: '+8657188012345' }],
      contacts: [
        {
          ...left,
          id: 1,
          methods: [{ id: 2, type: 'mobile', value: '139 0000 0009', label: '', normal: '+8613900000009' }],
        },
        {
          ...current,
          id: 2,
          methods: [
            { id: 3, type: 'mobile', value: '138 1234 5678', label: '', normal: '+8613812345678' },
            { id: 4, type: 'email', value: 'Zhang＠Example.com', label: '', normal: 'zhang@example.com' },
          ],
        },
      ],
      doubts: [],
      version: expect.any(Number) as number,
      createdAt: expect.any(String) as string,
      updatedAt: expect.any(String) as string,
      trashedAt: null,
    } satisfies Customer);
  });

  it('shows its first contact that has not left, and that contact’s mobile, in the list', async () => {
    const { client } = await openTestArchive();
    await client.customers.create({ draft: draft({ ...bajun, methods: [] }) });
    const { rows } = await client.customers.list({ filter: {} });
    expect(rows).toMatchObject([
      { contactName: '张三', mobile: '138 1234 5678', email: 'Zhang＠Example.com' },
    ]);
  });

  it('needs a name that is more than spaces and control characters, and nothing else', async () => {
    const { client } = await openTestArchive();
    expect(await failureOf(client.customers.create({ draft: draft({ name: ' \u0000\u3000\t' }) }))).toEqual({
      code: 'nameMissing',
    });
    expect(
      (await client.customers.create({ draft: draft({ name: '单\u0000秀英\u0007' }) })).customer.name,
    ).toBe('单秀英');
    expect(await failureOf(client.customers.create({ draft: { name: '长'.repeat(10_000) } }))).toEqual({
      code: 'invalidInput',
      issues: [{ path: 'draft.name', problem: 'too_big' }],
    });
  });

  it('gets the next code of the pattern, and one that is taken is refused by name', async () => {
    const { client } = await openTestArchive({ clock: () => new Date(2026, 10, 22, 14, 30) });
    await client.settings.update({ codePattern: 'HZ{YY}-{000}' });
    expect((await client.customers.create({ draft: bajun })).customer.code).toBe('HZ26-001');
    expect((await client.customers.create({ draft: bajun })).customer.code).toBe('HZ26-002');
    expect(await client.customers.nextCode()).toBe('HZ26-003');
    expect(await failureOf(client.customers.create({ draft: { ...bajun, code: 'HZ26-001' } }))).toEqual({
      code: 'codeTaken',
      customerCode: 'HZ26-001',
      holder: bajun.name,
    });
  });

  it('is saved with what is doubtful, and can be found by that', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({
      draft: draft({
        name: '王伟',
        kind: 'person',
        birthday: '1985-02-30',
        methods: [{ type: 'mobile', value: '1381234' }],
      }),
    });
    await client.customers.create({ draft: bajun });
    expect(customer.doubts.map(({ reason }) => reason).toSorted()).toEqual(['dateInvalid', 'phoneInvalid']);
    const { rows } = await client.customers.list({ filter: { doubtful: true } });
    expect(rows.map(({ name }) => name)).toEqual(['王伟']);
  });

  it('with a 身份证 that another one has is doubtful, both of them, until one is in the trash', async () => {
    const { client } = await openTestArchive();
    const identityNumber = '11010519491231002X';
    const first = await client.customers.create({
      draft: draft({ name: '王伟', kind: 'person', identityNumber }),
    });
    const second = await client.customers.create({
      draft: draft({ name: '王炜', kind: 'person', identityNumber }),
    });
    const doubtful = async () =>
      (await client.customers.list({ filter: { doubtful: true } })).rows.map((row) => row.name).toSorted();
    expect(await doubtful()).toEqual(['王伟', '王炜']);
    expect((await client.customers.get({ id: first.customer.id })).doubts).toMatchObject([
      { reason: 'identityNumberUsedTwice' },
    ]);
    await finish(
      client.customers.bulk({ selection: { ids: [second.customer.id] }, action: { type: 'trash' } }),
    );
    expect(await doubtful()).toEqual([]);
  });

  it('keeps the ids of contacts and methods that stay, and loses those that are left out', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const [left, current] = customer.contacts;
    if (!left || !current) throw new Error('two contacts were written');
    const { customer: after } = await client.customers.update({
      id: customer.id,
      baseVersion: customer.version,
      patch: { contacts: [{ ...current, title: '经理', methods: [] }, { name: '王五' }] },
    });
    expect(after.contacts.map(({ id, name, title }) => ({ id, name, title }))).toEqual([
      { id: current.id, name: '张三', title: '经理' },
      { id: left.id + 2, name: '王五', title: '' },
    ]);
  });
});

describe('two people at one customer', () => {
  it('the second who changes the same field is told what the first wrote', async () => {
    const { client } = await openTestArchive();
    await client.settings.update({ actor: '老陈' });
    const { customer } = await client.customers.create({ draft: bajun });
    const update = (patch: { owner?: string; notes?: string }, baseVersion = customer.version) =>
      client.customers.update({ id: customer.id, baseVersion, patch });
    const first = await update({ owner: '王姐' });
    const failure = await failureOf(update({ owner: '小李' }));
    expect(failure).toEqual({
      code: 'customerChanged',
      meanwhile: [
        { field: 'owner', before: '', after: '王姐', actor: '老陈', at: expect.any(String) as string },
      ],
      version: first.customer.version,
    });
    expect((await client.customers.get({ id: customer.id })).owner).toBe('王姐');
    if (failure.code === 'customerChanged') await update({ owner: '小李' }, failure.version);
    expect((await client.customers.get({ id: customer.id })).owner).toBe('小李');
  });

  it('who changes another field keeps both, and hears of it', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const update = (patch: { owner?: string; notes?: string }) =>
      client.customers.update({ id: customer.id, baseVersion: customer.version, patch });
    await update({ owner: '王姐' });
    const second = await update({ notes: '只接受月结' });
    expect(second.customer).toMatchObject({ owner: '王姐', notes: '只接受月结' });
    expect(second.meanwhile.map(({ field }) => field)).toEqual(['owner']);
  });
});

describe('the history of a customer', () => {
  it('tells each change field by field, with names instead of ids', async () => {
    const { client } = await openTestArchive();
    await client.settings.update({ actor: '老陈' });
    const { tag } = await client.tags.create({ name: '重点关注' });
    const { customer } = await client.customers.create({ draft: bajun });
    await client.customers.update({
      id: customer.id,
      baseVersion: customer.version,
      patch: { stage: 'active', tagIds: [tag.id], aliases: ['八骏'], methods: [] },
    });
    const { entries, total } = await client.customers.history({ id: customer.id });
    expect(total).toBe(2);
    expect(
      entries.map(({ change, fields, undoable }) => [change.actor, change.action.type, fields, undoable]),
    ).toEqual([
      [
        '老陈',
        'updateCustomer',
        [
          { field: 'aliases', before: '', after: '八骏' },
          { field: 'stage', before: '', after: 'active' },
          { field: 'methods', before: '0571-88012345', after: '' },
          { field: 'tags', before: '', after: '重点关注' },
        ],
        true,
      ],
      ['老陈', 'createCustomer', [], true],
    ]);
  });
});

describe('customers similar to the one being typed', () => {
  it('come with the reason, the surest first', async () => {
    const { client } = await openTestArchive();
    for (const parts of [
      bajun,
      draft({ name: '杭州八俊科技有限公司' }),
      draft({ name: '宁波恒通五金厂', methods: [{ type: 'mobile', value: '13812345678' }] }),
    ]) {
      await client.customers.create({ draft: parts });
    }
    await client.archive.state();
    const similar = await client.customers.similar({ name: '杭州八骏科技', phones: ['+86 138-1234-5678'] });
    expect(similar.map(({ name, reason }) => [reason, name])).toEqual([
      ['samePhone', '杭州八骏科技有限公司'],
      ['samePhone', '宁波恒通五金厂'],
      ['soundsAlike', '杭州八俊科技有限公司'],
    ]);
  });
});
