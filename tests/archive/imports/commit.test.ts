import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitImport } from '../../../src-main/archive/imports/imports.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { customFieldTypes } from '../../../src-shared/custom-fields.ts';
import { kinds, levels, stages } from '../../../src-shared/customers.ts';
import type { ExportColumn } from '../../../src-shared/exports.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { Progress } from '../../../src-shared/progress.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  type TestArchive,
} from '../../support/open-test-archive.ts';
import { listPastImports, pastFile } from '../../support/past-imports.ts';
import {
  allCustomers,
  importFile,
  planUnderstood,
  temporaryFile,
  understandFile,
  workbookFile,
} from '../../support/sheet-import.ts';

const ledger = fileURLToPath(new URL('../../fixtures/samples/客户台账2015-2024.xlsx', import.meta.url));
const quiet = (): void => {};

/** Every row of the archive that a user has made. */
const rowsOf = ({ sqlite }: Session): unknown =>
  ['customers', 'contacts', 'contactMethods', 'customerTags', 'tags', 'importFiles'].map((table) =>
    sqlite.prepare(`select * from ${table} order by id`).all(),
  );

const many = (count: number): string =>
  temporaryFile(
    '客户.csv',
    `客户名称,联系人,手机,标签\n${Array.from({ length: count }, (_, row) => `第${row}贸易有限公司,王伟,${13_800_000_000 + row},展会`).join('\n')}`,
  );

const diskFull = async (): Promise<void> => {
  throw new FailureError({ code: 'diskFull', path: 'D:/备份', neededBytes: null });
};

describe('an import', () => {
  it('is one change that names the file and what it did, and stays in the list of imports for ever', async () => {
    const { session, client } = await openTestArchive();
    const before = rowsOf(session);
    const { result } = await importFile(session, ledger);
    const { changes } = await client.changes.list({ limit: 1 });
    expect(changes[0]).toMatchObject({
      id: result.changeId,
      action: {
        type: 'import',
        file: '客户台账2015-2024.xlsx',
        sheet: '客户台账',
        created: 404,
        updated: 0,
        skipped: 0,
      },
    });
    expect((await client.imports.list({})).batches).toMatchObject([
      { changeId: result.changeId, created: 404, inEffect: true },
    ]);

    await finish(client.changes.undo({}));
    expect(rowsOf(session)).toEqual(before);
    expect((await client.imports.list({})).batches).toMatchObject([
      { changeId: result.changeId, inEffect: false },
    ]);
    await finish(client.changes.redo({}));
    expect(allCustomers(session)).toHaveLength(404);
    expect((await client.imports.list({})).batches).toMatchObject([
      { changeId: result.changeId, inEffect: true },
    ]);
    expectAgreement(session);
  });

  it('that updates customers gives them back as they were when it is undone', async () => {
    const { session, client } = await openTestArchive();
    await client.customers.create({
      draft: draft({ name: '上海远恒服饰有限公司', notes: '老客户', contacts: [{ name: '梁明霞' }] }),
    });
    const before = rowsOf(session);
    const { result } = await importFile(session, ledger);
    expect(result).toMatchObject({ created: 403, updated: 1 });
    await finish(client.changes.undo({}));
    const derived = ['version', 'updatedAt'];
    const plain = (rows: unknown) =>
      JSON.parse(
        JSON.stringify(rows, (key, value: unknown) => (derived.includes(key) ? 0 : value)),
      ) as unknown;
    expect(plain(rowsOf(session))).toEqual(plain(before));
  });

  it('is backed up first, and does not begin when that fails', async () => {
    const { session } = await openTestArchive();
    const plan = await planUnderstood(session, await understandFile(session, many(3)));
    const input = { planId: plan.planId };
    expect(await failureOf(commitImport(session, input, diskFull, quiet))).toMatchObject({
      code: 'diskFull',
    });
    expect(allCustomers(session)).toEqual([]);

    const order: string[] = [];
    const backUp = async () => void order.push(`backup of ${allCustomers(session).length}`);
    await commitImport(
      session,
      input,
      backUp,
      ({ phase }) => void (order.at(-1) !== phase && order.push(phase)),
    );
    expect(order.slice(0, 2)).toEqual(['backup of 0', 'writing']);
    expect(allCustomers(session)).toHaveLength(3);
  });

  it('happens once, however often the button is clicked', async () => {
    const { session } = await openTestArchive();
    const { planId } = await planUnderstood(session, await understandFile(session, many(3)));
    const click = () => commitImport(session, { planId }, async () => {}, quiet);
    const [first, second] = await Promise.allSettled([click(), click()]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
    expect(allCustomers(session)).toHaveLength(3);
  });

  it('that is cancelled half way leaves nothing, and can be committed afterwards', async () => {
    const { session } = await openTestArchive();
    const before = rowsOf(session);
    const plan = await planUnderstood(session, await understandFile(session, many(2_000)));
    const controller = new AbortController();
    const seen: Progress[] = [];
    const committing = commitImport(
      session,
      { planId: plan.planId },
      async () => {},
      (progress) => {
        seen.push(progress);
        if (progress.phase === 'writing' && progress.done >= 1_000) controller.abort();
      },
      controller.signal,
    );
    expect(await failureOf(committing)).toEqual({ code: 'cancelled' });
    expect(seen.at(-1)).toMatchObject({ phase: 'writing', done: 1_000, total: 2_000 });
    expect(rowsOf(session)).toEqual(before);
    expectAgreement(session);
    const result = await commitImport(session, { planId: plan.planId }, async () => {}, quiet);
    expect(result).toMatchObject({ created: 2_000 });
    expectAgreement(session);
    // The codes of customers who came to nothing are free.
    const codes = allCustomers(session).map(({ code }) => code);
    expect([codes[0], codes.at(-1)]).toEqual(['KH-0001', 'KH-2000']);
  });

  it('is found on its page of the list, however many came after it', async () => {
    const { session, client } = await openTestArchive();
    await listPastImports(session, 53);
    const page = async (offset: number, limit: number) => {
      const { batches, total } = await client.imports.list({ offset, limit });
      return { total, files: batches.map(({ file }) => file) };
    };
    const all = Array.from({ length: 53 }, (_, at) => pastFile(53 - at));
    expect(await page(0, 50)).toEqual({ total: 53, files: all.slice(0, 50) });
    expect(await page(50, 50)).toEqual({ total: 53, files: all.slice(50) });
    expect(await page(100, 50)).toEqual({ total: 53, files: [] });
  });

  it('gives codes of the pattern around those that the sheet brings', async () => {
    const { session } = await openTestArchive();
    await importFile(
      session,
      workbookFile([
        ['客户编号', '客户名称'],
        [null, '甲贸易有限公司'],
        ['KH-0001', '乙贸易有限公司'],
        [null, '丙贸易有限公司'],
        ['KH-0001', '丁贸易有限公司'],
      ]),
    );
    const codes = new Map(
      allCustomers(session).map(({ name, code, notes }) => [name.slice(0, 1), [code, notes]]),
    );
    expect(codes).toEqual(
      new Map([
        ['乙', ['KH-0001', '']],
        ['丁', ['KH-0002', '客户编号：KH-0001']],
        ['甲', ['KH-0003', '']],
        ['丙', ['KH-0004', '']],
      ]),
    );
  });

  it('goes through the contract as it is, with progress', async () => {
    const { client } = await openTestArchive();
    const reading = await finish(client.imports.read({ token: ledger }));
    const { readingId, suggestedSheet: sheet } = reading;
    const { header, columns: guesses, kind } = await client.imports.understand({ readingId, sheet });
    const columns = guesses.map(({ index, target }) => ({ index, target }));
    const plan = await finish(client.imports.plan({ sheets: [{ readingId, sheet, header, columns, kind }] }));
    const page = await client.imports.planRows({ planId: plan.planId, status: 'create', limit: 500 });
    expect(page.total).toBe(405);
    const { rows } = await client.imports.rows({ readingId, sheet, offset: 400 });
    expect(rows.at(-1)).toMatchObject({ row: 425, leftOut: 'note' });
    expect(await finish(client.imports.commit({ planId: plan.planId }))).toMatchObject({ created: 404 });
    expect(await failureOf(client.imports.understand({ readingId, sheet }))).toEqual({
      code: 'notFound',
      what: 'reading',
    });
    expect((await client.customers.list({ filter: { text: '星创' } })).total).toBe(1);
  });
});

async function expectNoChange(
  { session, client, folder }: TestArchive,
  format: 'xlsx' | 'csv',
  columns: 'all' | ExportColumn[] = 'all',
): Promise<void> {
  const target = join(folder, '..', `客户.${format}`);
  await finish(
    client.exports.customers({
      selection: { filter: {} },
      columns,
      format,
      target,
      encoding: 'gb18030',
    }),
  );
  const before = { rows: rowsOf(session), customers: allCustomers(session).length };
  const plan = await planUnderstood(session, await understandFile(session, target));
  const { rows } = await client.imports.planRows({ planId: plan.planId, limit: 500 });
  const changing = rows.filter(({ status }) => status !== 'skip');
  expect(changing.map(({ name, match, changes }) => ({ name, match, changes }))).toEqual([]);
  expect(plan.counts.skip).toBe(before.customers);
  await commitImport(session, { planId: plan.planId }, async () => {}, quiet);
  expect(rowsOf(session)).toEqual(before.rows);
}

/** Customers without what is given anew in every archive. */
const shape = ({ session }: TestArchive) =>
  allCustomers(session)
    .map((customer) => ({
      ...customer,
      id: 0,
      version: 0,
      createdAt: '',
      updatedAt: '',
      tagIds: [],
      methods: customer.methods.map(({ type, value, normal }) => [type, value, normal]),
      contacts: customer.contacts.map(({ name, title, methods }) => [
        name,
        title,
        methods.map(({ type, value }) => [type, value]),
      ]),
    }))
    .toSorted((a, b) => a.code.localeCompare(b.code));

describe('a sheet that was exported and is imported again changes nothing', () => {
  it.each(['xlsx', 'csv'] as const)('as .%s, the ledger', async (format) => {
    const test = await openTestArchive();
    await importFile(test.session, ledger);
    await expectNoChange(test, format);
  });

  it('with the columns of the list only, one phone and one contact a customer', async () => {
    const test = await openTestArchive();
    await importFile(test.session, ledger);
    await expectNoChange(test, 'xlsx', [
      'code',
      'name',
      'contactName',
      'mobile',
      'tags',
      'stage',
      'region',
      'address',
      'owner',
      'contacts',
      'contactMethods',
      'doubts',
      'updatedAt',
    ]);
  });

  it('whatever odd things stand in it', { timeout: 120_000 }, async () => {
    const odd = [
      '王伟（原名王维）',
      '无',
      '-',
      '=1+1',
      "'+86",
      '13800138000/13900139000 王经理',
      '甲、乙；丙',
      '浙江省杭州市西湖区文一西路8号',
      '农历八月十五',
      ' 两 头 ',
      '第一行\n第二行',
      '__proto__',
      '1.38E+10',
      '001',
    ];
    const text = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'grapheme', maxLength: 12 }));
    const method = fc.record({
      type: fc.constantFrom('mobile', 'phone', 'email', 'wechat', 'qq', 'fax', 'other'),
      value: text,
    });
    const options = ['月结', '甲、乙；丙', '=1+1', '无', '001'];
    // In their normal forms, in the order of the fields below.
    const ownValues = [
      text.map((value) => value.trim()),
      fc.constantFrom('', '0', '-12.5', '12', '123456789012345'),
      fc.constantFrom('', '2024-02-29', '1949-10-01'),
      fc.constantFrom('', '0', '-50', '123450', '100000000000'),
      fc.constantFrom('', '0', '1'),
      fc.constantFrom('', ...options),
      fc.constantFrom('', '0', '-50', '123450', '123456789'),
    ];
    const customer = fc.record({
      kind: fc.constantFrom(...kinds),
      name: fc
        .integer({ min: 1, max: 1e9 })
        .chain((number) => fc.constantFrom(`甲${number}`, `王伟（原${number}）`, `${number}`)),
      stage: fc.constantFrom('', ...stages),
      level: fc.constantFrom('', ...levels),
      shortName: text,
      aliases: fc.array(text, { maxLength: 3 }),
      province: text,
      city: text,
      address: text,
      birthday: text,
      identityNumber: text,
      creditCode: text,
      foundedOn: fc.constantFrom('', '2015-07-09', '2015年', '44511', '3/4', '=1'),
      postcode: fc.constantFrom('', '001', '310000', '甲、乙', '=1'),
      website: text,
      bankAccount: text,
      registeredAddress: text,
      registeredCapital: fc.option(fc.integer({ min: 0, max: 1e12 })),
      notes: text,
      methods: fc.array(method, { maxLength: 3 }),
      contacts: fc.array(
        fc.record({ name: text, title: text, department: text, methods: fc.array(method, { maxLength: 2 }) }),
        { maxLength: 3 },
      ),
      tagIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
      custom: fc
        .tuple(...ownValues)
        .map((values) => values.flatMap((value, at) => (value === '' ? [] : [{ fieldId: at + 1, value }]))),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(customer, { minLength: 5, maxLength: 30 }), async (customers) => {
        const test = await openTestArchive();
        for (const name of ['重点', '=展会', '甲 乙']) await test.client.tags.create({ name });
        for (const [at, type] of customFieldTypes.entries())
          await test.client.customFields.create({
            name: `自有${at}`,
            type,
            ...(type === 'choice' && { options }),
          });
        await test.client.customFields.create({ name: '授信（万元）', type: 'money' });
        for (const one of customers)
          await test.client.customers.create({ draft: draft(one as Parameters<typeof draft>[0]) });
        await expectNoChange(test, 'xlsx');
      }),
      { numRuns: 5 },
    );
  });

  it('and brings everything back into an empty archive', async () => {
    const first = await openTestArchive();
    await importFile(first.session, ledger);
    const target = join(first.folder, '..', '客户.xlsx');
    await finish(
      first.client.exports.customers({ selection: { filter: {} }, columns: 'all', format: 'xlsx', target }),
    );
    const second = await openTestArchive();
    await importFile(second.session, target);
    expect(shape(second)).toEqual(shape(first));
  });
});
