import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dateOrderOf, dateOrderOfHeader, readDateInOrder } from '../../src-shared/date-order.ts';

const read = (text: string, order: 'dayFirst' | 'monthFirst' | null, yearLast = true) =>
  readDateInOrder(text, { order, yearLast, epoch: 1900 })?.value ?? null;

describe('a date whose year stands last', () => {
  test.each([
    ['3/4/2023', '2023-04-03', '2023-03-04'],
    ['03.04.2023', '2023-04-03', '2023-03-04'],
    ['3-4-2023 08:30', '2023-04-03', '2023-03-04'],
    ['3/4/23', '2023-04-03', '2023-03-04'],
    ['12/11/10', '2010-11-12', '2010-12-11'],
    ['3/4', '--04-03', '--03-04'],
    ['３／４／２０２３', '2023-04-03', '2023-03-04'],
  ])('%s is %s or %s, as the owner says, and nothing before', (text, dayFirst, monthFirst) => {
    expect([read(text, 'dayFirst'), read(text, 'monthFirst'), read(text, null)]).toEqual([
      dayFirst,
      monthFirst,
      null,
    ]);
  });

  test.each([
    ['31/12/2023', '2023-12-31'],
    ['12/31/2023', '2023-12-31'],
    ['5/5/2023', '2023-05-05'],
    ['25/12', '--12-25'],
  ])('%s is %s whatever is said: there is no other way', (text, value) => {
    for (const order of ['dayFirst', 'monthFirst', null] as const) expect(read(text, order)).toBe(value);
  });

  test.each(['31/2/2023', '13/13/2023', '0/5/2023', '40/1'])('%s is no day in any order', (text) => {
    for (const order of ['dayFirst', 'monthFirst', null] as const) expect(read(text, order)).toBeNull();
  });

  it('does not change what begins with its year', () => {
    for (const order of ['dayFirst', 'monthFirst', null] as const) {
      expect(read('2023/5/1', order)).toBe('2023-05-01');
      expect(read('2023年5月1日', order)).toBe('2023-05-01');
    }
    for (const order of ['dayFirst', 'monthFirst', null] as const)
      expect(read('23/05/01', order, false)).toBe('2023-05-01');
  });
});

describe('a column of dates', () => {
  test.each<[string[], ReturnType<typeof dateOrderOf>]>([
    [['3/4/2023', '31/12/2023'], { order: 'dayFirst', yearLast: true, example: '3/4/2023', count: 1 }],
    [['3/4/2023', '12/31/2023'], { order: 'monthFirst', yearLast: true, example: '3/4/2023', count: 1 }],
    [
      ['3/4/2023', '12/31/2023', '31/12/2023'],
      { order: null, yearLast: true, example: '3/4/2023', count: 1 },
    ],
    [['3/4/2023', '5/6/2023'], { order: null, yearLast: true, example: '3/4/2023', count: 2 }],
    [['3/4/23', '12/11/10'], { order: null, yearLast: true, example: '3/4/23', count: 2 }],
    [['3/4'], { order: null, yearLast: false, example: '3/4', count: 1 }],
    [['3/4', '21/11/11', '2021-11-11'], { order: null, yearLast: false, example: '3/4', count: 1 }],
    [['31/12/2023', '5/5/2023'], null],
    [['2023/5/1', '23/05/01', '98/05/12'], null],
    [['2023年5月1日', '44511', '不详', ''], null],
  ])('%j: %j', (values, evidence) => {
    expect(dateOrderOf(values)).toEqual(evidence);
  });

  it('may say it in its header', () => {
    expect(dateOrderOfHeader('出生日期（日/月/年）')).toBe('dayFirst');
    expect(dateOrderOfHeader('DOB (MM/DD/YYYY)')).toBe('monthFirst');
    expect(dateOrderOfHeader('Date (dd-mm-yyyy)')).toBe('dayFirst');
    for (const header of ['生日', '出生年月日', '出生日期（年/月/日）', 'Date (yyyy-mm-dd)', '出生年月'])
      expect(dateOrderOfHeader(header)).toBeNull();
  });

  it('that was written in one order is read back in it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
        fc.constantFrom('dayFirst' as const, 'monthFirst' as const),
        (date, order) => {
          const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
          const text = order === 'dayFirst' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
          expect(read(text, order)).toBe(`${year}-${month}-${day}`);
        },
      ),
    );
  });
});
