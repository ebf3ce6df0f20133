import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpCustomers } from '../../support/made-up-customers.ts';
import { matchExpression, writeFullText } from '../../../src-main/archive/search/full-text.ts';
import { readingsOf } from '../../../src-main/archive/search/readings.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';
import { documentTerms } from '../../../src-main/archive/search/words.ts';
import type { NumberedCustomer } from '../../support/made-up-customers.ts';
import { tradingFirm } from './trading-firm.ts';

const customers: readonly NumberedCustomer[] = [...madeUpCustomers(2_000, 9)];
let sqlite: Database.Database;

beforeAll(() => {
  sqlite = new Database(':memory:');
  sqlite.exec(fullTextSchemaV1);
  for (const customer of customers) writeFullText(sqlite, customer.id, documentTerms(customer));
});
afterAll(() => sqlite.close());

const finds = (query: string, id: number): boolean =>
  sqlite
    .prepare('select 1 from customerSearch where customerSearch match ? and rowid = ?')
    .get(matchExpression(query), id) !== undefined;

const anyCustomer = fc.constantFrom(...customers);
const anyPosition = fc.nat({ max: 1_000 });

/** A piece of a text of at least `least` characters. */
const pieceOf = (text: string, start: number, length: number, least: number): string => {
  const characters = [...text];
  const from = start % Math.max(1, characters.length - least + 1);
  return characters
    .slice(from, from + least + (length % Math.max(1, characters.length - from - least + 1)))
    .join('');
};

describe('whatever the customer', () => {
  it('every stretch of its name finds it', () => {
    fc.assert(
      fc.property(anyCustomer, anyPosition, anyPosition, ({ id, name }, start, length) => {
        expect(finds(pieceOf(name, start, length, 1), id)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('every fragment of three or more digits of a phone or code finds it', () => {
    fc.assert(
      fc.property(anyCustomer, anyPosition, anyPosition, ({ id, code, methods }, start, length) => {
        for (const number of [code, ...methods.map(({ value }) => value)]) {
          const digits = number.replace(/\D/gu, '');
          if (digits.length >= 3) expect(finds(pieceOf(digits, start, length, 3), id)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a phone is found however it is grouped, with and without the country', () => {
    fc.assert(
      fc.property(anyCustomer, fc.constantFrom(' ', '-', '.', ''), ({ id, methods }, separator) => {
        const [{ value } = { value: '' }] = methods;
        const grouped = [value.slice(0, 3), value.slice(3, 7), value.slice(7)].join(separator);
        expect(finds(grouped, id)).toBe(true);
        expect(finds(`+86 ${grouped}`, id)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('its pinyin and its initials find it, from any syllable on, as far as they are typed', () => {
    fc.assert(
      fc.property(
        anyCustomer,
        anyPosition,
        anyPosition,
        anyPosition,
        ({ id, name }, start, length, reading) => {
          const readings = [...name].map(readingsOf).filter((list) => list.length > 0);
          const from = start % readings.length;
          const chosen = readings.slice(from).map((list) => list[reading % Math.min(2, list.length)] ?? '');
          for (const letters of [chosen.join(''), chosen.map((part) => part.charAt(0)).join('')]) {
            const typed = letters.slice(0, 1 + (length % letters.length));
            expect([typed, finds(typed, id)]).toEqual([typed, true]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('terms hold nothing that separates or quotes, and no term twice', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, (name, code, note) => {
        const terms = documentTerms({
          code,
          name,
          shortName: note,
          aliases: [code],
          contacts: [{ name: note, title: name, department: '' }],
          methods: [{ type: 'other', value: note, normal: '' }],
          tags: [name],
          texts: [note, code, name],
        });
        if (terms === '') return;
        const list = terms.split(' ');
        expect(list.filter((term) => !/^(?:[a-z0-9]+|[^\p{ASCII}\s]+)$/u.test(term))).toEqual([]);
        expect(new Set(list).size).toBe(list.length);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever is typed is a valid expression, and finds the text it was taken from', () => {
    const database = new Database(':memory:');
    database.exec(fullTextSchemaV1);
    const [customer] = tradingFirm;
    if (!customer) throw new Error('no customer');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const expression = matchExpression(text);
        if (expression === null) return;
        writeFullText(database, 1, documentTerms({ ...customer, texts: [text] }));
        const found = database
          .prepare('select rowid from customerSearch where customerSearch match ?')
          .all(expression);
        expect(found).toHaveLength(1);
      }),
      { numRuns: 1_000 },
    );
    database.close();
  });
});
