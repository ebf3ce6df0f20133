import { readMoney } from '../../../src-shared/money.ts';
import type { CapitalUnit } from './customer-values.ts';

const factors: Record<CapitalUnit, number> = { wan: 10_000, yuan: 1 };

/** 注册资本 as typed, in 分; a unit in the text (500万, 1.2亿元) goes before the chosen one. Null when empty or unreadable. */
export const capitalInCents = (typed: string, unit: CapitalUnit): number | null =>
  typed.trim() === '' ? null : readMoney(typed, factors[unit]);

/** Whether there is text that is no amount in RMB: “美元 50 万”. */
export const isUnreadableCapital = (typed: string, unit: CapitalUnit): boolean =>
  typed.trim() !== '' && capitalInCents(typed, unit) === null;

/** An integer of the given decimals as text without trailing zeros: (1234500, 4) → 123.45. */
const shifted = (value: number, decimals: number): string => {
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/u, '');
};

/** 分 as it stands in the input: in 万元 from 10,000 yuan on, in 元 below. */
export const capitalText = (cents: number | null): { text: string; unit: CapitalUnit } => {
  if (cents === null) return { text: '', unit: 'wan' };
  return cents >= 1_000_000
    ? { text: shifted(cents, 6), unit: 'wan' }
    : { text: shifted(cents, 2), unit: 'yuan' };
};
