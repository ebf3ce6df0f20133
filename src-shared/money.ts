import { halfWidth } from './width.ts';

const units: Record<string, number> = {
  元: 1,
  圆: 1,
  块: 1,
  千: 1_000,
  千元: 1_000,
  万: 10_000,
  万元: 10_000,
  百万: 1_000_000,
  百万元: 1_000_000,
  千万: 10_000_000,
  千万元: 10_000_000,
  亿: 100_000_000,
  亿元: 100_000_000,
  角: 0.1,
  分: 0.01,
};

/** The factor of the unit in a header such as 年采购额（万元）, in yuan: 10000; 1 where none is named. */
export const headerUnit = (header: string): number => {
  const unit = /(百万|千万|亿|万|千)元?\s*(?:人民币|RMB)?[)\]】]?\s*$/iu.exec(
    halfWidth(header).replace(/\s+/gu, ''),
  )?.[1];
  return unit ? (units[unit] ?? 1) : 1;
};

/**
 * Money as written (`1,234.50`, `￥3万`, `500万元人民币`, `1.2亿`) in 分. `factor` is the unit of the column in yuan
 * ({@link headerUnit}); a unit in the text itself goes before it. Null for anything that is no amount, is
 * negative, or is beyond what an integer holds exactly.
 */
export const readMoney = (input: string | number, factor = 1): number | null => {
  const text = halfWidth(String(input))
    .replace(/\s+/gu, '')
    .replace(/^(?:人民币|RMB|CNY|约)+[:：]?/iu, '')
    .replace(/^[¥￥]/u, '')
    .replace(/(?:元?整|人民币|RMB|CNY)+$/iu, (end) => (end.startsWith('元') ? '元' : ''));
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?:E\+?(\d{1,2}))?([^\d.,]{0,3})$/iu.exec(text);
  if (!parts) return null;
  const unit = parts[4] ? units[parts[4]] : factor;
  if (unit === undefined) return null;
  const yuan = Number(`${(parts[1] ?? '').replaceAll(',', '')}.${parts[2] ?? '0'}e${parts[3] ?? '0'}`);
  const cents = Math.round(Number((yuan * unit * 100).toPrecision(15)));
  return Number.isSafeInteger(cents) ? cents : null;
};

/** 分 as people read it: `￥1,234.50`; whole yuan without the zeros when `short`. */
export const formatMoney = (cents: number, options: { short?: boolean; sign?: string } = {}): string => {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const tail = options.short && rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`;
  return `${cents < 0 ? '-' : ''}${options.sign ?? '￥'}${grouped}${tail}`;
};
