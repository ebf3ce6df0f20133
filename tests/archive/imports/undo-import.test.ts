import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitImport } from '../../../src-main/archive/imports/imports.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import type { Undone } from '../../../src-shared/changes.ts';
import type { CustomValue } from '../../../src-shared/custom-fields.ts';
import type { CustomerPatch } from '../../../src-shared/customers.ts';
import { columnPolicies, type ColumnPolicy, type ImportResult } from '../../../src-shared/imports.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  type ArchiveClient,
  type TestArchive,
} from '../../support/open-test-archive.ts';
import { archivedRows } from '../../support/rows.ts';
import { importFile, planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

const header = ['客户名称', '联系人', '手机', '负责人', '来源', '标签'];

/** An archive with two customers, one of which the sheet knows more about. */
async function openFirm(): Promise<TestArchive> {
  const opened = await openTestArchive();
  for (const name of ['杭州八骏科技有限公司', '宁波恒通五金有限公司'])
    await opened.client.customers.create({ draft: draft({ name, contacts: [{ name: '张三' }] }) });
  return opened;
}

const sheet = (): string =>
  workbookFile([
    header,
    ['杭州八骏科技有限公司', '张三', '13812345678', '老陈', '展会', '重点'],
    ['苏州盛隆机械厂', '李娜', '13912345678', '老陈', '展会', '重点'],
    ['南京瑞丰装饰工程有限公司', '赵敏', '13712345678', '王姐', '', ''],
  ]);

const idOf = async (client: ArchiveClient, name: string): Promise<number> =>
  (await client.customers.list({ filter: { text: name } })).rows[0]?.id ?? 0;

async function edit(client: ArchiveClient, id: number, patch: CustomerPatch): Promise<number> {
  const { version } = await client.customers.get({ id });
  return (await client.customers.update({ id, baseVersion: version, patch })).changeId;
}

describe('undoing an import after others have worked on', () => {
  it('says before what it will do, does just that, and says at any later time what stayed and why', async () => {
    const { client, session } = await openFirm();
    const { result } = await importFile(session, sheet());
    const [bajun, shenglong] = [await idOf(client, '八骏'), await idOf(client, '盛隆')];
    const byOwner = await edit(client, bajun, { owner: '王姐' });
    const byNotes = await edit(client, shenglong, { notes: '只接受月结' });

    const before = archivedRows(session.sqlite);
    const preview = await client.changes.previewUndo({ changeId: result.changeId });
    expect(archivedRows(session.sqlite)).toEqual(before);
    expect(preview).toMatchObject({ removed: 1, restored: 1, keptCustomers: 2, keptCount: 2 });
    const of = (kept: readonly { what: string; name: string; by: { changeId: number } | null }[]) =>
      kept.map(({ name, what, by }) => [name, what, by?.changeId]);
    expect(of(preview.kept)).toEqual([
      ['杭州八骏科技有限公司', 'owner', byOwner],
      ['苏州盛隆机械厂', 'customer', byNotes],
    ]);

    const undone = await finish(client.changes.undo({ changeId: result.changeId }));
    expect(of(undone.kept).toSorted()).toEqual([...of(preview.kept), ['重点', 'tag', undefined]].toSorted());
    expect((await client.customers.list({ filter: {} })).rows.map(({ name }) => name).toSorted()).toEqual([
      '宁波恒通五金有限公司',
      '杭州八骏科技有限公司',
      '苏州盛隆机械厂',
    ]);
    const { source, contacts, owner, tagIds } = await client.customers.get({ id: bajun });
    expect({ source, owner, tagIds, methods: contacts[0]?.methods }).toEqual({
      source: '',
      owner: '王姐',
      tagIds: [],
      methods: [],
    });
    expectAgreement(session);
    expect(await failureOf(client.changes.previewUndo({ changeId: result.changeId }))).toEqual({
      code: 'alreadyUndone',
    });
  });

  it('takes back what it brought when the edits in between were undone first', async () => {
    const { client, session } = await openFirm();
    const before = archivedRows(session.sqlite);
    const { result } = await importFile(session, sheet());
    const changeId = await edit(client, await idOf(client, '盛隆'), { notes: '只接受月结' });
    await finish(client.changes.undo({ changeId }));
    expect(await client.changes.previewUndo({ changeId: result.changeId })).toMatchObject({
      removed: 2,
      restored: 1,
      keptCount: 0,
    });
    expect(await finish(client.changes.undo({ changeId: result.changeId }))).toMatchObject({ keptCount: 0 });
    expect(archivedRows(session.sqlite)).toEqual(before);
  });
});

const names = [
  '杭州八骏科技有限公司',
  '宁波恒通五金有限公司',
  '苏州盛隆机械厂',
  '南京瑞丰装饰工程有限公司',
  '王伟',
];
const line = fc.tuple(
  fc.constantFrom(...names),
  fc.constantFrom('', '张三', '李娜'),
  fc.constantFrom('', '13812345678', '13912345678', '1381234'),
  fc.constantFrom('', '王伟', '张三'),
  fc.constantFrom('', '13712345678', '0571-88012345'),
  fc.constantFrom('', '老陈', '王姐'),
  fc.constantFrom('', '重点', '展会、重点'),
  fc.constantFrom('', '老客户', '一般', '无所谓'),
  fc.constantFrom('', '月结', '现款', '看情况'),
  fc.constantFrom('', '8', '十来家'),
);
const wide = [
  '客户名称',
  '联系人',
  '手机',
  '联系人2',
  '联系人2电话',
  '负责人',
  '标签',
  '等级',
  '结算周期',
  '门店数',
];
const policy = fc.constantFrom(undefined, ...columnPolicies);
/** What the owner says about the sheet: what its columns do to customers that are there, and what its people are. */
const said = fc.record({
  policies: fc.array(policy, { minLength: wide.length, maxLength: wide.length }),
  people: fc.constantFrom('asContacts' as const, 'apart' as const),
});

/** Brings a sheet in with everything that can be said about one: policies, options, a field it makes and one that is there. */
async function bringIn(
  session: Session,
  lines: readonly (readonly string[])[],
  { policies, people }: { policies: readonly (ColumnPolicy | undefined)[]; people: 'asContacts' | 'apart' },
): Promise<ImportResult> {
  const own = (field: string, contact: number | null = null) => ({ field, contact });
  const targets = [
    own('name'),
    own('contactName', 0),
    own('mobile', 0),
    own('contactName', 1),
    own('phone', 1),
    own('owner'),
    own('tags'),
    own('level'),
    own('new:0'),
    own('custom:1'),
  ];
  const columns = targets.map((target, index) => ({
    index,
    target,
    policy: policies[index],
    ...(target.field === 'level' && {
      options: [
        { from: '老客户', to: 'A' },
        { from: '无所谓', to: 'tag' },
      ],
    }),
  }));
  const newFields = [{ name: '结算周期', type: 'choice' as const, options: ['月结', '现款'] }];
  const understood = await understandFile(session, workbookFile([wide, ...lines]));
  const { planId } = await planUnderstood(session, understood, { columns }, { newFields, people });
  return commitImport(
    session,
    { planId },
    async () => {},
    () => {},
  );
}

const edits = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('owner', 'contact', 'trash', 'tag', 'custom'),
    back: fc.boolean(),
  }),
  { maxLength: 4 },
);

/** Edits a customer in one of several ways, and takes it back at once when `back` is set. */
async function perform(
  client: ArchiveClient,
  { at, how, back }: { at: number; how: string; back: boolean },
): Promise<number | null> {
  const { rows } = await client.customers.list({
    filter: {},
    limit: 500,
    sort: { column: 'code', direction: 'asc' },
  });
  const id = rows[at % rows.length]?.id;
  if (id === undefined) return null;
  const { contacts, tagIds } = await client.customers.get({ id });
  if (how === 'trash')
    await finish(client.customers.bulk({ selection: { ids: [id] }, action: { type: 'trash' } }));
  else if (how === 'owner') await edit(client, id, { owner: `接手${at}` });
  else if (how === 'custom') await edit(client, id, { custom: [await otherValue(client, id, at)] });
  else if (how === 'tag') {
    const known = (await client.tags.list()).find(({ name }) => name === '后来');
    const tag = known ?? (await client.tags.create({ name: '后来' })).tag;
    await edit(client, id, { tagIds: [...new Set([...tagIds, tag.id])] });
  } else
    await edit(client, id, {
      contacts: [...contacts, ...draft({ name: '无', contacts: [{ name: '赵敏' }] }).contacts],
    });
  if (!back) return id;
  await finish(client.changes.undo({}));
  return null;
}

/** Another value for a custom field of a customer, also for one that the import has made. */
async function otherValue(client: ArchiveClient, id: number, at: number): Promise<CustomValue> {
  const fields = await client.customFields.list();
  const field = fields[at % fields.length];
  if (!field) throw new Error('There is no custom field.');
  const { custom } = await client.customers.get({ id });
  const now = custom.find(({ fieldId }) => fieldId === field.id)?.value;
  const [one = '66', other = '77'] = field.options;
  return { fieldId: field.id, value: now === one ? other : one };
}

type Rows = Record<string, unknown[]>;

/** The rows of a customer, or with `of` false of all others; the tags in use are compared apart. */
function rowsOf(rows: Rows, ids: ReadonlySet<number>, of: boolean): unknown[] {
  return ['customers', 'contacts', 'contactMethods', 'customerTags', 'customFieldValues'].flatMap((table) =>
    (rows[table] ?? []).filter((row) => {
      const { id, customerId } = row as { id: number; customerId?: number };
      return ids.has(table === 'customers' ? id : (customerId ?? 0)) === of;
    }),
  );
}

describe('any import, with edits after it', () => {
  it(
    'undone leaves untouched customers row for row as they were, edited ones that it made as they are, and comes back by redo',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(line, { minLength: 1, maxLength: 6 }),
          said,
          edits,
          async (lines, owner, after) => {
            const { client, session, archive } = await openFirm();
            await client.customFields.create({ name: '门店数', type: 'number' });
            await edit(client, 1, { custom: [{ fieldId: 1, value: '3' }], level: 'C' });
            const start = archivedRows(session.sqlite);
            const result = await bringIn(session, lines, owner);
            fc.pre(result.changeId > 0);
            const edited = new Set<number>();
            for (const one of after) {
              const id = await perform(client, one);
              if (id !== null) edited.add(id);
            }
            const middle = archivedRows(session.sqlite);
            const preview = await client.changes.previewUndo({ changeId: result.changeId });
            expect(archivedRows(session.sqlite)).toEqual(middle);

            const undone: Undone = await finish(client.changes.undo({ changeId: result.changeId }));
            const end = archivedRows(session.sqlite);
            const known = new Set((start['customers'] ?? []).map((row) => (row as { id: number }).id));
            const created = new Set([...edited].filter((id) => !known.has(id)));
            expect(rowsOf(end, edited, false)).toEqual(rowsOf(start, edited, false));
            if (after.length === 0) expect(end).toEqual(start);
            expect(rowsOf(end, created, true)).toEqual(rowsOf(middle, created, true));
            const count = (rows: Rows): number => rows['customers']?.length ?? 0;
            expect(preview.removed).toBe(count(middle) - count(end));
            const customers = undone.kept.filter(({ customerId }) => customerId !== null);
            expect(new Set(preview.kept.map(({ customerId, what }) => `${customerId} ${what}`))).toEqual(
              new Set(customers.map(({ customerId, what }) => `${customerId} ${what}`)),
            );
            for (const { by } of preview.kept) expect(by?.changeId).toBeGreaterThan(result.changeId);

            await finish(client.changes.redo({ changeId: result.changeId }));
            expect(archivedRows(session.sqlite)).toEqual(middle);
            expectAgreement(session);
            await archive.close();
          },
        ),
        { numRuns: 20 },
      );
    },
  );
});
