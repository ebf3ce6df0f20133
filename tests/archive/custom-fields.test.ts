import { describe, expect, it } from 'vitest';
import { type CustomFieldType } from '../../src-shared/custom-fields.ts';
import type { CustomerFilter, CustomerSort } from '../../src-shared/customers.ts';
import { expectAgreement } from '../support/agreement.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  type ArchiveClient,
} from '../support/open-test-archive.ts';
import { archivedRows } from '../support/rows.ts';

/** A field of each type; ids by type. */
async function withFields(client: ArchiveClient): Promise<Record<CustomFieldType, number>> {
  const make = async (name: string, type: CustomFieldType, options: string[] = []) =>
    (await client.customFields.create({ name, type, options })).field.id;
  return {
    text: await make('对接系统', 'text'),
    number: await make('门店数', 'number'),
    date: await make('合同到期', 'date'),
    money: await make('年采购额', 'money'),
    boolean: await make('需要发票', 'boolean'),
    choice: await make('付款方式', 'choice', ['现款', '月结', '预付']),
  };
}

type Values = Partial<Record<CustomFieldType, string>>;

/** Four customers, of whom the last has no value at all. */
async function withValues() {
  const opened = await openTestArchive();
  const { client } = opened;
  const fields = await withFields(client);
  const customers: [name: string, values: Values][] = [
    [
      '杭州八骏科技有限公司',
      { text: '章鱼', number: '9', date: '2026-03-01', money: '1200000', boolean: '1', choice: '月结' },
    ],
    [
      '宁波恒通五金厂',
      { text: '张江', number: '10.5', date: '2025-12-31', money: '-5000', boolean: '0', choice: '预付' },
    ],
    ['苏州恒隆餐饮管理有限公司', { text: 'SAP', number: '-2', choice: '现款' }],
    ['单秀英', {}],
  ];
  for (const [name, values] of customers) {
    const custom = Object.entries(values).map(([type, value]) => ({
      fieldId: fields[type as CustomFieldType],
      value,
    }));
    await client.customers.create({ draft: draft({ name, custom }) });
  }
  return { ...opened, fields };
}

const found = async (client: ArchiveClient, filter: CustomerFilter, sort?: CustomerSort) =>
  (await client.customers.list({ filter, sort: sort ?? { column: 'code', direction: 'asc' } })).rows.map(
    ({ name }) => name.slice(0, 2),
  );

describe('a custom field', () => {
  it('is named once: no other field, custom or built in, may be called the same', async () => {
    const { client } = await openTestArchive();
    const { field } = await client.customFields.create({ name: '  付款方式 ', type: 'text' });
    expect(field).toEqual({
      id: field.id,
      name: '付款方式',
      type: 'text',
      options: [],
      position: 0,
      count: 0,
    });
    const create = (name: string) => failureOf(client.customFields.create({ name, type: 'text' }));
    expect(await create('付款 方式')).toEqual({ code: 'nameTaken', what: 'customField', name: '付款方式' });
    expect(await create('手机')).toEqual({ code: 'nameTaken', what: 'builtInField', name: '手机' });
    expect(await create('ｍobile')).toEqual({ code: 'nameTaken', what: 'builtInField', name: 'ｍobile' });
    expect(await create('联系人2/邮箱')).toMatchObject({ what: 'builtInField' });
    expect((await create('  ')).code).toBe('invalidInput');
    const other = await client.customFields.create({ name: '合同到期', type: 'date' });
    expect(
      await failureOf(client.customFields.update({ id: other.field.id, patch: { name: '付款方式' } })),
    ).toMatchObject({ code: 'nameTaken' });
    expect(await client.customFields.update({ id: field.id, patch: { name: '付款方式' } })).toMatchObject({
      changeId: 0,
    });
  });

  it('changes its type only while nobody has a value', async () => {
    const { client } = await openTestArchive();
    const { field } = await client.customFields.create({ name: '门店数', type: 'text' });
    const asNumber = () => client.customFields.update({ id: field.id, patch: { type: 'number' } });
    await asNumber();
    await client.customers.create({
      draft: draft({ name: '单秀英', custom: [{ fieldId: field.id, value: '3' }] }),
    });
    expect(await failureOf(client.customFields.update({ id: field.id, patch: { type: 'text' } }))).toEqual({
      code: 'fieldInUse',
      name: '门店数',
      count: 1,
    });
  });

  it('moves among the others, and customers carry their values in that order', async () => {
    const { client } = await openTestArchive();
    const ids: number[] = [];
    for (const name of ['甲级', '乙级', '丙级']) {
      ids.push((await client.customFields.create({ name, type: 'text' })).field.id);
    }
    const [first = 0, second = 0, third = 0] = ids;
    const { customer } = await client.customers.create({
      draft: draft({ name: '单秀英', custom: ids.map((fieldId) => ({ fieldId, value: '有' })) }),
    });
    await client.customFields.update({ id: third, patch: { position: 0 } });
    expect((await client.customFields.list()).map(({ id, position }) => [id, position])).toEqual([
      [third, 0],
      [first, 1],
      [second, 2],
    ]);
    const { custom } = await client.customers.get({ id: customer.id });
    expect(custom.map(({ fieldId }) => fieldId)).toEqual([third, first, second]);
  });

  it('renames options with the values that hold them, also when two swap their names', async () => {
    const { client, fields } = await withValues();
    await client.customFields.update({
      id: fields.choice,
      patch: {
        options: ['现款', '预付', '月结'],
        renamed: [
          { from: '月结', to: '预付' },
          { from: '预付', to: '月结' },
        ],
      },
    });
    expect(await found(client, { custom: [`${fields.choice}.is.预付`] })).toEqual(['杭州']);
    expect(await found(client, { custom: [`${fields.choice}.is.月结`] })).toEqual(['宁波']);
  });

  it('goes with its values, says how many there were, and one undo brings all back', async () => {
    const { client, session, fields } = await withValues();
    const before = archivedRows(session.sqlite);
    expect((await client.customFields.list()).find(({ id }) => id === fields.choice)?.count).toBe(3);
    const removed = await finish(client.customFields.remove({ id: fields.choice }));
    expect(removed.action).toEqual({ type: 'deleteCustomField', name: '付款方式', count: 3 });
    expect(await found(client, { text: '月结' })).toEqual([]);
    expectAgreement(session);
    await finish(client.changes.undo({}));
    expect(archivedRows(session.sqlite)).toEqual(before);
    expect(await found(client, { text: '月结' })).toEqual(['杭州']);
    expectAgreement(session);
  });

  it('stays when its creation is undone after a customer has a value, and says so', async () => {
    const { client } = await openTestArchive();
    const { field, changeId } = await client.customFields.create({ name: '门店数', type: 'number' });
    await client.customers.create({
      draft: draft({ name: '单秀英', custom: [{ fieldId: field.id, value: '3' }] }),
    });
    expect(await finish(client.changes.undo({ changeId }))).toMatchObject({ keptCount: 1 });
    expect(await client.customFields.list()).toHaveLength(1);
  });
});

describe('the values of a customer', () => {
  it('are set field by field: what a patch does not name stays, and nothing empties one', async () => {
    const { client, fields } = await withValues();
    const { rows } = await client.customers.list({ filter: { text: '八骏' } });
    const customer = await client.customers.get({ id: rows[0]?.id ?? 0 });
    const updated = await client.customers.update({
      id: customer.id,
      baseVersion: customer.version,
      patch: {
        custom: [
          { fieldId: fields.number, value: '12' },
          { fieldId: fields.date, value: '' },
        ],
      },
    });
    expect(updated.action).toMatchObject({ fields: ['custom:门店数', 'custom:合同到期'] });
    expect(updated.customer.custom).toEqual(
      customer.custom.flatMap((value) =>
        value.fieldId === fields.date
          ? []
          : [value.fieldId === fields.number ? { ...value, value: '12' } : value],
      ),
    );
  });

  it('are refused when they are not in the normal form of their type', async () => {
    const { client } = await openTestArchive();
    const fields = await withFields(client);
    const cases: [CustomFieldType, string][] = [
      ['number', '12 家'],
      ['number', '012'],
      ['date', '2026-02-30'],
      ['money', '12.5'],
      ['boolean', '是'],
      ['choice', '赊账'],
    ];
    for (const [type, value] of cases) {
      const custom = [{ fieldId: fields[type], value }];
      const create = client.customers.create({ draft: draft({ name: '单秀英', custom }) });
      expect(await failureOf(create)).toMatchObject({ code: 'customValueInvalid', value });
    }
    expect((await client.customers.list({ filter: {} })).total).toBe(0);
  });

  it('conflict only where two windows changed the same field', async () => {
    const { client, fields } = await withValues();
    const { rows } = await client.customers.list({ filter: { text: '八骏' } });
    const { id, version } = await client.customers.get({ id: rows[0]?.id ?? 0 });
    const patch = (fieldId: number, value: string) =>
      client.customers.update({ id, baseVersion: version, patch: { custom: [{ fieldId, value }] } });
    await patch(fields.number, '20');
    const other = await patch(fields.text, '金蝶');
    expect(other.meanwhile).toMatchObject([
      { field: `custom:${fields.number}`, custom: { name: '门店数', type: 'number' } },
    ]);
    expect(await failureOf(patch(fields.number, '30'))).toMatchObject({
      code: 'customerChanged',
      meanwhile: [{ field: `custom:${fields.number}`, before: '9', after: '20', custom: { name: '门店数' } }],
    });
  });

  it('stand in the history by the name of their field, and one of them can be taken back', async () => {
    const { client, fields } = await withValues();
    const { rows } = await client.customers.list({ filter: { text: '八骏' } });
    const { id, version } = await client.customers.get({ id: rows[0]?.id ?? 0 });
    const { changeId } = await client.customers.update({
      id,
      baseVersion: version,
      patch: {
        custom: [
          { fieldId: fields.money, value: '9900' },
          { fieldId: fields.boolean, value: '' },
        ],
      },
    });
    const { entries } = await client.customers.history({ id });
    expect(entries[0]?.fields).toEqual([
      {
        field: `custom:${fields.money}`,
        before: '1200000',
        after: '9900',
        custom: { name: '年采购额', type: 'money' },
      },
      {
        field: `custom:${fields.boolean}`,
        before: '1',
        after: '',
        custom: { name: '需要发票', type: 'boolean' },
      },
    ]);
    await client.changes.undoForCustomer({ changeId, customerId: id, field: `custom:${fields.boolean}` });
    const { custom } = await client.customers.get({ id });
    const valueOf = (fieldId: number) => custom.find((one) => one.fieldId === fieldId)?.value;
    expect([valueOf(fields.boolean), valueOf(fields.money)]).toEqual(['1', '9900']);

    // The name outlives the field.
    await finish(client.customFields.remove({ id: fields.money }));
    const later = await client.customers.history({ id });
    expect(later.entries[0]?.fields).toMatchObject([{ after: '', custom: { name: '年采购额' } }]);
  });
});

describe('the list', () => {
  it('finds text, options and numbers, tells where, and leaves days and amounts to the filter', async () => {
    const { client, fields } = await withValues();
    expect(await found(client, { text: '章鱼' })).toEqual(['杭州']);
    expect(await found(client, { text: '预付' })).toEqual(['宁波']);
    expect(await found(client, { text: '1200000' })).toEqual([]);
    const { rows } = await client.customers.list({ filter: { text: '章鱼' } });
    expect(rows[0]?.matches).toEqual([{ field: `custom:${fields.text}`, value: '章鱼', ranges: [[0, 2]] }]);
  });

  it('is narrowed by text, bounds, options and whether there is a value', async () => {
    const { client, fields } = await withValues();
    const cases: [CustomFieldType, string, string[]][] = [
      ['text', 'contains.江', ['宁波']],
      ['text', 'contains.sap', ['苏州']],
      ['number', 'from.9', ['杭州', '宁波']],
      ['number', 'to.0', ['苏州']],
      ['number', 'from.9.5', ['宁波']],
      ['date', 'from.2026-01-01', ['杭州']],
      ['date', 'to.2025-12-31', ['宁波']],
      ['money', 'to.0', ['宁波']],
      ['money', 'from.1200000', ['杭州']],
      ['boolean', 'is.1', ['杭州']],
      ['choice', 'is.月结', ['杭州']],
      ['choice', 'is.', ['单秀']],
      ['choice', 'has', ['杭州', '宁波', '苏州']],
      ['date', 'lacks', ['苏州', '单秀']],
    ];
    for (const [type, part, names] of cases) {
      const custom = [`${fields[type]}.${part}`];
      expect([part, await found(client, { custom })]).toEqual([part, names]);
      expect(await client.customers.count({ selection: { filter: { custom } } })).toBe(names.length);
    }
  });

  it('takes several values of one field as any of them, and several fields as all of them', async () => {
    const { client, fields } = await withValues();
    const any = [`${fields.choice}.is.月结`, `${fields.choice}.is.现款`];
    expect(await found(client, { custom: any })).toEqual(['杭州', '苏州']);
    expect(await found(client, { custom: [...any, `${fields.boolean}.is.1`] })).toEqual(['杭州']);
    expect(await found(client, { custom: [`${fields.choice}.is.`, `${fields.choice}.is.月结`] })).toEqual([
      '杭州',
      '单秀',
    ]);
  });

  it('is ordered as people count, those without a value last', async () => {
    const { client, fields } = await withValues();
    const cases: [CustomFieldType, string[]][] = [
      ['text', ['苏州', '宁波', '杭州', '单秀']],
      ['number', ['苏州', '杭州', '宁波', '单秀']],
      ['date', ['宁波', '杭州', '单秀', '苏州']],
      ['money', ['宁波', '杭州', '单秀', '苏州']],
      ['choice', ['苏州', '杭州', '宁波', '单秀']],
    ];
    for (const [type, names] of cases) {
      const sort = { column: `custom:${fields[type]}`, direction: 'asc' } as const;
      expect([type, await found(client, {}, sort)]).toEqual([type, names]);
      const down = await found(client, {}, { ...sort, direction: 'desc' });
      expect([down.at(-1), down[0] === names[0]]).toEqual([names.at(-1), false]);
    }
  });

  it('counts options and 是/否 under all other parts of the filter', async () => {
    const { client, fields } = await withValues();
    const { custom } = await client.customers.facets({
      filter: { custom: [`${fields.choice}.is.月结`] },
    });
    const counts = (fieldId: number) =>
      Object.fromEntries(
        (custom.find((one) => one.fieldId === fieldId)?.values ?? []).map(({ value, count }) => [
          value,
          count,
        ]),
      );
    expect(counts(fields.choice)).toEqual({ 月结: 1, 预付: 1, 现款: 1, '': 1 });
    expect(counts(fields.boolean)).toEqual({ '1': 1 });
    expect(custom).toHaveLength(2);
  });

  it('goes on when a field is gone that a view filters, sorts and shows by, and comes back with it', async () => {
    const { client, fields } = await withValues();
    const key = `custom:${fields.choice}` as const;
    const content = {
      filter: { custom: [`${fields.choice}.is.月结`] },
      columns: ['name' as const, key],
      sort: { column: key, direction: 'asc' as const },
    };
    const { view } = await client.views.create({ name: '月结客户', ...content });
    expect(view.count).toBe(1);
    await finish(client.customFields.remove({ id: fields.choice }));
    const [without] = await client.views.list();
    expect(without).toMatchObject({ ...content, count: 4 });
    expect(await found(client, content.filter, content.sort)).toHaveLength(4);
    await finish(client.changes.undo({}));
    expect(await client.views.list()).toMatchObject([{ ...content, count: 1 }]);
  });
});
