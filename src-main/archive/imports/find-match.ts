import { compareCompanies } from '../../../src-shared/company-names.ts';
import { toSimplified } from '../search/simplify.ts';
import type { CustomerRef, MatchIndex, MatchKey, MatchKeys } from './match-index.ts';

/** The customer a row belongs to, by which key, and whether that is beyond doubt. */
export interface RowMatch {
  readonly ref: CustomerRef;
  readonly key: MatchKey;
  /** The code, number or name that agrees. */
  readonly detail: string;
  readonly certain: boolean;
}

/**
 * Finds the customer that a row describes: by 客户编号, credit code, 身份证, phone and name, in this order, the first
 * certain one. What agrees in one key and contradicts in another is only possible, since taking two businesses for
 * one does more harm than keeping one twice.
 */
export function findMatch(keys: MatchKeys, index: MatchIndex): RowMatch | null {
  let possible: RowMatch | null = null;
  const consider = (
    ref: CustomerRef | undefined,
    key: MatchKey,
    detail: string,
    certain: boolean,
  ): RowMatch | null => {
    if (ref === undefined) return null;
    const match: RowMatch = { ref, key, detail, certain };
    if (certain && !isContradicted(keys, ref, index)) return match;
    possible ??= { ...match, certain: false };
    return null;
  };

  const coded = index.byCode(keys.code);
  const found =
    consider(coded, 'code', keys.code, coded !== undefined && agrees(keys, coded, index)) ??
    consider(index.byCreditCode(keys.creditCode), 'creditCode', keys.creditCode, true) ??
    consider(index.byIdentityNumber(keys.identityNumber), 'identityNumber', keys.identityNumber, true);
  if (found) return found;

  for (const phone of keys.phones) {
    for (const ref of index.byPhone(phone)) {
      const match = consider(ref, 'phone', phone, hasSameName(keys, ref, index));
      if (match) return match;
    }
  }
  for (const ref of index.byNameKey(keys.nameKey)) {
    const known = index.get(ref);
    const companies = keys.kind === 'company' && known?.kind === 'company';
    // Two people of one name are two people, unless nothing tells them apart.
    const tellsApart = keys.kind === 'person' && keys.phones.length > 0 && known?.hasPhone === true;
    if (tellsApart && known?.kind === 'person') continue;
    const match = consider(ref, 'name', known?.name ?? '', companies);
    if (match) return match;
  }
  if (possible === null && keys.kind === 'company') {
    const [ref] = index.byLikelyName(keys.name);
    if (ref !== undefined && !isContradicted(keys, ref, index)) {
      consider(ref, 'similarName', index.get(ref)?.name ?? '', false);
    }
  }
  return possible;
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
