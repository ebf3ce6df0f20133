import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitImport, importPlanRows, planImport } from '../../../src-main/archive/imports/imports.ts';
import { listImports } from '../../../src-main/archive/imports/batches.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { customKey } from '../../../src-shared/custom-fields.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import type { ColumnPolicy } from '../../../src-shared/imports.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { holdReading } from '../../../src-main/archive/imports/held-imports.ts';
import { planInputSchema } from '../../../src-shared/import-plan.ts';
import { buildWorkbook, type TestCell } from '../../support/build-workbook.ts';
import { readSheets } from '../../support/read-sheets.ts';
import { finish, openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import {
  allCustomers,
  planUnderstood,
  temporaryFile,
  understandFile,
  workbookFile,
} from '../../support/sheet-import.ts';

const quiet = (): void => {};
const header = ['客户名称', '联系人', '手机', '备注'];
const years = [
  {
    name: '2023',
    rows: [
      header,
      ['杭州八骏科技有限公司', '王伟', '13800138000'],
      ['宁波恒通五金有限公司', '李娜', '13900139000'],
    ],
  },
  {
    name: '2024',
    rows: [
      ['2024 年客户'],
      header,
      ['杭州八骏科技有限公司', '王伟', '13800138000', '要开专票'],
      ['南京瑞丰装饰工程有限公司', '赵敏', '13700137000'],
    ],
  },
  { name: '说明', rows: [['这份表由销售部维护'], ['每季度更新一次']] },
  {
    name: '供应商',
    rows: [
      ['供应商', '电话', '账期'],
      ['杭州纸箱厂', '0571-88001122', '月结'],
    ],
  },
];
const ledger = (): string => temporaryFile('台账.xlsx', buildWorkbook({ sheets: years }));

describe('several sheets and files in one import', () => {
  it('are suggested together where they are one table cut in pieces, and nothing else is', async () => {
    const { session } = await openTestArchive();
    const { reading } = await understandFile(session, ledger());
    expect(reading.suggestedTogether).toEqual([0, 1]);
  });

  it('are one plan, in which rows know their sheet and belong together across them', async () => {
    const { session } = await openTestArchive();
    const first = await understandFile(session, ledger(), 0);
    const second = await understandFile(session, ledger(), 1);
    const { planId, counts } = await planUnderstood(session, [first, second]);
    expect(counts).toMatchObject({ rows: 4, newCustomers: 3, joined: 1 });
    const { rows } = await importPlanRows(session, { planId, offset: 0, limit: 10 });
    expect(rows.map(({ index, sheet, row, name }) => [index, sheet, row, name])).toEqual([
      [0, 0, 1, '杭州八骏科技有限公司'],
      [1, 0, 2, '宁波恒通五金有限公司'],
      [2, 1, 2, '杭州八骏科技有限公司'],
      [3, 1, 3, '南京瑞丰装饰工程有限公司'],
    ]);
    expect(rows[2]?.match).toMatchObject({ customerId: null, index: 0, sheet: 0, row: 1 });
    const found = await importPlanRows(session, { planId, text: '专票', offset: 0, limit: 10 });
    expect(found.rows.map(({ index }) => index)).toEqual([2]);
  });

  it('are one change: each file and sheet is named, and one undo takes all of it back', async () => {
    const { session, client } = await openTestArchive();
    const sheets = [
      await understandFile(session, ledger(), 0),
      await understandFile(session, ledger(), 1),
      await understandFile(session, temporaryFile('展会.csv', '客户名称,手机\n苏州盛隆机械厂,13600136000')),
    ];
    const { planId } = await planUnderstood(session, sheets);
    const result = await commitImport(session, { planId }, async () => {}, quiet);
    expect(result).toMatchObject({ created: 4, updated: 0 });
    const of = (file: string, sheet: string) => ({ file, sheet });
    expect(listImports(session, { offset: 0, limit: 10 }).batches).toMatchObject([
      { sheets: [of('台账.xlsx', '2023'), of('台账.xlsx', '2024'), of('展会.csv', '展会')], created: 4 },
    ]);
    expect(
      session.sqlite.prepare('select file, sheet, created, skipped from importFiles order by id').raw().all(),
    ).toEqual([
      ['台账.xlsx', '2023', 2, 0],
      ['台账.xlsx', '2024', 1, 0],
      ['展会.csv', '展会', 1, 0],
    ]);
    await finish(client.changes.undo({ changeId: result.changeId }));
    expect(allCustomers(session)).toEqual([]);
    expect(listImports(session, { offset: 0, limit: 10 }).batches[0]).toMatchObject({
      inEffect: false,
      sheets: [{}, {}, {}],
    });
    expectAgreement(session);
  });

  it('each keep their own columns, kind and what is said about all their rows', async () => {
    const { session, client } = await openTestArchive();
    const people = await understandFile(session, temporaryFile('会员.csv', '姓名,手机\n王伟,13800138000'));
    const firms = await understandFile(session, temporaryFile('单位.csv', '单位,电话\n八骏科技,13900139000'));
    const [a, b] = [people, firms].map(
      ({ reading, understanding: { sheet, header: rows, kind, columns } }) => ({
        readingId: reading.readingId,
        sheet,
        header: rows,
        kind,
        columns: columns.map(({ index, target }) => ({ index, target })),
      }),
    );
    if (!a || !b) throw new Error('two sheets were planned');
    const { planId } = await finish(
      client.imports.plan({
        sheets: [
          { ...a, fixed: [{ field: 'tags', value: '会员' }] },
          {
            ...b,
            fixed: [
              { field: 'owner', value: '老陈' },
              { field: 'notes', value: '2023 年' },
            ],
          },
        ],
      }),
    );
    await finish(client.imports.commit({ planId }));
    const tags = new Map((await client.tags.list()).map(({ id, name }) => [id, name]));
    expect(
      allCustomers(session).map(({ kind, name, owner, notes, tagIds }) => [
        kind,
        name,
        owner,
        notes,
        tagIds.map((id) => tags.get(id)),
      ]),
    ).toEqual([
      ['person', '王伟', '', '', ['会员']],
      ['company', '八骏科技', '老陈', '2023 年', []],
    ]);
  });
});

describe('a file that is split in two', () => {
  const names = [
    '八骏科技',
    '杭州八骏科技有限公司',
    '宁波恒通五金有限公司',
    '恒通五金',
    '王伟',
    '南京瑞丰装饰工程有限公司',
  ];
  const cell = (values: readonly string[]) => fc.constantFrom<TestCell>(null, ...values);
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom(...names),
      cell(['王伟', '李娜', '张军']),
      cell(['13800138000', '13900139000', '0571-88001122']),
      cell(['要开专票', '月结', '老客户']),
      cell(['张三', '李娜']),
      cell(['13700137000', '13900139000']),
      cell(['重点', '展会、重点']),
      cell(['老客户', 'B', '无所谓']),
      cell(['月结', '现款', '看情况']),
    ),
    { minLength: 2, maxLength: 8 },
  );
  const wide = [...header, '联系人2', '手机2', '标签', '等级', '结算周期'];
  // 不动 leaves what an import before has brought, which the rows of one file have not.
  const policy = fc.constantFrom<ColumnPolicy | undefined>(undefined, 'fill', 'append', 'overwrite');
  const policies = fc.array(policy, { minLength: wide.length, maxLength: wide.length });
  const newFields = [{ name: '结算周期', type: 'choice' as const, options: ['月结', '现款'] }];

  /** Customers without what depends on when they were written. */
  const seen = (session: Session): unknown => {
    const tags = new Map(
      session.sqlite.prepare('select id, name from tags').raw().all() as [number, string][],
    );
    return allCustomers(session).map((customer: Customer) => {
      const methods = (list: Customer['methods']) => list.map(({ type, value }) => `${type} ${value}`);
      const contacts = customer.contacts.map((contact) => [contact.name, methods(contact.methods)]);
      const { kind, name, shortName, aliases, notes, level } = customer;
      return {
        kind,
        name,
        shortName,
        aliases,
        notes,
        level,
        methods: methods(customer.methods),
        contacts,
        tags: customer.tagIds.map((id) => tags.get(id)).toSorted(),
        custom: customer.custom.map(({ value }) => value),
      };
    });
  };

  /** Imports these files, together or one after the other, and says what came of it. Undone, it leaves nothing. */
  const bring = async (
    { session, client }: TestArchive,
    files: readonly (readonly (readonly TestCell[])[])[],
    together: boolean,
    said: readonly (ColumnPolicy | undefined)[] = [],
  ) => {
    const readings: string[] = [];
    for (const file of files) {
      const read = await readSheets(workbookFile([wide, ...file]));
      readings.push(holdReading(session, '客户.xlsx', read).id);
    }
    // The second of two imports finds the field that the first has made.
    const sheetsOf = (own: string) =>
      readings.map((readingId) => ({
        readingId,
        sheet: 0,
        header: [0, 0] as [number, number],
        kind: 'company' as const,
        // Columns mean what they mean in the whole file, however few rows a part has.
        columns: (
          [
            ['name', null],
            ['contactName', 0],
            ['mobile', 0],
            ['notes', null],
            ['contactName', 1],
            ['mobile', 1],
            ['tags', null],
            ['level', null],
            [own, null],
          ] as const
        ).map(([field, contact], index) => ({
          index,
          target: { field, contact },
          policy: said[index],
          ...(field === 'level' && {
            options: [
              { from: '老客户', to: 'A' },
              { from: '无所谓', to: 'tag' },
            ],
          }),
        })),
      }));
    const results = [];
    for (const part of together ? [readings] : readings.map((one) => [one])) {
      const [field] = await client.customFields.list();
      const sheets = sheetsOf(field ? customKey(field.id) : 'new:0').filter(({ readingId }) =>
        part.includes(readingId),
      );
      const input = planInputSchema.parse({ sheets, newFields: field ? [] : newFields });
      const { planId } = await planImport(session, input, quiet);
      results.push(await commitImport(session, { planId }, async () => {}, quiet));
    }
    const came = seen(session);
    for (const { changeId } of results.toReversed()) {
      if (changeId > 0) await finish(client.changes.undo({ changeId }));
    }
    expect(allCustomers(session)).toEqual([]);
    return came;
  };

  it('is the same in both parts in one go as in whole', async () => {
    const test = await openTestArchive();
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), policies, async (all, at, said) => {
        const cut = 1 + (at % (all.length - 1));
        const parts = [all.slice(0, cut), all.slice(cut)];
        expect(await bring(test, parts, true, said)).toEqual(await bring(test, [all], true, said));
      }),
      { numRuns: 25 },
    );
  });

  it('is the same one part after the other as in whole, where names are written in full', async () => {
    const test = await openTestArchive();
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), policies, async (all, at, said) => {
        const full = all.map(([name, ...rest]) => [names[names.indexOf(name) | 1] ?? name, ...rest]);
        const cut = 1 + (at % (full.length - 1));
        const parts = [full.slice(0, cut), full.slice(cut)];
        expect(await bring(test, parts, false, said)).toEqual(await bring(test, [full], true, said));
      }),
      { numRuns: 25 },
    );
  });
});
