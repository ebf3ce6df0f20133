import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { formatMoney, headerUnit, readMoney } from '../../src-shared/money.ts';

test.each([
  ['1,234.50', 123_450],
  ['￥1234', 123_400],
  ['¥1,234,567.89', 123_456_789],
  ['100元', 10_000],
  ['100元整', 10_000],
  ['3万', 3_000_000],
  ['3.5万元', 3_500_000],
  ['500万元人民币', 500_000_000],
  ['人民币500万元整', 500_000_000],
  ['1.2亿', 12_000_000_000],
  ['１２３４．５', 123_450],
  ['约200万', 200_000_000],
  ['0', 0],
  ['0.999', 100],
  ['1.005', 101],
  ['1.5E+3', 150_000],
])('%s is %d 分', (text, cents) => {
  expect(readMoney(text)).toBe(cents);
});

test.each(['', '无', '-5', '1,23', '12,34.5', '1.2.3', '五百万', '100美元', '50K', '9'.repeat(20)])(
  '“%s” is no amount in RMB that can be kept exactly',
  (text) => {
    expect(readMoney(text)).toBeNull();
  },
);

it('the unit of the column counts where the cell names none', () => {
  expect(headerUnit('年采购额\n（万元）')).toBe(10_000);
  expect(headerUnit('注册资本(万)')).toBe(10_000);
  expect(headerUnit('合同额（亿元）')).toBe(100_000_000);
  expect(headerUnit('金额（元）')).toBe(1);
  expect(headerUnit('金额')).toBe(1);
  expect(readMoney('62.3', 10_000)).toBe(62_300_000);
  expect(readMoney('62.3元', 10_000)).toBe(6_230);
  expect(readMoney(228.7, 10_000)).toBe(228_700_000);
});

it('an amount is shown as ￥1,234.50', () => {
  expect(formatMoney(123_450)).toBe('￥1,234.50');
  expect(formatMoney(5)).toBe('￥0.05');
  expect(formatMoney(-123_456_789)).toBe('-￥1,234,567.89');
  expect(formatMoney(500_000_000, { short: true })).toBe('￥5,000,000');
  expect(formatMoney(123_450, { short: true, sign: '' })).toBe('1,234.50');
});

it('what is shown reads as the same amount, and nothing throws', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (cents) => {
      expect(readMoney(formatMoney(cents))).toBe(cents);
      expect(readMoney(formatMoney(cents, { short: true }))).toBe(cents);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(1, 10_000), (text, factor) => void readMoney(text, factor)),
  );
});
