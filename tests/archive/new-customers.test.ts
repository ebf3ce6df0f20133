import { expect, test } from 'vitest';
import { change, type Tx } from '../../src-main/archive/change.ts';
import { NewCustomers } from '../../src-main/archive/customers/new-customers.ts';
import { openTermsMaker, type TermsMaker } from '../../src-main/archive/search/terms-maker.ts';
import type { Session } from '../../src-main/archive/session.ts';
import { madeUpCustomers } from '../../src-main/archive/sample/made-up.ts';
import { expectAgreement } from '../support/agreement.ts';
import { openTestArchive } from '../support/open-test-archive.ts';

/** Writes made-up customers a hundred at a time, as an import does; `after` works in the same change. */
async function write(session: Session, { count, prefix, terms, after = () => {} }: Written): Promise<void> {
  await change(session, { action: { type: 'sampleData', created: count } }, async (tx) => {
    const customers = madeUpCustomers(count);
    const made = new NewCustomers(tx, count, terms);
    for (let number = 1; number <= count; number++) {
      const { draft } = customers.next().value;
      made.add({ ...draft, code: `${prefix}-${number}`, tagIds: [], custom: [] });
      if (number % 100 === 0) await made.turn();
    }
    await made.finish();
    made.close();
    after(tx);
  });
}

interface Written {
  readonly count: number;
  readonly prefix: string;
  readonly terms?: TermsMaker;
  readonly after?: (tx: Tx) => void;
}

test('many new customers are found as if they had been written one by one, beside others and after changes to them', async () => {
  const { client, session } = await openTestArchive();
  await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  await write(session, {
    count: 600,
    prefix: 'A',
    terms: openTermsMaker(100_000),
    after: ({ sqlite }) => {
      sqlite.prepare("update customers set name = '改了名字的客户' where code = 'A-170'").run();
      const lost = "(select id from customers where code = 'A-171')";
      sqlite.prepare(`delete from contactMethods where customerId = ${lost}`).run();
    },
  });
  expectAgreement(session);
  await write(session, { count: 400, prefix: 'B', terms: openTermsMaker(100_000) });
  expectAgreement(session);
  const found = await client.customers.list({ filter: { text: '改了名字的客户' }, offset: 0, limit: 10 });
  expect(found.rows.map(({ code }) => code)).toEqual(['A-170']);
  await client.changes.undo({});
  expectAgreement(session);
});

test('whose terms were lost with the thread that made them are found all the same', async () => {
  const { session } = await openTestArchive();
  const worker = import.meta.resolve('../../src-main/archive/search/terms-worker.ts');
  // It ends in the middle, with what it had kept.
  const failing = `
    import { parentPort } from 'node:worker_threads';
    let messages = 0;
    parentPort.on('message', () => ++messages === 4 && process.exit(1));
    await import(${JSON.stringify(worker)});
  `;
  const terms = openTermsMaker(100_000, new URL(`data:text/javascript,${encodeURIComponent(failing)}`));
  await write(session, { count: 900, prefix: 'A', terms });
  expectAgreement(session);
});
