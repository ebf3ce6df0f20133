import { companyParts, compareCompanies, looksLikeCompany } from '../../../src-shared/company-names.ts';
import { toSimplified } from '../search/simplify.ts';
import type { MatchByKey } from '../../../src-shared/import-plan.ts';
import { mostSharing, type CustomerRef, type Known, type MatchIndex, type MatchKey } from './match-index.ts';
import type { MatchKeys } from './match-keys.ts';

/** The customer a row belongs to, by which key, and whether that is beyond doubt. */
export interface RowMatch {
  readonly ref: CustomerRef;
  readonly key: MatchKey;
  /** The code, number or name that agrees. */
  readonly detail: string;
  readonly certain: boolean;
}

/** How rows are recognised. */
export interface MatchOptions {
  /** The keys that count, in this order. */
  readonly by: readonly MatchByKey[];
  /** Another person of a company of the file is a customer of its own. */
  readonly apart: boolean;
}

/**
 * Finds the customer that a row describes, by one key after another: the first certain one. What agrees in one key and
 * contradicts in another is only possible, since taking two businesses for one does more harm than keeping one twice.
 */
export function findMatch(keys: MatchKeys, index: MatchIndex, { by, apart }: MatchOptions): RowMatch | null {
  // A row that comes back corrected says itself whom it is about, whatever was corrected in it.
  const corrected = index.byCode(keys.importedAs);
  if (corrected !== undefined && corrected > 0)
    return { ref: corrected, key: 'code', detail: keys.importedAs, certain: true };

  let possible: RowMatch | null = null;
  let hasCodeOfAnother = false;
  for (const key of by) {
    for (const match of candidates(key, keys, index)) {
      if (apart && index.isAnotherPerson(match.ref, keys)) continue;
      if (match.certain && !hasCodeOfAnother && !isContradicted(keys, match.ref, index)) return match;
      possible ??= { ...match, certain: false };
      hasCodeOfAnother ||= key === 'creditCode' && !match.certain;
    }
  }
  if (possible !== null || keys.kind !== 'company' || !by.includes('name')) return possible;
  const [ref] = index.byLikelyName(keys);
  if (ref === undefined || isContradicted(keys, ref, index)) return null;
  return { ref, key: 'similarName', detail: index.get(ref)?.name ?? '', certain: false };
}

/** Those who agree in one key, and whether that key alone would be certain. */
function* candidates(key: MatchByKey, keys: MatchKeys, index: MatchIndex): Generator<RowMatch> {
  switch (key) {
    case 'code': {
      const ref = index.byCode(keys.code);
      if (ref !== undefined) yield { ref, key, detail: keys.code, certain: agrees(keys, ref, index) };
      return;
    }
    case 'creditCode': {
      const ref = index.byCreditCode(keys.creditCode);
      if (ref === undefined) return;
      const detail = keys.creditCode;
      const named = index
        .byNameKey(keys.nameKey)
        .filter((one) => index.get(one)?.kind === 'company' && !isContradicted(keys, one, index));
      const both = named.find((one) => index.get(one)?.creditCode === keys.creditCode);
      // Another name alone may be a former one; the name of another customer is not.
      yield { ref: both ?? ref, key, detail, certain: both !== undefined || named.length === 0 };
      return;
    }
    case 'identityNumber': {
      const ref = index.byIdentityNumber(keys.identityNumber);
      // Parents give their own number for a child, and cells are dragged down: the name has to agree.
      if (ref !== undefined)
        yield { ref, key, detail: keys.identityNumber, certain: hasSameName(keys, ref, index) };
      return;
    }
    case 'phone':
      for (const phone of keys.phones) {
        for (const ref of index.byPhone(phone))
          yield {
            ref,
            key,
            detail: phone,
            certain: hasSameName(keys, ref, index) || hasName(keys, ref, index),
          };
      }
      return;
    case 'name': {
      const person = index.byPerson(keys);
      if (person !== undefined)
        yield { ref: person, key, detail: index.get(person)?.name ?? '', certain: true };
      yield* keys.kind === 'company' ? namedCompanies(keys, index) : namedPersons(keys, index);
    }
  }
}

/** Certain is the one company that has this name; of several the one that is written just so. */
function* namedCompanies(keys: MatchKeys, index: MatchIndex): Generator<RowMatch> {
  const key = 'name';
  const nameOf = (ref: CustomerRef): string => index.get(ref)?.name ?? '';
  const refs = index.byNameKey(keys.nameKey);
  let same = refs.filter((ref) => isSameCompany(keys, index.get(ref)) && !isContradicted(keys, ref, index));
  if (same.length > 1) {
    const exact = same.filter((ref) => nameOf(ref) === keys.name);
    if (exact.length > 0) same = exact;
  }
  const [only] = same;
  if (only !== undefined && same.length <= mostSharing)
    yield { ref: only, key, detail: nameOf(only), certain: same.length === 1 };
  if (refs.length <= mostSharing)
    for (const ref of refs) if (ref !== only) yield { ref, key, detail: nameOf(ref), certain: false };
  if (refs.length > 0) return;
  // A former name is as good, where it is a whole one and nobody else's.
  const former = index.byOtherName(keys.nameKey);
  for (const ref of former)
    yield { ref, key, detail: nameOf(ref), certain: former.length === 1 && looksLikeCompany(keys.name) };
}

/** Two people of one name are two people, unless nothing tells them apart and something more agrees. */
function* namedPersons(keys: MatchKeys, index: MatchIndex): Generator<RowMatch> {
  const refs = index.byNameKey(keys.nameKey);
  for (const ref of refs) {
    const known = index.get(ref);
    if (!known) continue;
    const isPerson = known.kind === 'person';
    const agrees = isPerson && isSamePerson(keys, known);
    const tellsApart = isPerson && keys.phones.length > 0 && known.hasPhone;
    if (!agrees && (tellsApart || refs.length > mostSharing)) continue;
    yield { ref, key: 'name', detail: known.name, certain: agrees && !tellsApart };
  }
}

/** Of one name, and of one birthday, address, WeChat, QQ or mail. */
function isSamePerson({ self }: MatchKeys, { self: known }: Known): boolean {
  if (!self || !known || differ(self.birthday, known.birthday)) return false;
  if (self.birthday !== '' && self.birthday === known.birthday) return true;
  if (self.address !== '' && self.address === known.address) return true;
  return self.handles.some((handle) => known.handles.includes(handle));
}

/** Of one name key; a group and the company under it have one, and so have the shops of a chain in every city. */
function isSameCompany({ name, city }: MatchKeys, known: Known | undefined): boolean {
  if (known?.kind !== 'company') return false;
  if (name !== known.name && isGroup(name) !== isGroup(known.name) && isWhole(name) && isWhole(known.name))
    return false;
  if (!differ(bareCity(city), bareCity(known.city))) return true;
  const { places, form } = companyParts(name, toSimplified);
  return places.length > 0 || form === 'company';
}

/** Whether it is a company that is also known under this name. */
const hasName = (keys: MatchKeys, ref: CustomerRef, index: MatchIndex): boolean =>
  keys.kind === 'company' &&
  index.get(ref)?.kind === 'company' &&
  index.byOtherName(keys.nameKey).includes(ref);

const isGroup = (name: string): boolean => /集[团團]/u.test(name);
const isWhole = (name: string): boolean => /公司\P{L}*$/u.test(name);
const bareCity = (city: string): string => city.replace(/市$/u, '');

/** Another valid credit code or 身份证: certainly somebody else, or certainly a mistake that a human must look at. */
function isContradicted(keys: MatchKeys, ref: CustomerRef, index: MatchIndex): boolean {
  const known = index.get(ref);
  if (!known) return true;
  return differ(keys.creditCode, known.creditCode) || differ(keys.identityNumber, known.identityNumber);
}

const differ = (own: string, other: string): boolean => own !== '' && other !== '' && own !== other;

/** A code is given by hand and sheets have their own: it counts together with a name, a phone or a credit code. */
function agrees(keys: MatchKeys, ref: CustomerRef, index: MatchIndex): boolean {
  const known = index.get(ref);
  if (!known) return false;
  if (keys.writtenName === known.name) return true;
  if (keys.creditCode !== '' && keys.creditCode === known.creditCode) return true;
  if (keys.phones.some((phone) => index.byPhone(phone).includes(ref))) return true;
  return compareCompanies(keys.name, known.name, toSimplified) !== 'different';
}

/** For a phone that agrees: companies may leave out place or legal form, persons must be the same. */
function hasSameName(keys: MatchKeys, ref: CustomerRef, index: MatchIndex): boolean {
  const known = index.get(ref);
  if (known?.kind !== keys.kind) return false;
  const relation = compareCompanies(keys.name, known.name, toSimplified);
  return relation === 'same' || (relation === 'likely' && keys.kind === 'company');
}
