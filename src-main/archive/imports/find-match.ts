import { compareCompanies } from '../../../src-shared/company-names.ts';
import { toSimplified } from '../search/simplify.ts';
import type { MatchByKey } from '../../../src-shared/import-plan.ts';
import type { CustomerRef, MatchIndex, MatchKey, MatchKeys } from './match-index.ts';

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
  for (const key of by) {
    for (const match of candidates(key, keys, index)) {
      if (apart && index.isAnotherPerson(match.ref, keys)) continue;
      if (match.certain && !isContradicted(keys, match.ref, index)) return match;
      possible ??= { ...match, certain: false };
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
      if (ref !== undefined) yield { ref, key, detail: keys.creditCode, certain: true };
      return;
    }
    case 'identityNumber': {
      const ref = index.byIdentityNumber(keys.identityNumber);
      if (ref !== undefined) yield { ref, key, detail: keys.identityNumber, certain: true };
      return;
    }
    case 'phone':
      for (const phone of keys.phones) {
        for (const ref of index.byPhone(phone))
          yield { ref, key, detail: phone, certain: hasSameName(keys, ref, index) };
      }
      return;
    case 'name': {
      const person = index.byPerson(keys);
      if (person !== undefined)
        yield { ref: person, key, detail: index.get(person)?.name ?? '', certain: true };
      for (const ref of index.byNameKey(keys.nameKey)) {
        const known = index.get(ref);
        // Two people of one name are two people, unless nothing tells them apart.
        const tellsApart = keys.kind === 'person' && keys.phones.length > 0 && known?.hasPhone === true;
        if (tellsApart && known?.kind === 'person') continue;
        const companies = keys.kind === 'company' && known?.kind === 'company';
        yield { ref, key, detail: known?.name ?? '', certain: companies };
      }
    }
  }
}

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
