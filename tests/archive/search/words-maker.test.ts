import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { customerWords, type CustomerWords } from '../../../src-main/archive/search/customer-words.ts';
import { putParts } from '../../../src-main/archive/search/full-text-parts.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';
import { openWordsMaker, type Words, type WordsMaker } from '../../../src-main/archive/search/words-maker.ts';
import { madeUpCustomers } from '../../support/made-up-customers.ts';

const textOf = ({ terms }: CustomerWords): string => new TextDecoder().decode(terms ?? new Uint8Array());

const customers = [...madeUpCustomers(60, 4)];
const batches = [customers.slice(0, 25), customers.slice(25, 50), customers.slice(50)];
const expected = batches.map(customerWords);
const firstIds = [11, 36, 61];

const ask = (maker: WordsMaker) => batches.map((batch, index) => maker.make(batch, firstIds[index] ?? 0));
const take = (all: Words[]) => all.map((words) => words.take());

describe('the words of many customers', () => {
  it('are those of each of them, in the order in which they were asked for: few, made at once', async () => {
    const maker = openWordsMaker(60);
    expect(take(ask(maker))).toEqual(expected);
    expect(maker.make([], 71).take()).toEqual([]);
    expect(await maker.parts()).toBeNull();
    maker.close();
  });

  it('are those of each of them, in the order in which they were asked for: many, made by a thread', async () => {
    const maker = openWordsMaker(100_000);
    const withoutTerms = expected.map((batch) => batch.map((words) => ({ ...words, terms: null })));
    const asked = ask(maker);
    const impatient = maker.make(batches[0] ?? [], 1_011);
    expect(impatient.take()).toEqual(withoutTerms[0]);
    const none = maker.make([], 71);
    const parts = await maker.parts();
    // By now the thread has answered.
    expect(take(asked)).toEqual(withoutTerms);
    expect(none.take()).toEqual([]);
    maker.close();

    const sqlite = new Database(':memory:');
    sqlite.exec(fullTextSchemaV1);
    expect(parts && putParts(sqlite, parts)).toBe(true);
    sqlite.exec("create virtual table vocabulary using fts5vocab(customerSearch, 'instance')");
    const entries = sqlite.prepare("select doc || ' ' || term from vocabulary").pluck().all() as string[];
    const entriesOf = (words: readonly CustomerWords[], firstId: number) =>
      words.flatMap((one, index) =>
        textOf(one)
          .split(' ')
          .map((term) => `${firstId + index} ${term}`),
      );
    const wanted = [...entriesOf(expected.flat(), 11), ...entriesOf(expected[0] ?? [], 1_011)];
    expect(entries.sort()).toEqual(wanted.sort());
    sqlite.close();
  });

  it('are made without the thread when that fails', async () => {
    const maker = openWordsMaker(100_000, new URL('data:text/javascript,process.exit(1)'));
    const asked = ask(maker);
    expect(await maker.parts()).toBeNull();
    expect(take(asked)).toEqual(expected);
    expect(maker.make(batches[0] ?? [], 71).take()).toEqual(expected[0]);
    expect(await maker.parts()).toBeNull();
    maker.close();
  });
});
