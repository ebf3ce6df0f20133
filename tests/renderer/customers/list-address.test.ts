import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  customerColumnSchema,
  levels,
  kinds,
  stages,
  type CustomerFilter,
} from '../../../src-shared/customers.ts';
import {
  readAddress,
  sameFilter,
  tidyFilter,
  writeAddress,
} from '../../../src-renderer/customers/list-address.ts';

const everyPart: CustomerFilter = {
  text: '八骏 100%&+#"',
  tagsAny: [3, 1],
  tagsAll: [7],
  tagsNone: [12],
  kind: ['company'],
  stage: ['active', ''],
  level: ['A'],
  industry: ['五金、机电', ''],
  source: ['老客户介绍'],
  owner: ['王芳'],
  region: ['浙江省/杭州市/西湖区', '上海市'],
  createdFrom: '2024-01-01',
  createdTo: '2024-12-31',
  updatedFrom: '2024-06-01',
  updatedTo: '2024-06-30',
  phone: 'lacks',
  doubtful: true,
  trashed: true,
  changeId: 41,
};

describe('the address of a list', () => {
  test('every part of a filter comes back from the address as it was written', () => {
    expect(readAddress(writeAddress({ filter: everyPart })).filter).toEqual(everyPart);
  });

  test('sort, view and columns come back too', () => {
    const address = {
      filter: { stage: ['active' as const] },
      sort: { column: 'updatedAt' as const, direction: 'desc' as const },
      view: 3,
      columns: ['code' as const, 'name' as const],
    };
    expect(writeAddress(address)).toBe('stage=active&sort=-updatedAt&view=3&columns=code%2Cname');
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  test('any filter made of valid parts comes back', () => {
    const words = fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 4 });
    const filters = fc.record(
      {
        text: fc.string({ maxLength: 12, unit: 'grapheme' }),
        tagsNone: fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
        kind: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 }),
        stage: fc.uniqueArray(fc.constantFrom(...stages, '' as const), { minLength: 1 }),
        level: fc.uniqueArray(fc.constantFrom(...levels), { minLength: 1 }),
        industry: words.map((list) => [...new Set(list)]),
        phone: fc.constantFrom('has' as const, 'lacks' as const),
        doubtful: fc.constant(true as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readAddress(writeAddress({ filter })).filter).toEqual(tidyFilter(filter));
      }),
    );
  });

  test('parts that mean nothing are left out and the others still count', () => {
    const search =
      'stage=active&stage=gone&tagsAny=2&tagsAny=x&tagsAny=-1&createdFrom=gestern&createdTo=2024-02-30&phone=maybe&doubtful=perhaps' +
      '&changeId=0&kind=robot&sort=-tags&view=abc&columns=name,nonsense&__proto__=1&constructor=2&owner=王芳';
    expect(readAddress(search)).toEqual({
      filter: { stage: ['active'], tagsAny: [2], owner: ['王芳'] },
      sort: null,
      view: null,
      columns: ['name'],
    });
  });

  test('no address at all can make reading it fail', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('text', 'region', 'tagsAny', 'sort', 'view'),
        (noise, key) => {
          const { sort } = readAddress(`${key}=${noise}&${noise}`);
          expect(sort === null || customerColumnSchema.safeParse(sort.column).success).toBe(true);
        },
      ),
    );
  });

  test('a search of spaces and empty lists exclude nothing and are not written', () => {
    expect(writeAddress({ filter: { text: '  ', stage: [], doubtful: false } })).toBe('');
  });
});

test('filters are the same whatever the order in which they were built', () => {
  expect(sameFilter({ stage: ['active', 'lead'], text: 'a' }, { text: 'a', stage: ['lead', 'active'] })).toBe(
    true,
  );
  expect(sameFilter({ stage: ['active'] }, { stage: ['active'], doubtful: true })).toBe(false);
  expect(sameFilter({}, { trashed: false, tagsAny: [] })).toBe(true);
});
