import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ComparedCustomer } from '../../../src-shared/backups.ts';
import { change } from '../../../src-main/archive/change.ts';
import { insertCustomer } from '../../../src-main/archive/customers/insert.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  type ArchiveClient,
  type TestArchive,
} from '../../support/open-test-archive.ts';
import { expectAgreement } from '../../support/agreement.ts';

/** An archive whose backup holds four customers; since then one was purged, one trashed, one changed, one added. */
const livedOn = async () => {
  const opened = await openTestArchive();
  const { client } = opened;
  const { tag } = await client.tags.create({ name: '重点关注', colour: 3, group: '关系' });
  const { field } = await client.customFields.create({ name: '会员卡号', type: 'text' });
  const add = async (draft: Parameters<typeof client.customers.create>[0]['draft']) =>
    (await client.customers.create({ draft })).customer;
  const purged = await add({
    name: '杭州八骏科技有限公司',
    shortName: '八骏',
    aliases: ['八骏电子'],
    notes: '老客户',
    tagIds: [tag.id],
    custom: [{ fieldId: field.id, value: 'VIP-0007' }],
    methods: [{ type: 'phone', value: '0571-8888 6666' }],
    contacts: [{ name: '张三', title: '采购经理', methods: [{ type: 'mobile', value: '13800138000' }] }],
  });
  const trashed = await add({ name: '宁波恒通五金' });
  const changed = await add({ name: '温州正泰鞋业', stage: 'active', notes: '原来的备注', city: '温州市' });
  const same = await add({ name: '李娜', kind: 'person' });
  const backup = await finish(client.backups.create({}));
  const before = await client.customers.get({ id: purged.id });
  await finish(
    client.customers.bulk({ selection: { ids: [purged.id, trashed.id] }, action: { type: 'trash' } }),
  );
  await finish(client.customers.purge({ selection: { ids: [purged.id] } }));
  const { version } = await client.customers.get({ id: changed.id });
  await client.customers.update({
    id: changed.id,
    baseVersion: version,
    patch: { notes: '改过的备注', city: '', stage: 'lost' },
  });
  const added = await add({ name: '后来的客户' });
  const inspection = await finish(client.backups.inspect({ source: { id: backup.id } }));
  return { ...opened, backup, before, purged, trashed, changed, same, added, tag, field, inspection };
};

const namesOf = (rows: readonly ComparedCustomer[]) => rows.map(({ name, standing }) => [name, standing]);

const bring = (
  client: ArchiveClient,
  inspectionId: string,
  ids: number[],
  mode: 'asThen' | 'fillGaps' = 'asThen',
) => finish(client.backups.bringBack({ inspectionId, ids, mode }));

const copiesIn = ({ folder }: Pick<TestArchive, 'folder'>) =>
  readdirSync(folder).filter((name) => name.startsWith('kedang-inspect-'));

test('an inspected backup says how many would come back, disappear and change, and who', async () => {
  const { client, inspection } = await livedOn();
  expect(inspection.differences).toEqual({ back: 2, gone: 1, changed: 1 });
  const { inspectionId } = inspection;
  const who = async (kind: 'back' | 'gone' | 'changed') =>
    namesOf((await client.backups.differences({ inspectionId, kind })).rows);
  expect(await who('back')).toEqual([
    ['杭州八骏科技有限公司', 'missing'],
    ['宁波恒通五金', 'trashed'],
  ]);
  expect(await who('gone')).toEqual([['后来的客户', 'gone']]);
  expect(await who('changed')).toEqual([['温州正泰鞋业', 'changed']]);
  expect(
    (await client.backups.differences({ inspectionId, kind: 'back', offset: 1, limit: 1 })).rows,
  ).toHaveLength(1);
});

test('in a backup customers are found as in the list, by any fragment', async () => {
  const { client, inspection } = await livedOn();
  const { inspectionId } = inspection;
  const find = async (text: string) => namesOf((await client.backups.customers({ inspectionId, text })).rows);
  expect(await find('八骏')).toEqual([['杭州八骏科技有限公司', 'missing']]);
  expect(await find('8000')).toEqual([['杭州八骏科技有限公司', 'missing']]);
  expect(await find('lina')).toEqual([['李娜', 'same']]);
  expect(await find('NEAR("')).toHaveLength(0);
  const all = await client.backups.customers({ inspectionId });
  expect(all.total).toBe(4);
  expect(all.rows.map(({ standing }) => standing)).toEqual(['missing', 'trashed', 'changed', 'same']);
});

test('chosen customers come back with all that belonged to them, as one change, and undo takes them away again', async () => {
  const { client, session, inspection, before, purged, trashed, same, changed } = await livedOn();
  const { inspectionId } = inspection;
  const total = async () => (await client.customers.list({ filter: {} })).total;
  const had = await total();
  const result = await bring(client, inspectionId, [purged.id, trashed.id, same.id, changed.id]);
  expect(result).toMatchObject({
    created: 1,
    untrashed: 1,
    changed: 1,
    same: 1,
    recoded: [],
    action: { type: 'bringBack', count: 3 },
  });
  const [found] = (await client.customers.list({ filter: { text: 'VIP-0007' } })).rows;
  const back = await client.customers.get({ id: found?.id ?? 0 });
  const plain = ({ name, code, shortName, aliases, notes, tagIds, custom, createdAt }: typeof back) => ({
    name,
    code,
    shortName,
    aliases,
    notes,
    tagIds,
    custom,
    createdAt,
  });
  expect(plain(back)).toEqual(plain(before));
  expect(back.methods.map(({ value }) => value)).toEqual(['0571-8888 6666']);
  expect(back.contacts).toMatchObject([
    { name: '张三', title: '采购经理', methods: [{ value: '13800138000' }] },
  ]);
  expect(await client.customers.get({ id: changed.id })).toMatchObject({
    notes: '原来的备注',
    city: '温州市',
    stage: 'active',
  });
  expect(await total()).toBe(had + 2);
  expectAgreement(session);
  // Once more there is nothing left to bring, and nobody is there twice.
  expect(await bring(client, inspectionId, [purged.id, trashed.id, same.id, changed.id])).toMatchObject({
    changeId: 0,
    created: 0,
    same: 4,
  });
  await finish(client.changes.undo({ changeId: result.changeId }));
  expect(await total()).toBe(had);
  expect(await client.customers.get({ id: changed.id })).toMatchObject({ notes: '改过的备注', city: '' });
  expectAgreement(session);
});

test('only gaps are filled where that was wished: what was written since stays', async () => {
  const { client, inspection, changed } = await livedOn();
  expect(await bring(client, inspection.inspectionId, [changed.id], 'fillGaps')).toMatchObject({
    changed: 1,
  });
  expect(await client.customers.get({ id: changed.id })).toMatchObject({
    notes: '改过的备注',
    stage: 'lost',
    city: '温州市',
  });
});

test('a code that somebody else has now gives way to the next free one', async () => {
  const { client, inspection, purged, added } = await livedOn();
  const { version } = await client.customers.get({ id: added.id });
  await client.customers.update({ id: added.id, baseVersion: version, patch: { code: purged.code } });
  const result = await bring(client, inspection.inspectionId, [purged.id]);
  expect(result.recoded).toEqual([
    { name: purged.name, was: purged.code, now: expect.stringMatching(/^KH-\d+$/u) },
  ]);
  expect(await client.customers.get({ id: added.id })).toMatchObject({
    code: purged.code,
    name: '后来的客户',
  });
});

test('tags and custom fields that are gone meanwhile are made anew, by name', async () => {
  const { client, inspection, purged, tag, field } = await livedOn();
  await finish(client.tags.remove({ id: tag.id }));
  await finish(client.customFields.remove({ id: field.id }));
  await client.tags.create({ name: '别的标签' });
  await bring(client, inspection.inspectionId, [purged.id]);
  const [found] = (await client.customers.list({ filter: { text: 'VIP-0007' } })).rows;
  const back = await client.customers.get({ id: found?.id ?? 0 });
  const tags = await client.tags.list();
  expect(back.tagIds.map((id) => tags.find((one) => one.id === id))).toMatchObject([
    { name: '重点关注', colour: 3, group: '关系' },
  ]);
  expect(await client.customFields.list()).toMatchObject([{ name: '会员卡号', type: 'text', count: 1 }]);
});

test('customers of another archive are told apart by more than their row and code', async () => {
  const one = await openTestArchive();
  const other = await openTestArchive();
  await one.client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  await other.client.customers.create({ draft: { name: '上海顺风贸易行' } });
  const { path } = await finish(one.client.backups.create({}));
  const { inspectionId, differences } = await finish(
    other.client.backups.inspect({ source: { token: path } }),
  );
  expect(differences).toEqual({ back: 1, gone: 1, changed: 0 });
  const { rows } = await other.client.backups.customers({ inspectionId });
  const result = await bring(
    other.client,
    inspectionId,
    rows.map(({ id }) => id),
  );
  expect(result).toMatchObject({ created: 1, recoded: [{ was: 'KH-0001', now: 'KH-0002' }] });
});

test('two of one name that one import made are two when they are missed and when they come back', async () => {
  const { client, session } = await openTestArchive();
  await change(session, { action: { type: 'sampleData', created: 2 } }, (tx) => {
    for (const [code, notes] of [
      ['KH-0001', '东门店'],
      ['KH-0002', '西门店'],
    ] as const)
      insertCustomer(tx, draft({ code, kind: 'person', name: '张伟', notes }));
  });
  const { id } = await finish(client.backups.create({}));
  const then = (await client.customers.list({ filter: {} })).rows;
  const purge = async (ids: number[]) => {
    await finish(client.customers.bulk({ selection: { ids }, action: { type: 'trash' } }));
    await finish(client.customers.purge({ selection: { ids } }));
  };
  const [first = 0, second = 0] = then.map((row) => row.id);
  await purge([first]);
  const one = await finish(client.backups.inspect({ source: { id } }));
  expect(one.differences).toEqual({ back: 1, gone: 0, changed: 0 });
  await purge([second]);
  expect(await bring(client, one.inspectionId, [first, second, first])).toMatchObject({
    created: 2,
    same: 0,
  });
  const notes = async () =>
    Promise.all(
      (await client.customers.list({ filter: {} })).rows.map(
        async (row) => (await client.customers.get({ id: row.id })).notes,
      ),
    );
  expect((await notes()).sort()).toEqual(['东门店', '西门店']);
  // They have other row ids now, and are found all the same.
  expect(await bring(client, one.inspectionId, [first, second])).toMatchObject({ created: 0, same: 2 });
});

test('bringing a thousand back is backed up before', async () => {
  const { client, session } = await openTestArchive();
  await change(session, { action: { type: 'sampleData', created: 1_000 } }, (tx) => {
    for (let number = 1; number <= 1_000; number += 1)
      insertCustomer(tx, draft({ code: `KH-${number}`, name: `批发客户 ${number}` }));
  });
  const { id } = await finish(client.backups.create({}));
  const { inspectionId } = await finish(client.backups.inspect({ source: { id } }));
  const ids = (await client.backups.customers({ inspectionId, limit: 500 })).rows.map((row) => row.id);
  await client.customers.create({ draft: { name: '后来的客户' } });
  await bring(client, inspectionId, ids);
  expect(await client.backups.list()).toHaveLength(1);
  const rest = (await client.backups.customers({ inspectionId, limit: 500, offset: 500 })).rows;
  await bring(client, inspectionId, [...ids, ...rest.map((row) => row.id)]);
  expect((await client.backups.list()).map(({ reason }) => reason)).toEqual(['beforeBulk', 'manual']);
});

test('the copy that is looked at is gone when it is closed, when too many are open, and when the archive is closed', async () => {
  const opened = await livedOn();
  const { client, archive, backup, inspection } = opened;
  expect(copiesIn(opened)).toHaveLength(1);
  await client.backups.closeInspection({ inspectionId: inspection.inspectionId });
  expect(copiesIn(opened)).toEqual([]);
  const call = client.backups.customers({ inspectionId: inspection.inspectionId });
  expect(await failureOf(call)).toEqual({ code: 'notFound', what: 'backup' });
  for (let count = 0; count < 3; count += 1)
    await finish(client.backups.inspect({ source: { id: backup.id } }));
  expect(copiesIn(opened)).toHaveLength(2);
  await archive.close();
  expect(copiesIn(opened)).toEqual([]);
});

test('bringing back is given up without a trace', async () => {
  const { client, inspection, purged } = await livedOn();
  const controller = new AbortController();
  controller.abort();
  const call = client.backups.bringBack(
    { inspectionId: inspection.inspectionId, ids: [purged.id], mode: 'asThen' },
    { signal: controller.signal },
  );
  expect((await failureOf(finish(call))).code).toBe('cancelled');
  expect((await client.customers.list({ filter: { text: '八骏' } })).total).toBe(0);
});
