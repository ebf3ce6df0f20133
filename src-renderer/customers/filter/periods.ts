/** Local calendar days, both included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const periodNames = ['today', 'week', 'month', 'year'] as const;
export type PeriodName = (typeof periodNames)[number];

const two = (value: number): string => String(value).padStart(2, '0');
const day = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The days of a named period that ends today. */
export const periodOf = (name: PeriodName, now: Date): Period => {
  const back = { today: 0, week: 6, month: 29, year: 0 }[name];
  const from =
    name === 'year'
      ? new Date(now.getFullYear(), 0, 1)
      : new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  return { from: day(from), to: day(now) };
};
