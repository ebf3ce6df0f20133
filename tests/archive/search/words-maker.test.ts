import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { customerWords } from '../../../src-main/archive/search/customer-words.ts';
import { putParts } from '../../../src-main/archive/search/full-text-parts.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';
import { openWordsMaker, type WordsMaker } from '../../../src-main/archive/search/words-maker.ts';
import { madeUpCustomers } from '../../support/made-up-customers.ts';

const customers = [...madeUpCustomers(60, 4)];
const batches = [customers.slice(0, 25), customers.slice(25, 50), customers.slice(50)];
const expected = batches.map(customerWords);
const firstIds = [11, 36, 61];

const ask = (maker: WordsMaker) =>
  Promise.all(batches.map((batch, index) => maker.make(batch, firstIds[index] ?? 0)));

describe('the words of many customers', () => {
  it('are those of each of them, in the order in which they were asked for: few, made at once', async () => {
    const maker = openWordsMaker(60);
    expect(await ask(maker)).toEqual(expected);
    expect(await maker.make([], 71)).toEqual([]);
    expect(await maker.parts()).toBeNull();
    maker.close();
  });

  it('are those of each of them, in the order in which they were asked for: many, made by a thread', async () => {
    const maker = openWordsMaker(100_000);
    const withoutTerms = expected.map((batch) => batch.map((words) => ({ ...words, terms: null })));
    expect(await ask(maker)).toEqual(withoutTerms);
    expect(await maker.make([], 71)).toEqual([]);
    const parts = await maker.parts();
    maker.close();

    const sqlite = new Database(':memory:');
    sqlite.exec(fullTextSchemaV1);
    expect(parts && putParts(sqlite, parts)).toBe(true);
    sqlite.exec("create virtual table vocabulary using fts5vocab(customerSearch, 'instance')");
    const entries = sqlite.prepare("select doc || ' ' || term from vocabulary").pluck().all() as string[];
    const wanted = expected.flat().flatMap(({ terms }, index) =>
      new TextDecoder()
        .decode(terms ?? new Uint8Array())
        .split(' ')
        .map((term) => `${index + 11} ${term}`),
    );
    expect(entries.sort()).toEqual(wanted.sort());
    sqlite.close();
  });

  it('are made without the thread when that fails', async () => {
    const maker = openWordsMaker(100_000, new URL('data:text/javascript,process.exit(1)'));
    expect(await ask(maker)).toEqual(expected);
    const [first = []] = batches;
    expect(await maker.make(first, 71)).toEqual(expected[0]);
    expect(await maker.parts()).toBeNull();
    maker.close();
  });
});
