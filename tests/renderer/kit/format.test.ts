import { beforeAll, describe, expect, test } from 'vitest';
import { startI18n, switchLanguage } from '../../../src-renderer/i18n/i18n.ts';
import {
  formatBytes,
  formatDuration,
  formatMoney,
  formatNumber,
  formatWhen,
} from '../../../src-renderer/kit/format.ts';

const local = (year: number, month: number, day: number, hour = 0, minute = 0): Date =>
  new Date(year, month - 1, day, hour, minute);

describe('numbers, money and sizes', () => {
  test('numbers have thousands separators', () => expect(formatNumber(12_345)).toBe('12,345'));
  test.each([
    [123_450, '￥1,234.50'],
    [0, '￥0.00'],
    [-5, '-￥0.05'],
    [500_000_000_00, '￥500,000,000.00'],
  ])('%d 分 is %s', (cents, text) => expect(formatMoney(cents)).toBe(text));
  test.each([
    [0, '0 B'],
    [1_023, '1023 B'],
    [1_536, '1.5 KB'],
    [430_080, '420 KB'],
    [52_428_800, '50.0 MB'],
  ])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('times', () => {
  beforeAll(() => startI18n('zh-CN'));
  const now = local(2026, 11, 8, 14, 30);

  test.each([
    [local(2026, 11, 8, 9, 5), '今天 09:05', 'today 09:05'],
    [local(2026, 11, 7, 23, 59), '昨天 23:59', 'yesterday 23:59'],
    [local(2026, 11, 5, 8), '3 天前', '3 days ago'],
    [local(2026, 11, 1, 8), '2026-11-01', '2026-11-01'],
    [local(2026, 11, 9, 8), '2026-11-09', '2026-11-09'],
  ])('%s', async (date, chinese, english) => {
    await switchLanguage('zh-CN');
    expect(formatWhen(date.toISOString(), now)).toBe(chinese);
    await switchLanguage('en');
    expect(formatWhen(date.toISOString(), now)).toBe(english);
  });

  test('what is no time stays as it is', () => expect(formatWhen('去年', now)).toBe('去年'));

  test('time left comes in round words', async () => {
    await switchLanguage('zh-CN');
    expect([0.2, 42.4, 89, 170].map(formatDuration)).toEqual(['1 秒', '42 秒', '89 秒', '3 分钟']);
  });
});
