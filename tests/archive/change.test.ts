import { describe, expect, it } from 'vitest';
import { change } from '../../src-main/archive/change.ts';
import { insertCustomer } from '../../src-main/archive/customers/insert.ts';
import { insertContact } from '../../src-main/archive/customers/rows.ts';
import { expectAgreement } from '../support/agreement.ts';
import { draft, failureOf, openTestArchive } from '../support/open-test-archive.ts';
import { archivedRows } from '../support/rows.ts';

const insertTag = 'insert into tags (name, colour, "group") values (?, 0, \'\')';
const action = { type: 'createTag', name: '重点关注' } as const;

describe('a change', () => {
  it('refuses a write outside of it, bulk SQL included', async () => {
    const { session } = await openTestArchive();
    const { sqlite } = session.writer;
    expect(() => sqlite.prepare(insertTag).run('偷写')).toThrow('write outside a change');
    expect(() => sqlite.exec("insert into settings (key, value) values ('businessName', '\"x\"')")).toThrow(
      'write outside a change',
    );
  });

  it('leaves nothing behind when its work throws', async () => {
    const { session } = await openTestArchive();
    const before = archivedRows(session.sqlite);
    await expect(
      change(session, { action }, (tx) => {
        tx.sqlite.prepare(insertTag).run('重点关注');
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(archivedRows(session.sqlite)).toEqual(before);
    await change(session, { action }, (tx) => tx.sqlite.prepare(insertTag).run('重点关注'));
    expect(archivedRows(session.sqlite)['tags']).toHaveLength(1);
  });

  it('is not recorded when it changed nothing', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司' }) });
    const again = await client.customers.update({
      id: customer.id,
      baseVersion: customer.version,
      patch: { name: '杭州八骏科技有限公司' },
    });
    expect(again.changeId).toBe(0);
    expect((await client.changes.list({})).changes.map((one) => one.action.type)).toEqual([
      'createCustomer',
      'createArchive',
    ]);
  });

  it('derives anew what it made and then wrote to', async () => {
    const { session, client } = await openTestArchive();
    await change(session, { action }, (tx) => {
      const tagId = Number(tx.sqlite.prepare(insertTag).run('展会').lastInsertRowid);
      const id = insertCustomer(tx, {
        ...draft({ name: '杭州八骏科技有限公司' }),
        code: 'KH-1',
        tagIds: [tagId],
      });
      insertCustomer(tx, { ...draft({ name: '宁波恒通五金' }), code: 'KH-2', tagIds: [tagId] });
      const contact = {
        name: '王小二',
        title: '',
        department: '',
        fromDate: '',
        toDate: '',
        left: false,
        notes: '',
      };
      const mobile = { type: 'mobile' as const, value: '13812345678', label: '' };
      insertContact(tx, id, { ...contact, methods: [mobile] }, 0);
      tx.sqlite.prepare("update tags set name = '老客户' where id = ?").run(tagId);
    });
    expectAgreement(session);
    const list = await client.customers.list({ filter: { text: '王小二' } });
    expect(list.rows.map(({ name, mobile }) => [name, mobile])).toEqual([
      ['杭州八骏科技有限公司', '13812345678'],
    ]);
    expect((await client.customers.list({ filter: { text: '老客户' } })).total).toBe(2);
  });

  it('waits for the one before it, and reads go on meanwhile', async () => {
    const { session, client } = await openTestArchive();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = change(session, { action }, async (tx) => {
      tx.sqlite.prepare(insertTag).run('一');
      await held;
    });
    const second = client.tags.create({ name: '二' });
    expect(await client.tags.list()).toEqual([]);
    release();
    await Promise.all([first, second]);
    expect((await client.tags.list()).map((tag) => tag.name).toSorted()).toEqual(['一', '二']);
  });

  it('is cancelled as a whole', async () => {
    const { session } = await openTestArchive();
    const before = archivedRows(session.sqlite);
    const giveUp = new AbortController();
    const failure = failureOf(
      change(session, { action, signal: giveUp.signal }, async (tx) => {
        tx.sqlite.prepare(insertTag).run('一');
        giveUp.abort();
        await tx.step('writing', 1, 2);
      }),
    );
    expect(await failure).toEqual({ code: 'cancelled' });
    expect(archivedRows(session.sqlite)).toEqual(before);
  });

  it('journals just the columns that changed, before and after', async () => {
    const { client, session } = await openTestArchive();
    const { customer } = await client.customers.create({
      draft: draft({ name: '宁波恒通五金厂', owner: '老陈' }),
    });
    const { changeId } = await client.customers.update({
      id: customer.id,
      baseVersion: customer.version,
      patch: { owner: '王姐' },
    });
    expect(session.sqlite.prepare('select * from journal where changeId = ?').all(changeId)).toEqual([
      {
        sequence: expect.any(Number) as number,
        changeId,
        tableName: 'customers',
        rowId: customer.id,
        customerId: customer.id,
        operation: 'U',
        before: '{"owner":"老陈"}',
        after: '{"owner":"王姐"}',
      },
    ]);
  });

  it('tells its listeners the topics and the customers it touched', async () => {
    const { client, session } = await openTestArchive();
    const heard: unknown[] = [];
    session.events.subscribe('change', (event) => heard.push(event));
    const { customer, changeId } = await client.customers.create({
      draft: draft({ name: '单秀英', kind: 'person' }),
    });
    expect(heard).toEqual([
      { topics: ['changes', 'customers', 'tags', 'views', 'archive'], changeId, customerIds: [customer.id] },
    ]);
  });
});
