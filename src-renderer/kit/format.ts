import { i18n } from '../i18n/instance.ts';

/** 12,345 */
export const formatNumber = (value: number): string => new Intl.NumberFormat('en-US').format(value);

/** ￥1,234.50 from 分 (RMB cents). */
export const formatMoney = (cents: number): string => {
  const sign = cents < 0 ? '-' : '';
  const yuan = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Math.abs(cents) / 100,
  );
  return `${sign}￥${yuan}`;
};

/** 12.3 MB; powers of 1024, as file managers show them. */
export const formatBytes = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit] ?? ''}`;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** 14:30, local time. */
export const formatTime = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** 2024-11-08, local day. */
export const formatDay = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** 2024-11-08 14:30:05, local time: the whole of it, for titles. */
export const formatFull = (iso: string): string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : `${formatDay(date)} ${formatTime(date)}:${two(date.getSeconds())}`;
};

const dayNumber = (date: Date): number =>
  Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);

/** An ISO instant as “今天 14:30”, “昨天 09:05”, “3 天前” for a week, then 2024-11-08. */
export const formatWhen = (iso: string, now: Date = new Date()): string => {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const days = dayNumber(now) - dayNumber(date);
  if (days === 0) return i18n.t('common.date.today', { time: formatTime(date) });
  if (days === 1) return i18n.t('common.date.yesterday', { time: formatTime(date) });
  if (days > 1 && days < 7) return i18n.t('common.date.daysAgo', { count: days });
  return formatDay(date);
};

/** Seconds in round words, “大约还要 3 分钟”. */
export const formatDuration = (seconds: number): string =>
  seconds < 90
    ? i18n.t('common.duration.seconds', { count: Math.max(1, Math.round(seconds)) })
    : i18n.t('common.duration.minutes', { count: Math.round(seconds / 60) });

/** 2024-11-08-1430, local time, for file names. */
export const formatFileStamp = (date: Date): string =>
  `${formatDay(date)}-${two(date.getHours())}${two(date.getMinutes())}`;
