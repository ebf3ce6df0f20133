import { describe, expect, it } from 'vitest';
import { customerColumns, customerSortSchema, type CustomerFilter } from '../../src-shared/customers.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  type ArchiveClient,
} from '../support/open-test-archive.ts';

/** When the customers were entered: a day that does not end while the filters are tried. */
const now = new Date(2026, 10, 22, 14, 30);

async function withCustomers(): Promise<ArchiveClient> {
  const { client } = await openTestArchive({ clock: () => now });
  const tag = async (name: string) => (await client.tags.create({ name })).tag.id;
  const [key, intent] = [await tag('重点关注'), await tag('高意向')];
  const customers = [
    draft({
      name: '杭州航利贸易有限公司',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      stage: 'active',
      level: 'A',
      owner: '老陈',
      industry: '批发零售',
      tagIds: [key, intent],
      methods: [{ type: 'mobile', value: '13100000005' }],
    }),
    draft({
      name: '苏州恒隆餐饮管理有限公司',
      province: '江苏省',
      city: '苏州市',
      district: '姑苏区',
      stage: 'lead',
      level: 'B',
      owner: '王姐',
      industry: '餐饮',
      tagIds: [intent],
    }),
    draft({
      name: '宁波恒通五金厂',
      province: '浙江省',
      city: '宁波市',
      district: '海曙区',
      stage: 'dormant',
      owner: '老陈',
      source: '展会',
      methods: [{ type: 'email', value: 'not a mail' }],
    }),
    draft({
      name: '单秀英',
      kind: 'person',
      stage: 'active',
      gender: 'female',
      methods: [{ type: 'phone', value: '0571-88012345' }],
    }),
  ];
  for (const customer of customers) await client.customers.create({ draft: customer });
  return client;
}

const found = async (client: ArchiveClient, filter: CustomerFilter) =>
  (await client.customers.list({ filter, sort: { column: 'code', direction: 'asc' } })).rows.map(({ name }) =>
    name.slice(0, 4),
  );

describe('the filter', () => {
  const cases: [CustomerFilter, string[]][] = [
    [{}, ['杭州航利', '苏州恒隆', '宁波恒通', '单秀英']],
    [{ text: '恒' }, ['苏州恒隆', '宁波恒通']],
    [{ text: '88012345' }, ['单秀英']],
    [{ tagsAny: [1, 2] }, ['杭州航利', '苏州恒隆']],
    [{ tagsAll: [1, 2] }, ['杭州航利']],
    [{ tagsNone: [1] }, ['苏州恒隆', '宁波恒通', '单秀英']],
    [{ kind: ['person'] }, ['单秀英']],
    [{ stage: ['active', 'dormant'] }, ['杭州航利', '宁波恒通', '单秀英']],
    [{ level: [''] }, ['宁波恒通', '单秀英']],
    [{ industry: ['餐饮'] }, ['苏州恒隆']],
    [{ owner: ['老陈'], stage: ['dormant'] }, ['宁波恒通']],
    [{ source: ['展会'] }, ['宁波恒通']],
    [{ region: ['浙江省'] }, ['杭州航利', '宁波恒通']],
    [{ region: ['浙江省/宁波市', '江苏省/苏州市/姑苏区'] }, ['苏州恒隆', '宁波恒通']],
    [{ phone: 'has' }, ['杭州航利', '单秀英']],
    [{ phone: 'lacks' }, ['苏州恒隆', '宁波恒通']],
    [{ doubtful: true }, ['宁波恒通']],
    [{ trashed: true }, []],
    [{ createdFrom: '2026-11-22', createdTo: '2026-11-22' }, ['杭州航利', '苏州恒隆', '宁波恒通', '单秀英']],
    [{ createdTo: '2026-11-21' }, []],
    [{ updatedFrom: '2026-11-23' }, []],
    [{ text: '恒', region: ['浙江省'], owner: ['老陈'] }, ['宁波恒通']],
    [{ text: '没有这样的客户' }, []],
  ];
  it('narrows the list to exactly what it names', async () => {
    const client = await withCustomers();
    for (const [filter, names] of cases) {
      expect([filter, await found(client, filter)]).toEqual([filter, names]);
      expect(await client.customers.count({ selection: { filter } })).toBe(names.length);
    }
  });

  it('is refused when it is not one, and text is never query syntax', async () => {
    const client = await withCustomers();
    const wrong = { stage: ['gone'] } as unknown as CustomerFilter;
    expect((await failureOf(client.customers.list({ filter: wrong }))).code).toBe('invalidInput');
    for (const text of [
      '"',
      'NEAR(',
      '*',
      'name:恒',
      "'; drop table customers",
      '\u0000',
      '恒" OR "单',
      '%',
      '😀',
    ]) {
      await client.customers.list({ filter: { text } });
    }
    expect((await client.customers.list({ filter: {} })).total).toBe(4);
  });
});

describe('the counts beside the filter', () => {
  it('count each dimension under all other parts', async () => {
    const client = await withCustomers();
    const facets = await client.customers.facets({ filter: { stage: ['active'], text: '' } });
    expect(facets).toMatchObject({
      total: 2,
      tag: [
        { value: '1', count: 1 },
        { value: '2', count: 1 },
      ],
      stage: [
        { value: 'active', count: 2 },
        { value: 'dormant', count: 1 },
        { value: 'lead', count: 1 },
      ],
      region: [
        { value: '浙江省', count: 1 },
        { value: '浙江省/杭州市', count: 1 },
        { value: '浙江省/杭州市/西湖区', count: 1 },
      ],
      withPhone: 2,
      doubtful: 0,
      trashed: 0,
    });
  });
});

describe('the order', () => {
  it('of names is the order of their pinyin', async () => {
    const client = await withCustomers();
    const { rows } = await client.customers.list({ filter: {}, sort: { column: 'name', direction: 'asc' } });
    expect(rows.map(({ name }) => name.slice(0, 2))).toEqual(['杭州', '宁波', '单秀', '苏州']);
  });

  it('exists for every column that can be sorted by, both ways, and pages never overlap', async () => {
    const client = await withCustomers();
    for (const column of customerColumns) {
      const sort = customerSortSchema.safeParse({ column, direction: 'desc' });
      if (!sort.success) continue;
      const pages = [];
      for (let offset = 0; offset < 4; offset += 1) {
        pages.push(...(await client.customers.list({ filter: {}, sort: sort.data, offset, limit: 1 })).rows);
      }
      expect(new Set(pages.map(({ id }) => id)).size).toBe(4);
    }
  });
});

describe('a bulk action', () => {
  it('on all that a filter finds but one is one change and one undo', async () => {
    const client = await withCustomers();
    const { rows } = await client.customers.list({ filter: { text: '单' } });
    const except = rows.map(({ id }) => id);
    const done = await finish(
      client.customers.bulk({ selection: { filter: {}, except }, action: { type: 'trash' } }),
    );
    expect(done).toMatchObject({ count: 3, action: { type: 'trashCustomers', count: 3 } });
    expect(await found(client, {})).toEqual(['单秀英']);
    expect(await found(client, { trashed: true })).toHaveLength(3);
    await finish(client.changes.undo({}));
    expect(await found(client, {})).toHaveLength(4);
  });

  it('refuses a stage that does not exist', async () => {
    const client = await withCustomers();
    const action = { type: 'set', field: 'stage', value: 'vip' } as const;
    expect(
      await failureOf(finish(client.customers.bulk({ selection: { filter: {} }, action }))),
    ).toMatchObject({
      code: 'invalidInput',
    });
  });

  it('purges only from the trash', async () => {
    const client = await withCustomers();
    const purged = await finish(client.customers.purge({ selection: { filter: {} } }));
    expect(purged.count).toBe(0);
    expect(await found(client, {})).toHaveLength(4);
  });
});

describe('saved views', () => {
  it('keep a filter, columns and a sort, with the count of today', async () => {
    const client = await withCustomers();
    const view = { name: '浙江', filter: { region: ['浙江省'] }, columns: ['name' as const], sort: null };
    await client.views.create(view);
    expect(await client.views.list()).toEqual([{ ...view, id: 1, count: 2 }]);
    expect(await failureOf(client.views.create(view))).toEqual({
      code: 'nameTaken',
      what: 'view',
      name: '浙江',
    });
  });
});
