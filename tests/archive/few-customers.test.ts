import { expect, test } from 'vitest';
import { draft, openTestArchive } from '../support/open-test-archive.ts';

/** The statements that a piece of work has the reading connection prepare, and how SQLite goes about each. */
async function plansOf(
  archive: Awaited<ReturnType<typeof openTestArchive>>['archive'],
  work: () => Promise<unknown>,
): Promise<string[]> {
  const { sqlite } = archive.holder.session();
  const prepare = sqlite.prepare.bind(sqlite);
  const texts: string[] = [];
  Object.defineProperty(sqlite, 'prepare', {
    value: (text: string) => (texts.push(text), prepare(text)),
    configurable: true,
  });
  await work();
  Reflect.deleteProperty(sqlite, 'prepare');
  return texts
    .filter((text) => /^\s*select/u.test(text))
    .flatMap((text) => {
      const steps = prepare(`explain query plan ${text}`).all(...(text.match(/\?/gu) ?? []));
      return steps.map((step) => (step as { detail: string }).detail);
    });
}

/** A step that looks at every customer, or at every way of reaching one. */
const readsAll = /^(?:SCAN (?:customers|contactMethods|c|m)\b|SEARCH customers .*\(trashedAt=\?\)$)/u;

test('whoever looks at one customer, or for who is like it, reads no others', async () => {
  const { client, archive } = await openTestArchive();
  const person: Parameters<typeof draft>[0] = {
    kind: 'person',
    name: '王秀英',
    identityNumber: '110101199003070038',
    creditCode: '91330106MA2B1C2D36',
    methods: [{ type: 'mobile', value: '13812345678', label: '' }],
  };
  const { customer } = await client.customers.create({ draft: draft(person) });
  const looking = await plansOf(archive, () => client.customers.get({ id: customer.id }));
  const typing = await plansOf(archive, () =>
    client.customers.similar({
      name: person.name,
      identityNumber: person.identityNumber,
      creditCode: person.creditCode,
      phones: ['13812345678'],
    }),
  );
  const listing = await plansOf(archive, () => client.customers.list({ filter: { text: '王秀英' } }));
  expect(typing.length).toBeGreaterThan(3);
  expect(listing.some((step) => step.includes('customersByIdentityNumber'))).toBe(true);
  expect([...looking, ...typing, ...listing].filter((step) => readsAll.test(step))).toEqual([]);
});
