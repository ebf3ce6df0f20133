import { customKey } from '../../../src-shared/custom-fields.ts';
import type { Customer, Match, Range } from '../../../src-shared/customers.ts';
import {
  matchRanges,
  needleRanges,
  needlesOf,
  occurrences,
  type Needle,
  type TextKind,
} from './match-ranges.ts';
import { joinRanges, squeeze, squeezedText } from './positions.ts';
import { eachGram } from './runs.ts';
import type { SearchWords } from './search-words.ts';

export { matchRanges };

/** What the list shows of a customer beside its own fields. */
export interface ListedWith {
  readonly contactName: string;
  readonly mobile: string;
  readonly email: string;
}

interface FieldText {
  readonly field: string;
  readonly value: string;
  readonly kind: TextKind;
}

// Longer texts are looked through only when nothing shorter explains the find.
const longText = 400;
const mostMatches = 20;

const plainFields = [
  'legalRepresentative',
  'province',
  'city',
  'district',
  'address',
  'industry',
  'source',
  'owner',
  'identityNumber',
  'creditCode',
  'website',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
  'notes',
] as const;

/**
 * Where the query was found in a customer, what identifies it first.
 *
 * `field` is a column of the list where the column shows this very value (`contactName`, `mobile`, `email` and
 * `custom:<id>` included); otherwise `alias`, `contact` (name, title, department), the type of a contact method, `tag`, or
 * `other` for the notes of a contact.
 */
export function findMatches(
  customer: Customer,
  listed: ListedWith,
  words: SearchWords,
  query: string,
): Match[] {
  const needles = needlesOf(query);
  if (needles.length === 0) return [];
  const matches: Match[] = [];
  const missing = new Set(needles);
  const texts = textsOf(customer, listed, words);
  for (const text of texts) {
    if (text.value.length <= longText) look(text, needles, matches, missing);
  }
  if (missing.size > 0) {
    for (const text of texts) if (text.value.length > longText) look(text, needles, matches, missing);
  }
  if (missing.size > 0) lookForPieces(texts, missing, matches);
  return matches.slice(0, mostMatches);
}

function look(
  { field, value, kind }: FieldText,
  needles: readonly Needle[],
  matches: Match[],
  missing: Set<Needle>,
): void {
  const squeezed = squeezedText(value);
  const ranges: Range[] = [];
  for (const needle of needles) {
    const found = needleRanges(value, squeezed, needle, kind);
    if (found.length === 0) continue;
    ranges.push(...found);
    missing.delete(needle);
  }
  if (ranges.length > 0) matches.push({ field, value, ranges: joinRanges(ranges) });
}

/**
 * A run of characters is found by its pairs, and a number in groups by its groups; where it stands nowhere as a
 * whole, they are what was found.
 */
function lookForPieces(texts: readonly FieldText[], missing: ReadonlySet<Needle>, matches: Match[]): void {
  const pieces = new Set<string>();
  for (const needle of missing) {
    if (needle.kind === 'ideographs') eachGram(needle.text, 2, (pair) => pieces.add(pair));
    for (const group of needle.groups) pieces.add(group);
  }
  for (const { field, value } of pieces.size > 0 ? texts : []) {
    const squeezed = squeezedText(value);
    const found = [...pieces].filter((piece) => squeezed.includes(piece));
    if (found.length === 0 || matches.some((match) => match.field === field && match.value === value))
      continue;
    const positions = squeeze(value);
    matches.push({
      field,
      value,
      ranges: joinRanges(found.flatMap((piece) => occurrences(positions, piece))),
    });
  }
}

function textsOf(customer: Customer, listed: ListedWith, words: SearchWords): FieldText[] {
  const texts: FieldText[] = [];
  const add = (field: string, value: string, kind: TextKind = 'text') => {
    if (value !== '') texts.push({ field, value, kind });
  };
  add('name', customer.name, 'name');
  add('shortName', customer.shortName, 'name');
  for (const alias of customer.aliases) add('alias', alias, 'name');
  add('code', customer.code, 'code');
  for (const { name } of customer.contacts) {
    add(name === listed.contactName ? 'contactName' : 'contact', name, 'name');
  }
  for (const { type, value } of [customer, ...customer.contacts].flatMap(({ methods }) => methods)) {
    add(value === listed.mobile ? 'mobile' : value === listed.email ? 'email' : type, value);
  }
  for (const id of customer.tagIds) add('tag', words.tagNames.get(id) ?? '');
  for (const { name, title, department } of customer.contacts) {
    if (title !== '' || department !== '')
      add('contact', [name, title, department].filter(Boolean).join(' '));
  }
  for (const field of plainFields) add(field, customer[field]);
  for (const { fieldId, value } of customer.custom) {
    if (words.wordFields.has(fieldId)) add(customKey(fieldId), value);
  }
  for (const { notes } of customer.contacts) add('other', notes);
  return texts;
}
