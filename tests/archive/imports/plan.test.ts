import { describe, expect, it } from 'vitest';
import {
  commitImport,
  decideImport,
  discardImport,
  importPlanRows,
  planImport,
  understandImport,
} from '../../../src-main/archive/imports/imports.ts';
import { listImports } from '../../../src-main/archive/imports/batches.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import type { CustomerDraftInput } from '../../../src-shared/customers.ts';
import { holdReading } from '../../../src-main/archive/imports/held-imports.ts';
import { readSheets } from '../../support/read-sheets.ts';
import { planInputSchema } from '../../../src-shared/import-plan.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import {
  allCustomers,
  planInputOf,
  planUnderstood,
  temporaryFile,
  understandFile,
  workbookFile,
} from '../../support/sheet-import.ts';
import { draft, failureOf, openTestArchive } from '../../support/open-test-archive.ts';

const quiet = (): void => {};
const header = ['客户编号', '客户名称', '联系人', '手机', '统一社会信用代码', '备注'];
type Row = readonly TestCell[];

/** An archive with these customers in it, and the plan for these rows. */
async function planned(customers: readonly CustomerDraftInput[], rows: readonly Row[]) {
  const test = await openTestArchive();
  for (const customer of customers) await test.client.customers.create({ draft: draft(customer) });
  return { ...test, ...(await plan(test.session, rows)) };
}

async function plan(session: Session, rows: readonly Row[]) {
  const understood = await understandFile(session, workbookFile([header, ...rows]));
  const { planId, counts } = await planUnderstood(session, understood);
  const page = await importPlanRows(session, { planId, offset: 0, limit: 500 });
  return { planId, counts, rows: page.rows, understood };
}

const bajun: CustomerDraftInput = {
  code: 'A-1',
  name: '杭州八骏科技有限公司',
  creditCode: '91330106X98567XHEW',
  contacts: [{ name: '王伟', methods: [{ type: 'mobile', value: '138 0013 8000' }] }],
};

describe('a row belongs to a customer of the archive', () => {
  it.each<[string, Row, string]>([
    ['of the same code', ['A-1', '八骏科技有限公司', null, null, null, '新'], 'code'],
    ['of the same credit code', [null, '八骏（新厂）', null, null, '91330106x98567xhew', '新'], 'creditCode'],
    ['with the same phone and a shorter name', [null, '八骏科技', null, 13_800_138_000, null, '新'], 'phone'],
    [
      'with the same phone and contact',
      [null, '杭州市八骏科技有限公司', '王伟', '13800138000', null, '新'],
      'phone',
    ],
    [
      'of the same name, spelled otherwise',
      [null, '杭州市八骏科技　有限责任公司', null, null, null, '新'],
      'name',
    ],
    [
      'of the same name in traditional characters',
      [null, '杭州八駿科技有限公司', null, null, null, '新'],
      'name',
    ],
  ])('%s', async (_, row, key) => {
    const { counts, rows } = await planned([bajun], [row]);
    expect(counts).toMatchObject({ update: 1, create: 0, possible: 0, newCustomers: 0 });
    expect(rows[0]).toMatchObject({ status: 'update', match: { customerId: 1, name: bajun.name, key } });
    expect(rows[0]?.changes).toContainEqual({ field: 'notes', before: '', after: '新' });
  });

  it('only possibly, when something speaks against it, and is then a customer of its own', async () => {
    const { counts, rows } = await planned(
      [bajun],
      [
        ['A-1', '宁波恒通五金商行', null, null, null, '同编号'],
        [null, '苏州海泰贸易有限公司', '王伟', '13800138000', null, '同手机'],
        [null, '杭州八骏科技有限公司', null, null, '91330200BBWHTGHDDE', '另一个代码'],
        [null, '八骏科技', null, null, null, '简称'],
      ],
    );
    expect(counts).toMatchObject({ rows: 4, possible: 4, newCustomers: 4 });
    expect(rows.map(({ match }) => [match?.key, match?.customerId])).toEqual([
      ['code', 1],
      ['phone', 1],
      ['name', 1],
      ['similarName', 1],
    ]);
  });

  it('never when it is another person of the same name, or another business of the same brand', async () => {
    const { counts } = await planned(
      [
        { kind: 'person', name: '王伟', methods: [{ type: 'mobile', value: '13800138000' }] },
        { name: '杭州恒通五金商行' },
      ],
      [
        [null, '王伟', null, '13900139000'],
        [null, '宁波恒通五金商行', null, '13700137000'],
      ],
    );
    expect(counts).toMatchObject({ create: 2, possible: 0, newCustomers: 2 });
  });

  it('never when that customer is in the trash: the file brings it anew, under a code of its own', async () => {
    const { client, session } = await openTestArchive();
    const { customer } = await client.customers.create({ draft: draft(bajun) });
    for await (const _ of await client.customers.bulk({
      selection: { ids: [customer.id] },
      action: { type: 'trash' },
    }));
    const { planId, counts } = await plan(session, [['A-1', bajun.name, '王伟', '13800138000']]);
    expect(counts).toMatchObject({ create: 1, update: 0 });
    await commitImport(session, { planId }, async () => {}, quiet);
    expect(
      allCustomers(session).map(({ code, notes, trashedAt }) => [code, notes, trashedAt === null]),
    ).toEqual([
      ['A-1', '', false],
      ['KH-0001', '客户编号：A-1', true],
    ]);
  });
});

describe('what a row adds', () => {
  it('fills gaps, appends to lists and notes, and replaces or erases nothing', async () => {
    const { session, rows, planId } = await planned(
      [{ ...bajun, owner: '老陈', notes: '老客户' }],
      [['A-1', '八骏科技', '李娜', '13900139000', null, '新来的']],
    );
    expect(rows[0]?.changes).toEqual([
      { field: 'shortName', before: '', after: '八骏科技' },
      { field: 'notes', before: '老客户', after: '老客户\n新来的' },
      { field: 'contacts', before: '', after: '李娜 13900139000' },
    ]);
    const result = await commitImport(session, { planId }, async () => {}, quiet);
    expect(result).toMatchObject({ created: 0, updated: 1, skipped: 0 });
    expect(allCustomers(session)).toMatchObject([
      {
        name: bajun.name,
        shortName: '八骏科技',
        creditCode: bajun.creditCode,
        owner: '老陈',
        notes: '老客户\n新来的',
        contacts: [
          { name: '王伟', methods: [{ value: '138 0013 8000' }] },
          { name: '李娜', methods: [{ value: '13900139000' }] },
        ],
      },
    ]);
  });

  it('is nothing when all of it is there: the row is skipped', async () => {
    const { counts, session, planId } = await planned(
      [bajun],
      [['A-1', bajun.name, '王伟', 13_800_138_000, bajun.creditCode ?? '', null]],
    );
    expect(counts).toMatchObject({ skip: 1, update: 0 });
    const before = allCustomers(session);
    expect(await commitImport(session, { planId }, async () => {}, quiet)).toMatchObject({
      changeId: 0,
      updated: 0,
      skipped: 1,
    });
    expect(allCustomers(session)).toEqual(before);
    expect(listImports(session, { offset: 0, limit: 10 }).batches).toEqual([]);
  });

  it('never mixes two addresses', async () => {
    const { client, session } = await openTestArchive();
    await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司', address: '文一西路8号' }) });
    const file = workbookFile([
      ['客户名称', '地址', '邮编'],
      ['杭州八骏科技有限公司', '江苏省苏州市吴中区解放路1号', '215000'],
    ]);
    const { planId } = await planUnderstood(session, await understandFile(session, file));
    const { rows } = await importPlanRows(session, { planId, offset: 0, limit: 1 });
    expect(rows[0]?.changes).toEqual([{ field: 'postcode', before: '', after: '215000' }]);
  });
});

describe('rows of one customer within the file', () => {
  it('become one customer with all their contacts and the fuller name', async () => {
    const { counts, rows, session, planId } = await planned(
      [],
      [
        [null, '八骏科技', '王伟', '13800138000'],
        [null, '杭州八骏科技有限公司', '李娜', '13800138000'],
        [null, '杭州市八骏科技有限公司', '张军', '13700137000'],
        [null, '八骏科技', '王伟', '13800138000'],
      ],
    );
    expect(counts).toMatchObject({ rows: 4, create: 3, skip: 1, newCustomers: 1 });
    expect(rows.map(({ status, match }) => [status, match?.row ?? null])).toEqual([
      ['create', null],
      ['create', 1],
      ['create', 1],
      ['skip', 1],
    ]);
    await commitImport(session, { planId }, async () => {}, quiet);
    expect(allCustomers(session)).toMatchObject([
      {
        name: '杭州八骏科技有限公司',
        shortName: '八骏科技',
        aliases: ['杭州市八骏科技有限公司'],
        contacts: [{ name: '王伟' }, { name: '李娜' }, { name: '张军' }],
      },
    ]);
  });
});

describe('possible rows', () => {
  const rows: Row[] = [
    [null, '八骏科技', null, null, null, '甲'],
    [null, '苏州海泰贸易有限公司', '王伟', '13800138000', null, '乙'],
  ];

  it('can be taken for the customer, kept apart or left out, one by one or all at once', async () => {
    const { session, planId, rows: shown } = await planned([bajun], rows);
    const [first, second] = shown.map(({ sheet, row }) => [{ sheet, row }]);
    expect(await decideImport(session, { planId, rows: first ?? [], decision: 'update' })).toMatchObject({
      update: 1,
      possible: 1,
      newCustomers: 1,
    });
    expect(await decideImport(session, { planId, rows: second ?? [], decision: 'skip' })).toMatchObject({
      update: 1,
      skip: 1,
      possible: 0,
      newCustomers: 0,
    });
    const page = await importPlanRows(session, { planId, status: 'update', offset: 0, limit: 10 });
    expect(page).toMatchObject({ total: 1, rows: [{ decided: true, name: '八骏科技' }] });
    const result = await commitImport(session, { planId }, async () => {}, quiet);
    expect(result).toMatchObject({ created: 0, updated: 1, skipped: 1 });
    expect(allCustomers(session)).toMatchObject([{ shortName: '八骏科技', notes: '甲' }]);
  });

  it('are all decided by one word', async () => {
    const { session, planId } = await planned([bajun], rows);
    expect(await decideImport(session, { planId, rows: 'allPossible', decision: 'create' })).toMatchObject({
      create: 2,
      possible: 0,
      newCustomers: 2,
    });
  });

  it('take later rows of the same customer with them', async () => {
    const { session, planId } = await planned(
      [bajun],
      [
        [null, '八骏科技', null, null, null, '甲'],
        [null, '八骏科技', null, null, null, '乙'],
      ],
    );
    expect(await decideImport(session, { planId, rows: 'allPossible', decision: 'update' })).toMatchObject({
      update: 2,
      newCustomers: 0,
    });
    await commitImport(session, { planId }, async () => {}, quiet);
    expect(allCustomers(session)).toMatchObject([{ notes: '甲\n乙' }]);
  });

  it('that repeat a row which is left out become customers after all', async () => {
    const row: Row = [null, '八骏科技', null, null, null, '甲'];
    const { session, planId, rows: shown } = await planned([bajun], [row, row]);
    expect(shown.map(({ status }) => status)).toEqual(['possible', 'skip']);
    await decideImport(session, { planId, rows: shown.slice(0, 1), decision: 'skip' });
    const result = await commitImport(session, { planId }, async () => {}, quiet);
    expect(result).toMatchObject({ created: 1, skipped: 1 });
  });
});

const target = (field: string) => ({ field, contact: null });

describe('what the user chooses', () => {
  it('columns, kind, header and tags, is what is planned', async () => {
    const { session, client } = await openTestArchive();
    const { tag } = await client.tags.create({ name: '老台账' });
    const file = workbookFile([
      ['甲', '乙', '丙'],
      ['王伟', '13800138000', '喜欢红色'],
    ]);
    const { reading } = await understandFile(session, file);
    const { planId } = await planImport(
      session,
      planInputSchema.parse({
        sheets: [
          {
            readingId: reading.readingId,
            sheet: 0,
            header: [0, 0],
            columns: [
              { index: 0, target: target('name') },
              { index: 1, target: target('mobile') },
              { index: 2, target: target('notes') },
            ],
            kind: 'person',
            tagIds: [tag.id],
          },
        ],
      }),
      quiet,
    );
    await commitImport(session, { planId }, async () => {}, quiet);
    expect(allCustomers(session)).toMatchObject([
      {
        kind: 'person',
        name: '王伟',
        notes: '丙：喜欢红色',
        tagIds: [tag.id],
        methods: [{ value: '13800138000' }],
      },
    ]);
  });

  it('must name the customers', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(
      session,
      workbookFile([
        ['客户名称', '地址'],
        ['八骏', '文一西路'],
      ]),
    );
    const columns = [{ index: 1, target: { field: 'address', contact: null } }];
    expect(await failureOf(planUnderstood(session, understood, { columns }))).toEqual({
      code: 'nameColumnMissing',
    });
  });

  it('may be taken back while it is planned', async () => {
    const { session } = await openTestArchive();
    const input = planInputOf([await understandFile(session, workbookFile([['客户名称'], ['八骏']]))]);
    expect(await failureOf(planImport(session, input, quiet, AbortSignal.abort()))).toEqual({
      code: 'cancelled',
    });
  });
});

describe('what is held', () => {
  it('is at most fifty readings, and goes when it is discarded', async () => {
    const { session } = await openTestArchive();
    const ids: string[] = [];
    for (let count = 0; count < 51; count++) {
      const read = await readSheets(temporaryFile('客户.csv', `客户名称\n八骏${count}`));
      ids.push(holdReading(session, '客户.csv', read).id);
    }
    const [oldest = ''] = ids;
    const newest = ids.at(-1) ?? '';
    expect(await failureOf(understandImport(session, { readingId: oldest, sheet: 0 }))).toEqual({
      code: 'notFound',
      what: 'reading',
    });
    expect((await understandImport(session, { readingId: newest, sheet: 0 })).dataRows).toBe(1);
    discardImport(session, { readingId: newest });
    discardImport(session, { readingId: newest });
    expect(await failureOf(understandImport(session, { readingId: newest, sheet: 0 }))).toMatchObject({
      code: 'notFound',
    });
    expect(await failureOf(commitImport(session, { planId: 'x' }, async () => {}, quiet))).toEqual({
      code: 'notFound',
      what: 'plan',
    });
    expect(await failureOf(understandImport(session, { readingId: ids[2] ?? '', sheet: 7 }))).toMatchObject({
      code: 'notFound',
    });
  });
});
