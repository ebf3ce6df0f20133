import type { CellType } from './cells.ts';
import type { NumberFormat } from './number-formats.ts';

/**
 * The number of a cell as text, by its format. The text has all digits of the number and never an exponent;
 * like Excel it shows at most 15 significant ones.
 *
 * @param written the number as the file has it, such as `13100000002`, `62.299999999999997` or `1.31E+10`.
 * @returns null when it is no number.
 */
export function numberText(
  written: string,
  format: NumberFormat,
  epoch1904: boolean,
): { readonly type: CellType; readonly text: string } | null {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return null;
  if (format.shows === 'digits') {
    const digits = plainDigits(value);
    return { type: 'number', text: /^\d+$/u.test(digits) ? digits.padStart(format.digits, '0') : digits };
  }
  const date = format.shows === 'number' ? null : serialText(value, format.shows, epoch1904);
  return date === null ? { type: 'number', text: plainDigits(value) } : { type: 'date', text: date };
}

/** All digits of a number: `1.31E+10` is `13100000000`, `0.1 + 0.2` is `0.3`. */
export function plainDigits(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const power = Number(exponent);
  // Beyond what a double counts exactly, the digits that Excel shows end in zeros.
  if (power >= 15) return mantissa.replace('.', '').padEnd(power + (value < 0 ? 2 : 1), '0');
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/u, '') : text;
}

const day = 86_400;
const lastSerial = 2_958_465;

/** A date serial as text; null when it lies outside 1900 to 9999. */
function serialText(serial: number, shows: 'date' | 'time' | 'dateTime', epoch1904: boolean): string | null {
  if (serial < 0 || serial > lastSerial + 1) return null;
  const seconds = Math.round(serial * day);
  const whole = Math.floor(seconds / day);
  const time = timeText(seconds % day);
  if (whole === 0 && !epoch1904) return shows === 'date' ? null : time;
  const date = dateText(whole, epoch1904);
  const showsTime = shows === 'dateTime' || (shows === 'time' && seconds % day > 0);
  return showsTime && seconds % day > 0 ? `${date} ${time}` : date;
}

function dateText(serial: number, epoch1904: boolean): string {
  if (epoch1904) return isoDate(Date.UTC(1904, 0, 1 + serial));
  // Lotus 1-2-3 took 1900 for a leap year, and every spreadsheet program has kept its day 60.
  if (serial === 60) return '1900-02-29';
  return isoDate(Date.UTC(1899, 11, serial < 60 ? 31 + serial : 30 + serial));
}

const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

const two = (value: number): string => String(value).padStart(2, '0');

function timeText(seconds: number): string {
  const text = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
}

/** `2021-11-12T08:30:00Z` → `2021-11-12 08:30`; midnight is no time. */
export const isoText = (value: string): string =>
  value
    .replace('T', ' ')
    .replace(/(?:\.\d+)?Z?$/u, '')
    .replace(/ 00:00(?::00)?$/u, '')
    .replace(/(\d\d:\d\d):00$/u, '$1');
