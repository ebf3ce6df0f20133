/** What a cell stands out for in .xlsx: something is wrong with it, or it only shows how a cell is filled in. */
export type Tone = 'doubt' | 'example';

/** A cell as both formats can write it. */
export type Cell =
  | { readonly type: 'text'; readonly text: string; readonly tone?: Tone }
  /** Text that is a name though it may be all digits: phones, ids, codes. It stays text when it is edited. */
  | { readonly type: 'code'; readonly text: string; readonly tone?: Tone }
  | { readonly type: 'number'; readonly value: number }
  /** `YYYY-MM-DD` */
  | { readonly type: 'date'; readonly date: string }
  /** ISO instant; shown as the local time of this PC. */
  | { readonly type: 'time'; readonly at: string }
  | { readonly type: 'empty' };

const empty: Cell = { type: 'empty' };

export const textCell = (text: string): Cell => (text === '' ? empty : { type: 'text', text });
export const codeCell = (text: string): Cell => (text === '' ? empty : { type: 'code', text });

/** A real date where it is one that spreadsheets know, else the text as it is. */
export const dateCell = (text: string): Cell =>
  dateSerial(text) === null ? codeCell(text) : { type: 'date', date: text };

export const timeCell = (at: string): Cell => (at === '' ? empty : { type: 'time', at });

/** 分 as a number of yuan. */
export const moneyCell = (cents: number | null): Cell =>
  cents === null ? empty : { type: 'number', value: cents / 100 };

const millisecondsPerDay = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/**
 * The serial of an ISO day in the 1900 date system (ECMA-376 part 1, 18.17.4); null for what is no day, and for
 * days before March 1900, which the system miscounts or does not know.
 */
export const dateSerial = (date: string): number | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (!parts) return null;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const serial = (time - dayZero) / millisecondsPerDay;
  return new Date(time).toISOString().startsWith(date) && serial > 60 ? serial : null;
};

/** The local wall clock of an ISO instant as a serial; null when it is no instant. */
export const timeSerial = (at: string): number | null => {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return null;
  const local = time.getTime() - time.getTimezoneOffset() * 60_000;
  // Whole seconds: finer ones come out as rounding noise.
  return Math.floor(local / 1000) / 86_400 - dayZero / millisecondsPerDay;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** An ISO instant as `2026-11-22 14:30`, local time. */
export const localTime = (at: string): string => {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
};
