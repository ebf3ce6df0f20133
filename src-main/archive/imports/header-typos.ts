import { readingsOf } from '../search/readings.ts';

/** Characters that are taken for each other by eye: 联糸人, 联系入, 电活, 地扯. */
const lookAlikes =
  '系糸 人入八 话活 址扯 别另 未末 己已巳 户卢 日曰目 备各 税锐 帐账胀 本木 名各 网冈 市巿 支攴'.split(' ');

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** One slip in so short a word could be another word. */
const fewestLetters = 4;
const fewestCharacters = 3;

/**
 * Whether a header is a known word with one slip in it: a sign wrong, missing, too many, or two neighbours changed
 * over. In Chinese a wrong sign has to sound or look like the right one, unless the word is long: 生产日期
 * is no 出生日期.
 *
 * @param key both are keys ({@link ./header-key.ts}).
 */
export function isSlipOf(key: string, word: string): boolean {
  const shortest = Math.min(key.length, word.length);
  const difference = key.length - word.length;
  if (key === word || Math.abs(difference) > 1) return false;
  let at = 0;
  while (at < shortest && key[at] === word[at]) at++;
  // Two signs further on everything has to agree; nearly every word is told by that.
  if (key.length - at > 2 && key.at(-1) !== word.at(-1)) return false;
  const han = isHan(word);
  if (shortest < (han ? fewestCharacters : fewestLetters)) return false;
  if (difference === 0) {
    const areSwapped = key[at] === word[at + 1] && key[at + 1] === word[at];
    if (areSwapped) return key.slice(at + 2) === word.slice(at + 2);
    if (key.slice(at + 1) !== word.slice(at + 1)) return false;
    return han
      ? word.length >= 6 || isMistakenFor(key[at] ?? '', word[at] ?? '')
      : word.length >= fewestLetters + 1;
  }
  const [short, long] = difference < 0 ? [key, word] : [word, key];
  if (short.slice(at) !== long.slice(at + 1)) return false;
  // 客户等级别 stutters; another sign too many in a short word makes another word of it: 车主姓名, 总联系人.
  const isStutter = long[at] === long[at - 1];
  return difference < 0 || isStutter || !han || word.length >= 5;
}

/**
 * Whether a word of two signs is another with one of them mistaken: 电活, 地扯. So little is believed only where the values say
 * the same.
 */
export const isShortSlipOf = (key: string, word: string): boolean =>
  key.length === 2 &&
  word.length === 2 &&
  isHan(word) &&
  ((key[0] === word[0] && isMistakenFor(key[1] ?? '', word[1] ?? '')) ||
    (key[1] === word[1] && isMistakenFor(key[0] ?? '', word[0] ?? '')));

const isMistakenFor = (written: string, meant: string): boolean =>
  lookAlikes.some((group) => group.includes(written) && group.includes(meant)) ||
  readingsOf(written).some((reading) => readingsOf(meant).some((other) => heard(reading) === heard(other)));

/** What is not told apart in large parts of the country, and by those who type: zh and z, ing and in. */
const heard = (reading: string): string => reading.replace(/^([zcs])h/u, '$1').replace(/([aei])ng$/u, '$1n');
