import { isAddress, isPersonName } from '../../../src-shared/company-names.ts';
import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import { splitPhones, type FoundPhone } from '../../../src-shared/phones.ts';
import { halfWidth } from '../../../src-shared/width.ts';

export type PhoneType = Extract<ContactMethodType, 'mobile' | 'phone' | 'fax'>;

export interface CellPhone {
  readonly type: PhoneType;
  readonly value: string;
  /** E.164, '' where there is none. */
  readonly normal: string;
  /** What stands beside the number: 王经理, 微信同号. */
  readonly label: string;
}

export interface PhoneCell {
  readonly phones: readonly CellPhone[];
  /** The only person named in the cell, of whom nothing else is known; '' without one. */
  readonly person: string;
  /** Text of a cell without any number, and what stands behind the last one and is of none. */
  readonly words: string;
  /** Numbers of which a spreadsheet has lost digits, as they stand there: `1.38E+10`. */
  readonly destroyed: readonly string[];
}

/** What is longer is a text, with numbers or without, and would take long to be taken apart. */
const longestCell = 2_000;

/** What a method has room for beside it. */
const longestLabel = 50;

/** Whether the text is what people call somebody: a name, or a form of address such as 王经理. */
export const namesPerson = (text: string): boolean => isAddress(text) || isPersonName(text);

/**
 * Reads a cell of a phone column: one number as it is written, or several with the words beside them. In
 * `13100000000/19900000001 王经理` the words belong to both numbers, in `张三 138…, 李四 139…` each to its own.
 */
export function readPhoneCell(text: string, type: PhoneType): PhoneCell {
  if (text.length > longestCell) return { phones: [], person: '', words: text, destroyed: [] };
  const { phones: found, rest } = splitPhones(text);
  const none: PhoneCell = { phones: [], person: '', words: '', destroyed: [] };
  if (found.length === 0) {
    if (/\d{3}/u.test(text)) return { ...none, phones: [{ type, value: text, normal: '', label: '' }] };
    return namesPerson(text) ? { ...none, person: text } : { ...none, words: text };
  }
  const [only] = found;
  if (found.length === 1 && only && !only.destroyed && rest === '') {
    // Without words beside it, the number stays exactly as it is written.
    const value = /\p{L}|[,，;；、/。]$/u.test(text) ? only.raw : text;
    const phone = { type: typeOf(only, type), value: withAllDigits(value), normal: only.normal, label: '' };
    return { ...none, phones: [phone] };
  }
  const { labels, behind } =
    rest === '' ? { labels: found.map(() => ''), behind: '' } : labelsOf(text, found, rest);
  const people = [...new Set(labels.filter(namesPerson))];
  return {
    phones: found.flatMap((phone, index) =>
      phone.destroyed
        ? []
        : {
            type: typeOf(phone, type),
            value: withAllDigits(wholeNumber(phone)),
            normal: phone.normal,
            label: (labels[index] ?? '').slice(0, longestLabel),
          },
    ),
    person: people.length === 1 ? (people[0] ?? '') : '',
    words: [...new Set(labels.filter((label) => label.length > longestLabel)), behind]
      .filter((part) => part !== '')
      .join(' '),
    destroyed: found.filter(({ destroyed }) => destroyed).map(({ raw }) => raw),
  };
}

/** `13812345678.0` and `1.3812345678E+10` were written by a program, not by anybody: the number is what they stand for. */
const withAllDigits = (text: string): string => {
  const number = /^\d{7,}\.0+$|^\d\.\d+E\+?\d{1,2}$/iu.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? String(number) : text;
};

/** `88012346` after 0571-88012345 is of the same town: without its area code nobody could call it later. */
const wholeNumber = ({ raw, normal }: FoundPhone): string =>
  /^\d{7,8}$/u.test(raw) && normal.startsWith('+86') ? `0${normal.slice(3)}` : raw;

const typeOf = (phone: FoundPhone, column: PhoneType): PhoneType => {
  if (column === 'fax' || phone.type === 'fax') return 'fax';
  return phone.valid ? phone.type : column;
};

/** What stands in brackets right behind a number is of that number, whatever stands before the next one. */
const ownWords = /^\s*[([（【]([^)\]）】]*)[)\]）】]/u;

/** The words beside each number, and what belongs to none; all of them beside every number when their places cannot be told. */
function labelsOf(
  text: string,
  phones: readonly FoundPhone[],
  rest: string,
): { labels: string[]; behind: string } {
  const plain = halfWidth(text);
  const gaps: string[] = [];
  let at = 0;
  for (const { raw } of phones) {
    const found = plain.indexOf(raw, at);
    if (found < 0) return { labels: phones.map(() => rest), behind: '' };
    gaps.push(plain.slice(at, found));
    at = found + raw.length;
  }
  gaps.push(plain.slice(at));
  const own = gaps.map((gap, index) => (index === 0 ? '' : words(ownWords.exec(gap)?.[1] ?? '')));
  const others = gaps.map((gap, index) => (index === 0 ? gap : gap.replace(ownWords, '|')));
  const between = others.map(words);
  // 138… / 老公 139…: words within a gap belong to the number that nothing divides them from.
  const isBefore = others.slice(1, -1).some((gap) => /^\s*[/、,;|\n].*[^/、,;|\s]\s*$/su.test(gap));
  if (between[0] !== '' || (isBefore && between.at(-1) === '')) {
    const labels = spread(between.slice(0, -1)).map((label, index) =>
      [label, own[index + 1] ?? ''].filter((part) => part !== '').join(' '),
    );
    return { labels, behind: between.at(-1) ?? '' };
  }
  return { labels: spread(gaps.slice(1).map(words).toReversed()).toReversed(), behind: '' };
}

/** Words hold for the following numbers until other words come. */
function spread(labels: readonly string[]): string[] {
  let last = '';
  return labels.map((label) => (last = label || last));
}

const words = (text: string): string =>
  text
    .replace(
      /(?:tel|fax|phone|mobile|手\s*机|(?:联\s*系\s*|办\s*公\s*|公\s*司\s*)?电\s*话|座\s*机|固\s*话|传\s*真|联\s*系\s*方\s*式)\s*(?:号码?)?\s*[:.]?/giu,
      ' ',
    )
    .replace(/[/、,，;；|\\:()[\]【】<>&+\s]+|^(?:和|或者?|及|以及|还有)$/gu, ' ')
    .trim();
