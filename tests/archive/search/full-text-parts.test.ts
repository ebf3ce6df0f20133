import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertFullText, removeFullText, writeFullText } from '../../../src-main/archive/search/full-text.ts';
import { FullTextBuilder } from '../../../src-main/archive/search/full-text-builder.ts';
import { putParts, type FullTextParts } from '../../../src-main/archive/search/full-text-parts.ts';
import { readStructure } from '../../../src-main/archive/search/full-text-structure.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';

let sqlite: Database.Database;

beforeEach(() => {
  sqlite = new Database(':memory:');
  sqlite.exec(fullTextSchemaV1);
  sqlite.exec("create virtual table vocabulary using fts5vocab(customerSearch, 'instance')");
});
afterEach(() => {
  sqlite.close();
});

const bytes = (terms: string) => new TextEncoder().encode(terms);

/** A made-up text of the customer: a term of its own, one of a few, and one of all. */
const termsOf = (id: number): string => `第${id}位 ${id % 7}号 客户`;

function partsOf(ids: readonly number[], of = termsOf): FullTextParts {
  const builder = new FullTextBuilder();
  for (const id of ids) builder.add(id, bytes(of(id)));
  const parts = builder.finish();
  if (!parts) throw new Error('the index was not taken apart');
  return parts;
}

const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

function put(ids: readonly number[], of = termsOf): void {
  sqlite.exec('begin');
  expect(putParts(sqlite, partsOf(ids, of))).toBe(true);
  sqlite.exec('commit');
}

/** Term and customer of everything in the index; fails when SQLite finds it damaged. */
function entries(): string[] {
  sqlite.exec("insert into customerSearch (customerSearch, rank) values ('integrity-check', 1)");
  const all = sqlite.prepare('select term, doc from vocabulary').raw().all() as [string, number][];
  return all.map(([term, id]) => `${id} ${term}`).sort();
}

const expected = (customers: ReadonlyMap<number, string>): string[] =>
  [...customers].flatMap(([id, terms]) => terms.split(' ').map((term) => `${id} ${term}`)).sort();

const found = (term: string): number[] =>
  sqlite
    .prepare('select rowid from customerSearch where customerSearch match ? order by rowid')
    .pluck()
    .all(`"${term}"`) as number[];

describe('the index of an import that another thread made', () => {
  it('is found in an archive that had nobody', () => {
    put(range(1, 3_000));
    expect(found('第2999位')).toEqual([2_999]);
    expect(found('客户')).toEqual(range(1, 3_000));
    expect(entries()).toEqual(expected(new Map(range(1, 3_000).map((id) => [id, termsOf(id)]))));
  });

  it('stands beside what was there, and beside what the same change had written but not yet sorted in', () => {
    for (const id of range(1, 40)) insertFullText(sqlite, id, bytes(termsOf(id)));
    expect(found('客户')).toHaveLength(40);
    sqlite.exec('begin');
    for (const id of range(41, 30)) insertFullText(sqlite, id, bytes(termsOf(id)));
    expect(putParts(sqlite, partsOf(range(100, 2_000)))).toBe(true);
    for (const id of range(71, 20)) insertFullText(sqlite, id, bytes(termsOf(id)));
    expect(found('3号')).toHaveLength(
      [...range(1, 90), ...range(100, 2_000)].filter((id) => id % 7 === 3).length,
    );
    sqlite.exec('commit');
    const ids = [...range(1, 90), ...range(100, 2_000)];
    expect(entries()).toEqual(expected(new Map(ids.map((id) => [id, termsOf(id)]))));
  });

  it('goes with a change that is rolled back', () => {
    insertFullText(sqlite, 1, bytes(termsOf(1)));
    sqlite.exec('begin');
    expect(putParts(sqlite, partsOf(range(2, 500)))).toBe(true);
    expect(found('客户')).toHaveLength(501);
    sqlite.exec('rollback');
    expect(found('客户')).toEqual([1]);
    insertFullText(sqlite, 2, bytes('又 一位'));
    expect(entries()).toEqual(['1 1号', '1 客户', '1 第1位', '2 一位', '2 又']);
  });

  it('counts its customers and terms with the others', () => {
    insertFullText(sqlite, 1, bytes(termsOf(1)));
    put(range(2, 1_000));
    insertFullText(sqlite, 2_000, bytes(termsOf(2)));
    const totals = sqlite.prepare('select hex(block) from customerSearch_data where id = 1').pluck().get();
    // 1,002 customers, 3,006 terms.
    expect(totals).toBe('876A973E');
  });

  it('takes every change like the index of one archive, whatever came before and after', () => {
    const id = fc.integer({ min: 1, max: 60 });
    const steps = fc.array(
      fc.oneof(
        fc.record({ do: fc.constant('write' as const), id }),
        fc.record({ do: fc.constant('remove' as const), id }),
        fc.record({ do: fc.constant('put' as const), count: fc.integer({ min: 1, max: 30 }) }),
        fc.record({ do: fc.constantFrom('merge' as const, 'optimize' as const) }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.constantFrom(4_050, 64), fc.constantFrom(-4, 4), (all, pageSize, pages) => {
        sqlite.exec("insert into customerSearch (customerSearch) values ('delete-all')");
        // With small pages a merge stays unfinished until the next.
        sqlite.exec(`insert into customerSearch (customerSearch, rank)
          values ('pgsz', ${pageSize}), ('usermerge', 2), ('automerge', 2)`);
        const customers = new Map<number, string>();
        let next = 100;
        for (const [at, step] of all.entries()) {
          if (step.do === 'write') {
            const terms = `${termsOf(step.id)} 改${at}`;
            writeFullText(sqlite, step.id, terms);
            customers.set(step.id, terms);
          } else if (step.do === 'remove') {
            removeFullText(sqlite, step.id);
            customers.delete(step.id);
          } else if (step.do === 'put') {
            const ids = range(next, step.count);
            put(ids);
            for (const one of ids) customers.set(one, termsOf(one));
            // One of them is changed, and one goes, as after any import.
            writeFullText(sqlite, next, '改名');
            customers.set(next, '改名');
            removeFullText(sqlite, next + step.count - 1);
            customers.delete(next + step.count - 1);
            next += step.count;
          } else {
            sqlite
              .prepare('insert into customerSearch (customerSearch, rank) values (?, ?)')
              .run(step.do, BigInt(pages));
          }
        }
        expect(entries()).toEqual(expected(customers));
      }),
      { numRuns: 60 },
    );
  });

  it('has long terms, and more segments than SQLite leaves without merging them', () => {
    const long = (id: number) => `${'长'.repeat(400)}${id} ${termsOf(id)}`;
    const builder = new FullTextBuilder(16_384);
    const ids = range(1, 1_500);
    for (const id of ids) builder.add(id, bytes(long(id)));
    const parts = builder.finish();
    const structure = parts && readStructure(parts.structure);
    expect(structure?.levels.length).toBeGreaterThan(1);
    insertFullText(sqlite, 2_000, bytes(termsOf(2_000)));
    sqlite.exec('begin');
    expect(parts && putParts(sqlite, parts)).toBe(true);
    sqlite.exec('commit');
    const all = new Map(ids.map((id) => [id, long(id)]));
    expect(entries()).toEqual(expected(all.set(2_000, termsOf(2_000))));
    sqlite.exec("insert into customerSearch (customerSearch) values ('optimize')");
    expect(entries()).toEqual(expected(all));
  });

  it('is refused, with nothing written, where SQLite keeps the table in a form not known here', () => {
    insertFullText(sqlite, 1, bytes(termsOf(1)));
    const before = entries();
    const record = sqlite.prepare('select block from customerSearch_data where id = 10').pluck();
    const known = record.get() as Buffer;
    const setRecord = (block: Buffer) => {
      sqlite.unsafeMode(true);
      sqlite.prepare('update customerSearch_data set block = ? where id = 10').run(block);
      sqlite.unsafeMode(false);
    };
    const unknown = Buffer.from(known);
    unknown.writeUInt8(2, 7);
    setRecord(unknown);
    sqlite.exec('begin');
    expect(putParts(sqlite, partsOf([2, 3]))).toBe(false);
    sqlite.exec('commit');
    expect(record.get()).toEqual(unknown);
    setRecord(known);
    expect(entries()).toEqual(before);
  });
});
