import type { Session } from '../../src-main/archive/session.ts';
import type { CustomerFilter } from '../../src-shared/customers.ts';
import type { open } from '../bench-archive.ts';
import { time, type Row } from '../measure.ts';

type Client = Awaited<ReturnType<typeof open>>['client'];

/** Every kind of query of the search box, against a `LIKE` scan of the same data. */
export async function searchRows(client: Client, { sqlite }: Session): Promise<Row[]> {
  const fields = ['name', 'shortName', 'contactName', 'mobile', 'address', 'notes'].map(
    (field) => `${field} like @text`,
  );
  const where = `trashedAt is null and (${fields.join(' or ')})`;
  const page = sqlite.prepare(`select id from customers where ${where} order by updatedAt desc limit 100`);
  const count = sqlite.prepare(`select count(*) from customers where ${where}`);
  const queries: [string, string][] = [
    ['1 character 科', '科'],
    ['1 letter z', 'z'],
    ['2 characters 科技', '科技'],
    ['a word in most names 公司', '公司'],
    ['substring 恒通', '恒通'],
    ['initials bjkj', 'bjkj'],
    ['pinyin hangzhou', 'hangzhou'],
    ['last 4 digits', '1234'],
    ['area code 0571', '0571'],
    ['two words 杭州 五金', '杭州 五金'],
  ];
  const rows: Row[] = [];
  for (const [what, text] of queries) {
    const { p95 } = await time(() => client.customers.list({ filter: { text } }));
    const like = { text: `%${text}%` };
    const bare = await time(() => [page.all(like), count.all(like)], 10, 1);
    rows.push({
      what: `search, ${what}: page and count, p95`,
      value: p95,
      unit: 'ms',
      against: { what: 'LIKE scan', value: bare.p95 },
      limit: { text: '≤ 15 ms', holds: p95 <= 15 },
    });
  }
  return rows;
}

/** A page of the list under three filters, against the bare SQL for the same rows. */
export async function listRows(client: Client, { sqlite }: Session): Promise<Row[]> {
  const owners = sqlite
    .prepare("select distinct owner from customers where owner <> ''")
    .pluck()
    .all() as string[];
  const filterOf = (run: number): CustomerFilter => ({
    stage: ['active', 'lead'],
    tagsAny: [1, 2],
    owner: [owners[run % owners.length] ?? ''],
    // Another day each time: no run finds the ids of the one before.
    createdTo: `20${40 + (run % 50)}-01-01`,
  });
  const { p95 } = await time((run) =>
    client.customers.list({ filter: filterOf(run), sort: { column: 'contactName', direction: 'asc' } }),
  );
  const where = `trashedAt is null and stage in ('active', 'lead') and owner = ? and createdAt < '2090'
    and id in (select customerId from customerTags where tagId in (1, 2))`;
  const page = sqlite.prepare(`select * from customers where ${where} order by contactName limit 100`);
  const count = sqlite.prepare(`select count(*) from customers where ${where}`);
  const bare = await time((run) => [
    page.all(owners[run % owners.length]),
    count.all(owners[run % owners.length]),
  ]);
  const deep = await time((run) =>
    client.customers.list({
      filter: {},
      sort: { column: 'name', direction: 'asc' },
      offset: 50_000 + run * 100,
    }),
  );
  return [
    {
      what: 'list page with 3 filters, a sort and a count, p95',
      value: p95,
      unit: 'ms',
      against: { what: 'the bare SQL', value: bare.p95 },
      limit: { text: '≤ 20 ms', holds: p95 <= 20 },
    },
    {
      what: 'list page by name, half way down, p95',
      value: deep.p95,
      unit: 'ms',
      limit: { text: '≤ 20 ms', holds: deep.p95 <= 20 },
    },
  ];
}

/** What the entry form asks at every keystroke of a name, and the finder. */
export async function nearbyRows(client: Client): Promise<Row[]> {
  const names = ['杭州八骏科技', '宁波恒通五金', '张三', '苏州瑞宏建材有限公司', '上海星航'];
  const similar = await time((run) => client.customers.similar({ name: names[run % names.length] ?? '' }));
  const finder = await time((run) => client.finder.search({ text: names[run % names.length] ?? '' }));
  return [
    {
      what: 'similar customers while typing, p95',
      value: similar.p95,
      unit: 'ms',
      limit: { text: '≤ 30 ms', holds: similar.p95 <= 30 },
    },
    {
      what: 'finder, p95',
      value: finder.p95,
      unit: 'ms',
      limit: { text: '≤ 30 ms', holds: finder.p95 <= 30 },
    },
  ];
}
