import { splitPhones } from '../../../src-shared/phones.ts';
import { unitFinder } from '../../../src-shared/unit-finder.ts';
import { namesPerson } from './phone-cell.ts';

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
