import { readDate, type DateReading } from './dates.ts';
import { halfWidth } from './width.ts';

/** What stands first where the year stands last or is missing: 31/12/2023 or 12/31/2023. */
export const dateOrders = ['dayFirst', 'monthFirst'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** How the dates of a column are to be read. */
export interface DateStyle {
  /** Null while nobody has said what it is: then only what a date proves by itself is read, 31/12/2023 or 5/5/2023. */
  readonly order: DateOrder | null;
  /** 12/11/10 ends with its year, as others of the column do (5/1/23). Else it begins with it. */
  readonly yearLast: boolean;
  readonly epoch: 1900 | 1904;
}

interface Parts {
  readonly first: number;
  readonly second: number;
  /** Four or two digits; '' where there is none. */
  readonly year: string;
  /** 12/11/10 may begin with its year; 5/1/23 and 12/11/2010 cannot. */
  readonly mayBeginWithYear: boolean;
}

/** With hour and weekday; a longer text would take long to be looked at. */
const longestDate = 100;

/** `3/4/2023`, `3.4.23`, `3-4` without the time of day; null for all that begins with a year of four digits or names its parts. */
function partsOf(text: string): Parts | null {
  if (text.length > longestDate) return null;
  const bare = halfWidth(text)
    .trim()
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?$/iu, '');
  const found = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/u.exec(bare);
  if (!found) return null;
  const [, first = '', , second = '', year = ''] = found;
  return {
    first: Number(first),
    second: Number(second),
    year,
    mayBeginWithYear: year.length === 2 && first.length === 2,
  };
}

/** Whether a text looks like `3/4/2023`, `3.4.23` or `3-4`. */
export const isDayAndMonth = (text: string): boolean => partsOf(text) !== null;

/** The order that a single date proves, because no month is greater than 12; null when either could be. */
function proven({ first, second }: Parts): DateOrder | null {
  if (first > 12 && first <= 31 && second <= 12) return 'dayFirst';
  return second > 12 && second <= 31 && first <= 12 ? 'monthFirst' : null;
}

const inOrder = ({ first, second, year }: Parts, order: DateOrder): DateReading | null => {
  const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
  return readDate(year === '' ? `${month}月${day}日` : `${year}年${month}月${day}日`);
};

/** Reads a date of a column whose style is known; whatever begins with its year or names its parts as {@link readDate} does. */
export function readDateInOrder(input: string | number, style: DateStyle): DateReading | null {
  const { order, yearLast, epoch } = style;
  const parts = typeof input === 'string' ? partsOf(input) : null;
  if (!parts || (parts.mayBeginWithYear && !yearLast)) return readDate(input, { epoch });
  const alone = parts.first === parts.second ? 'dayFirst' : proven(parts);
  const known = alone ?? order;
  return known && inOrder(parts, known);
}

/** Whether a text is a date that could be two days, and nobody has said which. */
export const isAmbiguousDate = (text: string, style: DateStyle): boolean =>
  isDayAndMonth(text) &&
  readDateInOrder(text, style) === null &&
  dateOrders.every((order) => readDateInOrder(text, { ...style, order }) !== null);

/** The day and the month that a date such as 3/4/2023 names in an order; 0 where it is none. */
export const dayInOrder = (text: string, order: DateOrder): { day: number; month: number } => {
  const { first = 0, second = 0 } = partsOf(text) ?? {};
  return order === 'dayFirst' ? { day: first, month: second } : { day: second, month: first };
};

/** What the dates of a column say about their order. */
export interface DateOrderEvidence {
  /** Null when none of them tells; then it has to be asked. */
  readonly order: DateOrder | null;
  readonly yearLast: boolean;
  /** A date that can be read in two ways. */
  readonly example: string;
  /** How many of those looked at can. */
  readonly count: number;
}

/** Finds out whether days and months of a column can be told apart. Null when nothing in it could be read in two ways. */
export function dateOrderOf(values: Iterable<string>): DateOrderEvidence | null {
  const proofs = new Set<DateOrder>();
  let endsWithYear = false;
  let beginsWithYear = false;
  const open: string[] = [];
  const unclear: string[] = [];
  for (const value of values) {
    beginsWithYear ||= /^\s*\d{4}\D/u.test(value);
    const parts = partsOf(value);
    if (!parts) continue;
    if (parts.mayBeginWithYear) {
      // 98/5/12 has no month 98, 23/5/1 no year 1: those begin with the year.
      beginsWithYear ||= parts.first > 31;
      unclear.push(value);
      continue;
    }
    // 23/5/1: no year of one digit.
    endsWithYear ||= parts.year !== '';
    const alone = proven(parts);
    if (alone) proofs.add(alone);
    else if (parts.first !== parts.second && parts.first <= 12) open.push(value);
  }
  const yearLast = endsWithYear && !beginsWithYear;
  if (yearLast) {
    for (const value of unclear) {
      const parts = partsOf(value);
      const alone = parts && proven(parts);
      if (alone) proofs.add(alone);
      open.push(value);
    }
  }
  const [example] = open;
  if (example === undefined) return null;
  return {
    order: proofs.size === 1 ? ([...proofs][0] ?? null) : null,
    yearLast,
    example,
    count: open.length,
  };
}

/** The order that a header names: 出生日期（日/月/年）, DOB (MM/DD/YYYY). */
export function dateOrderOfHeader(header: string): DateOrder | null {
  const text = halfWidth(header).toLowerCase();
  if (/y[/.\s-]m|年[/.、\s-]月/u.test(text)) return null;
  if (/d{1,2}[/.\s-]m|日[/.、\s-]月/u.test(text)) return 'dayFirst';
  return /m{1,2}[/.\s-]d|月[/.、\s-]日/u.test(text) ? 'monthFirst' : null;
}
