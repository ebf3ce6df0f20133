import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomField } from '../../src-shared/custom-fields.ts';
import type { Customer, CustomerPatch } from '../../src-shared/customers.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  type ArchiveClient,
} from '../support/open-test-archive.ts';
import { archivedRows } from '../support/rows.ts';

const bajun = draft({
  name: '杭州八骏科技有限公司',
  aliases: ['八骏'],
  methods: [{ type: 'phone', value: '0571-88012345' }],
  contacts: [{ name: '张三', title: '采购', methods: [{ type: 'mobile', value: '13812345678' }] }],
});

const patchCustomer = (client: ArchiveClient, { id, version }: Customer, patch: CustomerPatch) =>
  client.customers.update({ id, baseVersion: version, patch });

describe('undo', () => {
  it('takes the latest change back, then the one before, and redo brings them again', async () => {
    const { client, session } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const created = archivedRows(session.sqlite);
    await patchCustomer(client, customer, { owner: '老陈', contacts: [] });
    const edited = archivedRows(session.sqlite);

    expect((await finish(client.changes.undo({}))).action.type).toBe('updateCustomer');
    expect(archivedRows(session.sqlite)).toEqual(created);
    expect((await finish(client.changes.undo({}))).action.type).toBe('createCustomer');
    expect(archivedRows(session.sqlite)['customers']).toEqual([]);
    expect(await failureOf(finish(client.changes.undo({})))).toEqual({ code: 'nothingToUndo' });

    await finish(client.changes.redo({}));
    expect(archivedRows(session.sqlite)).toEqual(created);
    await finish(client.changes.redo({}));
    expect(archivedRows(session.sqlite)).toEqual(edited);
    expect(await failureOf(finish(client.changes.redo({})))).toEqual({ code: 'nothingToRedo' });
  });

  it('can be repeated after a redo', async () => {
    const { client, session } = await openTestArchive();
    const empty = archivedRows(session.sqlite);
    await client.customers.create({ draft: bajun });
    const created = archivedRows(session.sqlite);
    for (let round = 0; round < 3; round += 1) {
      await finish(client.changes.undo({}));
      expect(archivedRows(session.sqlite)).toEqual(empty);
      await finish(client.changes.redo({}));
      expect(archivedRows(session.sqlite)).toEqual(created);
    }
  });

  it('keeps and reports what a later change touched, and restores the rest', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const first = await patchCustomer(client, customer, { owner: '老陈', source: '展会' });
    const later = await patchCustomer(client, first.customer, { owner: '王姐' });
    const undone = await finish(client.changes.undo({ changeId: first.changeId }));
    expect(undone.kept).toEqual([
      {
        customerId: customer.id,
        name: bajun.name,
        what: 'owner',
        by: {
          changeId: later.changeId,
          at: expect.any(String) as string,
          actor: expect.any(String) as string,
        },
      },
    ]);
    expect(await client.customers.get({ id: customer.id })).toMatchObject({ owner: '王姐', source: '' });
  });

  it('keeps a created customer that was edited since, whole', async () => {
    const { client } = await openTestArchive();
    const { customer, changeId } = await client.customers.create({ draft: bajun });
    await patchCustomer(client, customer, { notes: '只接受月结' });
    const undone = await finish(client.changes.undo({ changeId }));
    expect(undone).toMatchObject({ keptCount: 1, kept: [{ customerId: customer.id, what: 'customer' }] });
    expect(await client.customers.get({ id: customer.id })).toMatchObject({
      name: bajun.name,
      contacts: [{ name: '张三' }],
    });
  });

  it('refuses to undo twice and to undo what is not there', async () => {
    const { client } = await openTestArchive();
    const { changeId } = await client.customers.create({ draft: bajun });
    await finish(client.changes.undo({ changeId }));
    expect(await failureOf(finish(client.changes.undo({ changeId })))).toEqual({ code: 'alreadyUndone' });
    expect(await failureOf(finish(client.changes.undo({ changeId: 999 })))).toEqual({
      code: 'notFound',
      what: 'change',
    });
  });

  it('takes one field of one change back', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const { changeId } = await patchCustomer(client, customer, { owner: '老陈', source: '展会' });
    await client.changes.undoForCustomer({ changeId, customerId: customer.id, field: 'owner' });
    expect(await client.customers.get({ id: customer.id })).toMatchObject({ owner: '', source: '展会' });
  });

  it('brings a deleted tag back to every customer that carried it', async () => {
    const { client, session } = await openTestArchive();
    const { tag } = await client.tags.create({ name: '重点关注' });
    for (const name of ['杭州航利贸易有限公司', '苏州星航医疗器械商行', '单秀英']) {
      await client.customers.create({ draft: draft({ name, tagIds: [tag.id] }) });
    }
    const before = archivedRows(session.sqlite);
    await finish(client.tags.remove({ id: tag.id }));
    expect(await client.tags.list()).toEqual([]);
    await finish(client.changes.undo({}));
    expect(archivedRows(session.sqlite)).toEqual(before);
    expect(await client.tags.list()).toMatchObject([{ name: '重点关注', count: 3 }]);
  });

  it('finds customers again by what undo restored', async () => {
    const { client } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: bajun });
    const list = async (text: string) => (await client.customers.list({ filter: { text } })).total;
    await patchCustomer(client, customer, { name: '绍兴大通商贸行', aliases: [] });
    expect([await list('八骏'), await list('大通')]).toEqual([0, 1]);
    await finish(client.changes.undo({}));
    expect([await list('八骏'), await list('大通')]).toEqual([1, 0]);
  });
});

const names = ['杭州航利贸易有限公司', '王伟', '苏州恒隆餐饮管理有限公司', '解平磊', '重庆鼎荣建材有限公司'];
const name = fc.constantFrom(...names);
const edit = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    name,
    mobile: fc.constantFrom('13100000001', '13100000002'),
  }),
  fc.record({
    do: fc.constant('edit' as const),
    at: fc.nat(),
    name,
    owner: fc.constantFrom('', '老陈', '王姐'),
  }),
  fc.record({ do: fc.constant('contacts' as const), at: fc.nat(), people: fc.array(name, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('tag' as const), at: fc.nat(), tag: fc.nat(2) }),
  fc.record({ do: fc.constant('trash' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('purge' as const) }),
  fc.record({ do: fc.constant('removeTag' as const), tag: fc.nat(2) }),
  fc.record({
    do: fc.constant('value' as const),
    at: fc.nat(),
    field: fc.nat(1),
    value: fc.constantFrom('', '月结', '现款'),
  }),
  fc.record({
    do: fc.constant('field' as const),
    field: fc.nat(1),
    what: fc.constantFrom('rename' as const, 'move' as const, 'remove' as const),
  }),
  fc.record({
    do: fc.constant('bulk' as const),
    level: fc.constantFrom('A' as const, 'B' as const, '' as const),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

async function fieldNamed(client: ArchiveClient, number: number): Promise<CustomField> {
  const name = `付款方式${number}`;
  const known = (await client.customFields.list()).find((field) => field.name === name);
  return known ?? (await client.customFields.create({ name, type: 'text' })).field;
}

async function changeField(
  client: ArchiveClient,
  number: number,
  what: 'rename' | 'move' | 'remove',
): Promise<void> {
  const field = (await client.customFields.list())[number];
  if (!field) return;
  const { id } = field;
  if (what === 'remove') await finish(client.customFields.remove({ id }));
  else {
    const patch = what === 'move' ? { position: 0 } : { name: `原来的${field.name}`.slice(-50) };
    await client.customFields.update({ id, patch });
  }
}

async function perform(client: ArchiveClient, one: Edit): Promise<void> {
  const { rows } = await client.customers.list({ filter: {}, limit: 500 });
  const at = 'at' in one ? rows[one.at % Math.max(rows.length, 1)] : undefined;
  const tags = await client.tags.list();
  if (one.do === 'create') {
    const methods = [{ type: 'mobile' as const, value: one.mobile }];
    await client.customers.create({
      draft: draft({ name: one.name, methods, contacts: [{ name: one.name, methods }] }),
    });
  } else if (one.do === 'bulk') {
    const action = { type: 'set', field: 'level', value: one.level } as const;
    await finish(client.customers.bulk({ selection: { filter: {} }, action }));
  } else if (one.do === 'purge') {
    await finish(client.customers.purge({ selection: { filter: { trashed: true } } }));
  } else if (one.do === 'removeTag') {
    const tag = tags[one.tag];
    if (tag) await finish(client.tags.remove({ id: tag.id }));
  } else if (one.do === 'field') {
    await changeField(client, one.field, one.what);
  } else if (at) {
    const customer = await client.customers.get({ id: at.id });
    if (one.do === 'edit') await patchCustomer(client, customer, { name: one.name, owner: one.owner });
    if (one.do === 'contacts') {
      const contacts = one.people.map((person, index) => ({
        ...draft({ name: person, contacts: [{ name: person }] }).contacts[0],
        id: customer.contacts[index]?.id,
      }));
      await patchCustomer(client, customer, { contacts: contacts as NonNullable<CustomerPatch['contacts']> });
    }
    if (one.do === 'value') {
      const field = await fieldNamed(client, one.field);
      await patchCustomer(client, customer, { custom: [{ fieldId: field.id, value: one.value }] });
    }
    if (one.do === 'trash')
      await finish(client.customers.bulk({ selection: { ids: [at.id] }, action: { type: 'trash' } }));
    if (one.do === 'tag') {
      const wanted = `标签${one.tag}`;
      const tag =
        tags.find((existing) => existing.name === wanted) ?? (await client.tags.create({ name: wanted })).tag;
      await finish(
        client.customers.bulk({ selection: { ids: [at.id] }, action: { type: 'addTags', tagIds: [tag.id] } }),
      );
    }
  }
}

describe('any sequence of changes', () => {
  it('undone one by one gives back the exact rows of every moment, and redone the same way forward', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 10 }), async (edits) => {
        const { client, session, archive } = await openTestArchive();
        const moments = [archivedRows(session.sqlite)];
        let last = (await client.changes.list({})).total;
        for (const one of edits) {
          await perform(client, one);
          const { total } = await client.changes.list({});
          // Creating a tag or a field and giving it are two changes; the moment in between counts too but was not seen.
          if (total > last + 1) {
            await finish(client.changes.undo({}));
            moments.push(archivedRows(session.sqlite));
            await finish(client.changes.redo({}));
          }
          if (total > last) moments.push(archivedRows(session.sqlite));
          last = (await client.changes.list({})).total;
        }
        for (const moment of moments.slice(0, -1).toReversed()) {
          const undone = await finish(client.changes.undo({}));
          expect(undone.keptCount).toBe(0);
          expect(archivedRows(session.sqlite)).toEqual(moment);
        }
        for (const moment of moments.slice(1)) {
          await finish(client.changes.redo({}));
          expect(archivedRows(session.sqlite)).toEqual(moment);
        }
        await archive.close();
      }),
      { numRuns: 25 },
    );
  });
});
