import { guessReasons } from '../../../src-shared/imports.ts';
import { shareOf, type ColumnEvidence } from './column-evidence.ts';
import type { Meaning } from './dictionary-entries.ts';
import { readHeader, shortSlips, type Scope } from './dictionary.ts';
import type { Shape } from './value-shapes.ts';

export type GuessReason = (typeof guessReasons)[number];

/** What one column probably means, before the columns are seen together. */
export interface ColumnMeaning {
  readonly column: number;
  readonly meaning: Meaning | null;
  /** 0…1 */
  readonly confidence: number;
  readonly reason: GuessReason;
  readonly number: number | null;
  readonly scope: Scope | null;
  readonly evidence: ColumnEvidence;
}

/** The shapes that confirm a meaning. Meanings that are missing can look like anything. */
const expected: Readonly<Partial<Record<Meaning, readonly Shape[]>>> = {
  companyName: ['company'],
  personName: ['person'],
  contactName: ['person'],
  customerName: ['company', 'person'],
  mobile: ['mobile', 'phone'],
  phone: ['mobile', 'phone'],
  fax: ['phone'],
  email: ['email'],
  website: ['website'],
  identityNumber: ['identityNumber'],
  creditCode: ['creditCode'],
  taxId: ['creditCode'],
  birthday: ['date'],
  foundedOn: ['date'],
  postcode: ['postcode'],
  region: ['region'],
  province: ['region'],
  city: ['region'],
  address: ['address'],
  registeredAddress: ['address'],
  gender: ['gender'],
  level: ['level'],
  kind: ['kind'],
};

/** Shapes that can hardly be mistaken, with what they mean when the header says nothing or something else. */
const unmistakable: readonly (readonly [readonly Shape[], Meaning])[] = [
  [['email'], 'email'],
  [['creditCode'], 'creditCode'],
  [['identityNumber'], 'identityNumber'],
  [['website'], 'website'],
  [['mobile'], 'mobile'],
  [['mobile', 'phone'], 'phone'],
];

/** Shapes that tell something where there is no header at all. */
const plausible: readonly (readonly [readonly Shape[], Meaning])[] = [
  [['company'], 'companyName'],
  [['person'], 'contactName'],
  [['address'], 'address'],
  [['region'], 'region'],
  [['gender'], 'gender'],
  [['stage'], 'customerType'],
  [['level'], 'level'],
  [['kind'], 'kind'],
  [['postcode'], 'postcode'],
  [['prose'], 'notes'],
];

/** So many values must have been seen before they say anything. */
const fewest = 3;

/** Weighs the header of a column against what its values look like. */
export function meaningOf(
  column: number,
  header: readonly string[],
  evidence: ColumnEvidence,
): ColumnMeaning {
  const read = readHeader(header);
  const byValues = evidence.looked >= fewest ? meaningByValues(header.length === 0, evidence) : null;
  const made = (meaning: Meaning | null, confidence: number, reason: GuessReason): ColumnMeaning => ({
    column,
    meaning,
    confidence: Math.round(Math.min(0.99, confidence) * 100) / 100,
    reason,
    number: read?.number ?? null,
    scope: read?.scope ?? null,
    evidence,
  });
  const slip = read ? undefined : slipOf(header, evidence);
  if (slip) return made(slip, 0.75, 'headerAndValues');
  if (!read) return byValues ? made(byValues.meaning, byValues.confidence, 'values') : made(null, 0, 'none');

  const shapes = expected[read.meaning];
  const byHeader = read.part ? 'headerPart' : 'header';
  if (!shapes || evidence.looked < fewest) return made(read.meaning, read.confidence, byHeader);
  const share = shareOf(evidence, ...shapes);
  if (share >= 0.6) return made(read.meaning, read.confidence + 0.04, 'headerAndValues');
  const isOther = byValues?.sure === true && share < 0.2 && byValues.meaning !== read.meaning;
  // 传真 and 电话 are told apart by their headers only, and 张三13800138000 is somebody with a number.
  if (isOther && read.meaning !== 'fax' && !isNamed(read.meaning, evidence))
    return made(byValues.meaning, byValues.confidence, 'values');
  return made(read.meaning, share < 0.2 ? read.confidence * 0.7 : read.confidence, byHeader);
}

/** 电活 above phones, 地扯 above addresses. */
const slipOf = (header: readonly string[], evidence: ColumnEvidence): Meaning | undefined =>
  evidence.looked < fewest
    ? undefined
    : shortSlips(header.at(-1) ?? '').find(
        (meaning) => shareOf(evidence, ...(expected[meaning] ?? [])) >= 0.6,
      );

const naming: ReadonlySet<Meaning> = new Set<Meaning>([
  'customerName',
  'companyName',
  'personName',
  'contactName',
]);

/** Whether words stand beside most of the numbers in a column of names. */
const isNamed = (meaning: Meaning, { values }: ColumnEvidence): boolean =>
  naming.has(meaning) && values.filter((value) => /\p{L}{2}/u.test(value)).length * 2 > values.length;

function meaningByValues(
  isHeaderless: boolean,
  evidence: ColumnEvidence,
): { meaning: Meaning; confidence: number; sure: boolean } | null {
  if (isHeaderless && evidence.countsUp) return { meaning: 'serial', confidence: 0.7, sure: true };
  for (const [shapes, meaning] of unmistakable) {
    const share = shareOf(evidence, ...shapes);
    if (share >= 0.7) return { meaning, confidence: 0.8 * share, sure: true };
  }
  if (!isHeaderless) return null;
  for (const [shapes, meaning] of plausible) {
    const share = shareOf(evidence, ...shapes);
    if (share >= 0.6) return { meaning, confidence: 0.6 * share, sure: false };
  }
  return null;
}
