import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  compactFullText,
  countFullText,
  matchExpression,
  removeFullText,
  writeFullText,
} from '../../../src-main/archive/search/full-text.ts';
import { breathe } from '../../../src-main/archive/long-work.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';
import { findMatches } from '../../../src-main/archive/search/matches.ts';
import { documentTerms } from '../../../src-main/archive/search/words.ts';
import type { NumberedCustomer } from '../../support/made-up-customers.ts';
import { customerFieldsSchema, type Customer } from '../../../src-shared/customers.ts';
import { queries } from './queries.ts';
import { tradingFirm } from './trading-firm.ts';

const folder = mkdtempSync(join(tmpdir(), '客档 search-'));
const names = new Map(tradingFirm.map(({ id, name }) => [id, name]));
let sqlite: Database.Database;

const open = (file: string) => {
  const database = new Database(join(folder, file));
  database.exec(fullTextSchemaV1);
  return database;
};

function find(query: string, database = sqlite): string[] | null {
  const expression = matchExpression(query);
  if (expression === null) return null;
  const ids = database
    .prepare('select rowid from customerSearch where customerSearch match ? order by rowid')
    .pluck()
    .all(expression) as number[];
  return ids.map((id) => names.get(id) ?? `? ${id}`);
}

const listed = { contactName: '', mobile: '', email: '' };

/** The customer as the list has it; its texts stand in the notes. */
const asCustomer = (customer: NumberedCustomer): Customer =>
  ({
    ...customer,
    contacts: customer.contacts.map((contact) => ({ ...contact, methods: [], notes: '' })),
    tagIds: [...customer.tags.keys()],
    custom: [],
    ...Object.fromEntries(plain.map((field) => [field, ''])),
    notes: customer.texts.join('\n'),
  }) as unknown as Customer;
const plain = Object.keys(customerFieldsSchema.shape).filter(
  (field) => !['code', 'name', 'shortName'].includes(field),
);

beforeAll(() => {
  sqlite = open('firm.db');
  for (const customer of tradingFirm) writeFullText(sqlite, customer.id, documentTerms(customer));
});

afterAll(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

describe('full-text search of the customers of a trading firm', () => {
  it.each(queries)('%s finds %j', (query, found) => {
    expect(find(query)).toEqual(
      found.map((beginning) => tradingFirm.find(({ name }) => name.startsWith(beginning))?.name ?? beginning),
    );
  });

  it.each(queries)('%s: every find is explained by a mark', (query) => {
    const expression = matchExpression(query) ?? '';
    const ids = sqlite.prepare('select rowid from customerSearch where customerSearch match ?').pluck();
    for (const id of ids.all(expression) as number[]) {
      const customer = tradingFirm.find((candidate) => candidate.id === id);
      if (!customer) throw new Error(`no customer ${id}`);
      const words = { tagNames: new Map(customer.tags.entries()), wordFields: new Set<number>() };
      const found = findMatches(asCustomer(customer), listed, words, query);
      expect([customer.name, found.flatMap(({ ranges }) => ranges).length > 0]).toEqual([
        customer.name,
        true,
      ]);
      for (const { value, ranges } of found) {
        for (const [from, to] of ranges) expect(0 <= from && from < to && to <= value.length).toBe(true);
      }
    }
  });

  it.each(['', '   ', '"', '-', '（）', '*', '\u0000', '。，'])(
    '%j holds no word and narrows nothing',
    (query) => {
      expect(find(query)).toBeNull();
    },
  );

  it('takes a query of any length', () => {
    const long = '杭州八骏科技有限公司'.repeat(20);
    expect(find(long)).toEqual([]);
    expect(find('bajunkeji'.repeat(30))).toEqual([]);
    expect(find('13812345678'.repeat(30))).toEqual([]);
    expect(find('八 '.repeat(100))).toEqual(find('八'));
  });

  it('counts without the trash, and the trash alone, from the index', () => {
    expect(countFullText(sqlite, matchExpression('138 1234') ?? '')).toBe(1);
    expect(countFullText(sqlite, matchExpression('138 1234', true) ?? '')).toBe(1);
    expect(countFullText(sqlite, matchExpression('红光', true) ?? '')).toBe(1);
    expect(find('红光')).toEqual([]);
    expect(find('trashed')).toEqual([]);
    expect(find('·trashed')).toEqual([]);
  });
});

describe('the full-text table', () => {
  it('forgets the old words of a customer that is written again, and everything of one that is removed', () => {
    const database = open('changing.db');
    const [customer] = tradingFirm;
    if (!customer) throw new Error('no customer');
    writeFullText(database, 1, documentTerms(customer));
    writeFullText(database, 1, documentTerms({ ...customer, name: '杭州九骏科技有限公司', shortName: '' }));
    expect(find('八骏', database)).toEqual([]);
    expect(find('九骏', database)).toHaveLength(1);
    removeFullText(database, 1);
    removeFullText(database, 77);
    expect(find('九骏', database)).toEqual([]);
    database.close();
  });

  it('keeps nothing of a removed customer in its pages after it was compacted', async () => {
    const database = open('compacted.db');
    for (const customer of tradingFirm) writeFullText(database, customer.id, documentTerms(customer));
    const bytes = () =>
      Buffer.concat(database.prepare('select block from customerSearch_data').pluck().all() as Buffer[]);
    expect(bytes().includes('粽')).toBe(true);
    for (const customer of tradingFirm)
      if (customer.name.includes('粽')) removeFullText(database, customer.id);
    await compactFullText(database, breathe);
    expect(bytes().includes('粽')).toBe(false);
    expect(find('黄酒', database)).toEqual(['绍兴黄酒集团']);
    database.close();
  });

  it('goes back with the transaction it was written in', () => {
    const database = open('rolled-back.db');
    const [customer] = tradingFirm;
    if (!customer) throw new Error('no customer');
    database.exec('begin immediate');
    writeFullText(database, 1, documentTerms(customer));
    database.exec('rollback');
    expect(find('八骏', database)).toEqual([]);
    writeFullText(database, 1, documentTerms(customer));
    expect(find('八骏', database)).toHaveLength(1);
    database.close();
  });
});
