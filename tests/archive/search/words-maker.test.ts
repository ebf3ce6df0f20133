import { describe, expect, it } from 'vitest';
import { customerWords } from '../../../src-main/archive/search/customer-words.ts';
import { openWordsMaker } from '../../../src-main/archive/search/words-maker.ts';
import { madeUpCustomers } from '../../support/made-up-customers.ts';

const customers = [...madeUpCustomers(60, 4)];
const batches = [customers.slice(0, 25), customers.slice(25, 50), customers.slice(50)];
const expected = batches.map(customerWords);

describe('the words of many customers', () => {
  it.each([
    ['few, made at once', 60],
    ['many, made by a thread', 100_000],
  ])('are those of each of them, in the order in which they were asked for: %s', async (_, count) => {
    const maker = openWordsMaker(count);
    expect(await Promise.all(batches.map((batch) => maker.make(batch)))).toEqual(expected);
    expect(await maker.make([])).toEqual([]);
    maker.close();
  });

  it('are made without the thread when that fails', async () => {
    const maker = openWordsMaker(100_000, new URL('data:text/javascript,process.exit(1)'));
    expect(await Promise.all(batches.map((batch) => maker.make(batch)))).toEqual(expected);
    const [first = []] = batches;
    expect(await maker.make(first)).toEqual(expected[0]);
    maker.close();
  });
});
