import type { DoubtReason } from '../../../src-shared/customers.ts';
import { readIdentityNumber } from '../../../src-shared/identity-number.ts';
import { doubtLabels } from '../../../src-shared/labels.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import type { Cell } from './readers/cells.ts';
import type { RowBuilder } from './row-builder.ts';
import type { RowColumn } from './row-columns.ts';

/** Digits that a spreadsheet keeps of a number; all behind them become zeros. */
const keptDigits = 15;

const tooShortToLose = /^\d{1,14}$/u;

const phoneFields = new Set(['mobile', 'phone', 'fax', 'registeredPhone']);
/** Numbers that only name something: every digit of them counts. */
const numberFields = new Set([
  'identityNumber',
  'creditCode',
  'taxId',
  'bankAccount',
  'code',
  'qq',
  'wechat',
]);

/**
 * What a spreadsheet has destroyed beyond repair in a cell, by the field it was to go to; null when nothing is
 * lost. `1.38E+10` has lost digits and `1.3812345678E+10` has not; of numbers of more than 15 digits the last are zeros; `#####`
 * is what a column too narrow showed of a value that nobody copied.
 *
 * @param text the cell's text, cleaned.
 */
export function destroyedIn(field: string, cell: Cell, text: string): DoubtReason | null {
  if (text.startsWith('###') && /^#+$/u.test(text)) return 'cellDestroyed';
  const isPhone = phoneFields.has(field);
  if (!isPhone && !numberFields.has(field)) return null;
  if (tooShortToLose.test(text)) return null;
  const plain = halfWidth(text).replace(/[\s'`‘’]/gu, '');
  if (lostDigits(plain)) return reasonFor(field, isPhone);
  if (field === 'identityNumber')
    return readIdentityNumber(plain).destroyed ? 'identityNumberDestroyed' : null;
  const fewest = cell.type === 'number' ? keptDigits + 1 : keptDigits + 2;
  const isRounded = /^\d+$/u.test(plain) && plain.length >= fewest && /^0+$/u.test(plain.slice(keptDigits));
  return isRounded ? reasonFor(field, isPhone) : null;
}

/**
 * Keeps what is left of a destroyed cell as a note that says so, in the language of its header, and doubts the cell: it
 * never becomes a value.
 */
export function noteDestroyed(row: RowBuilder, column: RowColumn, reason: DoubtReason, text: string): void {
  const { header, field } = column;
  const language = header === '' || /\p{Script=Han}/u.test(header) ? 'zh-CN' : 'en';
  const why = doubtLabels[language][reason];
  row.addNote(header || field, language === 'en' ? `${text} (${why})` : `${text}（${why}）`);
  row.doubts.push({ field, reason, value: text, column: column.column });
}

const reasonFor = (field: string, isPhone: boolean): DoubtReason => {
  if (field === 'identityNumber') return 'identityNumberDestroyed';
  return isPhone ? 'phoneDestroyed' : 'numberDestroyed';
};

/** 6.22202E+18: fewer digits after the point than the exponent says there were. */
function lostDigits(text: string): boolean {
  const scientific = /^\d(?:\.(\d+))?E\+?(\d{1,2})$/iu.exec(text);
  return scientific !== null && (scientific[1] ?? '').length < Number(scientific[2]);
}
