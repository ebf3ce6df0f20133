import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { putParts } from '../../../src-main/archive/search/full-text-parts.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';
import { openTermsMaker, type TermsMaker } from '../../../src-main/archive/search/terms-maker.ts';
import { documentTerms } from '../../../src-main/archive/search/words.ts';
import { madeUpCustomers } from '../../support/made-up-customers.ts';

const customers = [...madeUpCustomers(60, 4)];
const batches = [customers.slice(0, 25), customers.slice(25, 50), customers.slice(50)];
const firstIds = [11, 36, 61];

const make = (maker: TermsMaker) =>
  batches.flatMap((batch, index) => maker.make(batch, firstIds[index] ?? 0));
const withoutTerms = customers.map(() => null);

describe('the terms of many customers', () => {
  it('are those of each of them: few, made at once', async () => {
    const maker = openTermsMaker(60);
    const made = make(maker).map((terms) => new TextDecoder().decode(terms ?? new Uint8Array()));
    expect(made).toEqual(customers.map(documentTerms));
    expect(maker.make([], 71)).toEqual([]);
    expect(await maker.parts()).toBeNull();
    maker.close();
  });

  it('are those of each of them: many, made by a thread', async () => {
    const maker = openTermsMaker(100_000);
    expect(make(maker)).toEqual(withoutTerms);
    expect(maker.make([], 71)).toEqual([]);
    const parts = await maker.parts();
    expect((await maker.parts())?.sizes.ends).toHaveLength(0);
    maker.close();

    const sqlite = new Database(':memory:');
    sqlite.exec(fullTextSchemaV1);
    expect(parts && putParts(sqlite, parts)).toBe(true);
    sqlite.exec("create virtual table vocabulary using fts5vocab(customerSearch, 'instance')");
    const entries = sqlite.prepare("select doc || ' ' || term from vocabulary").pluck().all() as string[];
    const wanted = customers.flatMap((customer, index) =>
      documentTerms(customer)
        .split(' ')
        .map((term) => `${11 + index} ${term}`),
    );
    expect(entries.sort()).toEqual(wanted.sort());
    sqlite.close();
  });

  it('are lost when the thread fails, and nobody waits for them', async () => {
    const maker = openTermsMaker(100_000, new URL('data:text/javascript,process.exit(1)'));
    expect(make(maker)).toEqual(withoutTerms);
    expect(await maker.parts()).toBeNull();
    expect(maker.make(batches[0] ?? [], 71)).toEqual(batches[0]?.map(() => null));
    expect(await maker.parts()).toBeNull();
    maker.close();
  });
});
