import { splitPhones, type FoundPhone } from '../../../src-shared/phones.ts';
import { unitFinder } from '../../../src-shared/unit-finder.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import { namesPerson, type CellPhone } from './phone-cell.ts';

export interface CellPerson {
  readonly name: string;
  readonly title: string;
}

export interface NameCell {
  readonly people: readonly CellPerson[];
  /** Phone numbers that stand beside the name, as written. */
  readonly phones: readonly string[];
}

/** Reads a cell of a contact column: 王伟, 王 伟, 王伟（经理）, 张三、李四, 王伟 13800138000. */
export function readNameCell(text: string): NameCell {
  if (/\d{7}/u.test(text)) {
    const { phones, rest } = splitPhones(text);
    if (phones.length > 0) return { people: peopleOf(rest), phones: phones.map(({ raw }) => raw) };
  }
  return { people: peopleOf(text), phones: [] };
}

/** What is longer is no name, and would take long to be taken apart. */
const longestName = 200;

const hasNumber = /\d(?:[\s-]?\d){6}/u;

/** A name with the number beside it, and the words that stand beside that one. */
export interface NumberedName {
  readonly name: string;
  readonly phone: CellPhone;
  readonly words: string;
}

/**
 * Takes a phone number out of the name of a customer: 张三13800138000, 八骏科技（王军13800138000）. Null where there is none, or nothing
 * else than numbers.
 */
export function numberBesideName(text: string): NumberedName | null {
  if (text.length > longestName || !hasNumber.test(text)) return null;
  const { phones } = splitPhones(text);
  const [found] = phones;
  if (phones.length !== 1 || !found || !isNumberOfSomebody(found)) return null;
  const at = halfWidth(text).indexOf(found.raw);
  if (at < 0) return null;
  const [before, behind] = [text.slice(0, at), text.slice(at + found.raw.length)];
  const parts = /^([^(（]*)(?:[(（]([^()（）]*))?$/u.exec(before);
  const [outside, inside] = [parts?.[1] ?? before, parts?.[2] ?? ''];
  const [name, ...others] = [outside, inside, behind].map(withoutSigns).filter((part) => part !== '');
  if (name === undefined || !/\p{L}/u.test(name)) return null;
  const { raw, normal, type } = found;
  return { name, phone: { type, value: raw, normal, label: '' }, words: others.join(' ') };
}

/** A mobile or a landline with its area code: eight digits alone could be a day or an order. */
const isNumberOfSomebody = ({ valid, normal }: FoundPhone): boolean => valid && normal !== '';

const withoutSigns = (text: string): string =>
  text
    .replace(/(?:手\s*机|电\s*话|联系电话|tel|mobile)\s*(?:号码?)?\s*[:：.]?\s*$/iu, '')
    .replace(/^[\s,，、;；:：/|()（）\-—]+|[\s,，、;；:：/|()（）\-—]+$/gu, '');

function peopleOf(text: string): CellPerson[] {
  const parts = text.split(/[、/,，;；&\n]+/u).map((part) => part.trim());
  const people = parts.filter((part) => part !== '').map(personOf);
  if (people.length > 1 && people.every(({ name }) => namesPerson(name))) return people;
  return text.trim() === '' ? [] : [personOf(text)];
}

function personOf(text: string): CellPerson {
  const titled = /^(.{2,20}?)\s*[(（]\s*([^()（）]{1,20})\s*[)）]$/u.exec(text.trim());
  if (titled?.[1] && titled[2]) return { name: joined(titled[1]), title: titled[2].trim() };
  return { name: joined(text), title: '' };
}

const hasSpace = unitFinder(/\s/u);

/** 王 伟 is spread to stand in line with names of three signs. */
function joined(text: string): string {
  if (!hasSpace(text)) return text;
  const name = text.replace(/\s+/gu, ' ').trim();
  return /^\p{Script=Han}(?: ?\p{Script=Han}){1,3}$/u.test(name) ? name.replaceAll(' ', '') : name;
}
