import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commitImport, discardImport, importPlanRows } from '../../../src-main/archive/imports/imports.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import type { NewField } from '../../../src-shared/custom-fields.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  temporaryFolder,
} from '../../support/open-test-archive.ts';
import { archivedRows } from '../../support/rows.ts';
import {
  allCustomers,
  importFile,
  planUnderstood,
  understandFile,
  workbookFile,
  type Understood,
} from '../../support/sheet-import.ts';

const header = ['客户名称', '手机', '结算周期', '年采购额（万元）', '需发票', '到期日', '门店数'];
const rows = [
  ['杭州八骏科技有限公司', '13812345678', '月结', '12.5', '√', '2026.3.1', '9'],
  ['宁波恒通五金厂', '13912345678', '现款', '3', '无', '2025年12月31日', '12'],
  ['苏州恒隆餐饮管理有限公司', '13712345678', '看情况', '不定', '也许', '月底', '十来家'],
];
const newFields: NewField[] = [
  { name: '结算周期', type: 'choice', options: ['月结', '现款'] },
  { name: '年采购额', type: 'money', options: [] },
  { name: '需发票', type: 'boolean', options: [] },
  { name: '到期日', type: 'date', options: [] },
  { name: '门店数', type: 'number', options: [] },
];
/** The sheet as it is understood, with its last columns as new fields. */
const asNewFields = ({ understanding }: Understood) =>
  understanding.columns.map(({ index, target }) =>
    index < 2 ? { index, target } : { index, target: { field: `new:${index - 2}`, contact: null } },
  );

async function planWithNewFields(session: Session) {
  const understood = await understandFile(session, workbookFile([header, ...rows]));
  const columns = asNewFields(understood);
  const { planId } = await planUnderstood(session, understood, { columns }, { newFields });
  return { planId, understood, columns };
}

const commit = (session: Session, planId: string) =>
  commitImport(
    session,
    { planId },
    async () => {},
    () => {},
  );

describe('columns without a field of their own', () => {
  it('become fields with their types, inside the change of the import, and go with its undo', async () => {
    const { client, session } = await openTestArchive();
    const before = archivedRows(session.sqlite);
    const { planId } = await planWithNewFields(session);
    const page = await importPlanRows(session, { planId, offset: 0, limit: 10 });
    expect(page.rows[2]?.doubts.map(({ column, reason }) => [column, reason])).toEqual(
      [2, 3, 4, 5, 6].map((column) => [column, 'customValueUnfit']),
    );
    expect(archivedRows(session.sqlite)).toEqual(before);

    const changes = (await client.changes.list({})).total;
    await commit(session, planId);
    expect((await client.changes.list({})).total).toBe(changes + 1);
    const fields = await client.customFields.list();
    expect(fields.map(({ name, type, count }) => [name, type, count])).toEqual([
      ['结算周期', 'choice', 2],
      ['年采购额', 'money', 2],
      ['需发票', 'boolean', 2],
      ['到期日', 'date', 2],
      ['门店数', 'number', 2],
    ]);
    const [bajun, hengtong, henglong] = allCustomers(session);
    expect(bajun?.custom.map(({ value }) => value)).toEqual(['月结', '12500000', '1', '2026-03-01', '9']);
    expect(hengtong?.custom.map(({ value }) => value)).toEqual(['现款', '3000000', '0', '2025-12-31', '12']);
    // What fits no field is not lost.
    expect(henglong?.custom).toEqual([]);
    expect(henglong?.notes.split('\n')).toEqual([
      '结算周期：看情况',
      '年采购额（万元）：不定',
      '需发票：也许',
      '到期日：月底',
      '门店数：十来家',
    ]);
    expectAgreement(session);

    await finish(client.changes.undo({}));
    expect(archivedRows(session.sqlite)).toEqual(before);
    await finish(client.changes.redo({}));
    expect(allCustomers(session)[0]?.custom).toEqual(bajun?.custom);
    expectAgreement(session);
  });

  it('leave nothing when the import is given up, or when nothing stands in them', async () => {
    const { client, session } = await openTestArchive();
    const { understood } = await planWithNewFields(session);
    discardImport(session, { readingId: understood.reading.readingId });
    expect(await client.customFields.list()).toEqual([]);

    const empty = await understandFile(
      session,
      workbookFile([header, ...rows.map((row) => row.map((cell, index) => (index < 2 ? cell : '')))]),
    );
    const columns = asNewFields(empty);
    const { planId } = await planUnderstood(session, empty, { columns }, { newFields });
    await commit(session, planId);
    expect(allCustomers(session)).toHaveLength(3);
    expect(await client.customFields.list()).toEqual([]);
  });

  it('are offered by name with the type of what stands in them', async () => {
    const { client, session } = await openTestArchive();
    await client.customFields.create({ name: '对接系统', type: 'text' });
    const of = async (name: string, values: string[]) => {
      const lines = values.map((value, index) => [`客户${index}有限公司`, `1381234567${index}`, value]);
      const { understanding } = await understandFile(
        session,
        workbookFile([['客户名称', '手机', name], ...lines]),
      );
      return understanding.columns[2]?.newField;
    };
    expect(await of('月均用量', ['12', '8.5', '1,200', '30'])).toMatchObject({
      name: '月均用量',
      type: 'number',
    });
    expect(await of('年采购额（万元）*', ['12.5', '3', '8', '1'])).toMatchObject({
      name: '年采购额',
      type: 'money',
    });
    expect(await of('能否开票', ['是', '否', '是', '是'])).toMatchObject({ type: 'boolean' });
    expect(await of('合同截止', ['2026.3.1', '2025/12/31', '2026-1-1', '2027年1月1日'])).toMatchObject({
      type: 'date',
    });
    expect(await of('配送方案', ['自提', '快递', '自提', '快递', '自提', '快递'])).toEqual({
      name: '配送方案',
      type: 'choice',
      options: ['自提', '快递'],
    });
    expect(await of('配送方案', ['周一送', '要冷链', '下午再来', '走后门'])).toMatchObject({ type: 'text' });
    expect(await of('对接系统', ['SAP', '用友'])).toBeNull();
    expect(await of('配送方案', ['', ''])).toBeFalsy();
  });

  it('cannot take a name that a field has', async () => {
    const { client, session } = await openTestArchive();
    await client.customFields.create({ name: '门店数', type: 'number' });
    expect(await failureOf(planWithNewFields(session))).toMatchObject({ code: 'nameTaken', name: '门店数' });
  });
});

describe('a column called like a custom field', () => {
  it('goes to it by itself, fills what is empty, and says what it would change', async () => {
    const { client, session } = await openTestArchive();
    const make = async (name: string, type: 'choice' | 'number', options: string[] = []) =>
      (await client.customFields.create({ name, type, options })).field.id;
    const [terms, shops] = [
      await make('结算周期', 'choice', ['月结', '现款']),
      await make('门店数', 'number'),
    ];
    const { customer } = await client.customers.create({
      draft: draft({
        name: '杭州八骏科技有限公司',
        methods: [{ type: 'mobile', value: '13812345678' }],
        custom: [{ fieldId: shops, value: '8' }],
      }),
    });
    const understood = await understandFile(session, workbookFile([header, ...rows]));
    expect(understood.understanding.columns.map(({ target }) => target.field)).toEqual(
      expect.arrayContaining([`custom:${terms}`, `custom:${shops}`]),
    );
    const { planId } = await planUnderstood(session, understood);
    const page = await importPlanRows(session, { planId, offset: 0, limit: 1 });
    expect(page.rows[0]?.changes).toContainEqual({ field: `custom:${terms}`, before: '', after: '月结' });
    await commit(session, planId);
    const { custom } = await client.customers.get({ id: customer.id });
    expect(custom).toEqual([
      { fieldId: terms, value: '月结' },
      { fieldId: shops, value: '8' },
    ]);
    expectAgreement(session);
  });

  it.each(['xlsx', 'csv'] as const)(
    'comes back from an export as .%s and changes nothing',
    async (format) => {
      const { client, session } = await openTestArchive();
      await commit(session, (await planWithNewFields(session)).planId);
      const text = (await client.customFields.create({ name: '对接系统', type: 'text' })).field.id;
      const debt = (await client.customFields.create({ name: '欠款（万元）', type: 'money' })).field.id;
      const [first] = allCustomers(session);
      await client.customers.update({
        id: first?.id ?? 0,
        baseVersion: first?.version ?? 0,
        patch: {
          custom: [
            { fieldId: text, value: '=SAP' },
            { fieldId: debt, value: '-123456' },
          ],
        },
      });
      const folder = temporaryFolder('导出');
      mkdirSync(folder, { recursive: true });
      const target = join(folder, `客户.${format}`);
      await finish(client.exports.customers({ selection: { filter: {} }, columns: 'all', format, target }));
      const before = archivedRows(session.sqlite);
      const { plan, result } = await importFile(session, target);
      expect(plan.counts).toMatchObject({ rows: 3, skip: 3 });
      expect(result).toMatchObject({ created: 0, updated: 0 });
      expect(archivedRows(session.sqlite)).toEqual(before);

      // Into an archive that has the fields and no customers, everything comes back.
      const other = await openTestArchive();
      for (const { name, type, options } of await client.customFields.list()) {
        await other.client.customFields.create({ name, type, options });
      }
      await importFile(other.session, target);
      const values = (of: Session) => new Map(allCustomers(of).map(({ name, custom }) => [name, custom]));
      expect(values(other.session)).toEqual(values(session));
    },
  );
});
