import { fieldNameKey, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { dateOrderOfHeader } from '../../../src-shared/date-order.ts';
import type { ColumnGuess, ImportTarget } from '../../../src-shared/imports.ts';
import { targetOfLabel } from '../../../src-shared/labels.ts';
import { shareOf, type ColumnEvidence } from './column-evidence.ts';
import { meaningOf, type ColumnMeaning } from './column-meaning.ts';
import { correctionTargets } from './correction-columns.ts';
import { assignContacts } from './contact-columns.ts';
import type { Meaning } from './dictionary-entries.ts';
import { headerKey } from './header-key.ts';
import { joinHeader } from './header-rows.ts';
import { decideNaming } from './name-columns.ts';
import { suggestField } from './suggest-field.ts';

export interface Mapping {
  readonly columns: ColumnGuess[];
  readonly kind: Kind;
  /** What each column was taken for, for sorting rows. */
  readonly meanings: readonly (Meaning | null)[];
}

/** Fields that several columns may feed. */
const shared = new Set([
  'ignore',
  'notes',
  'tags',
  'aliases',
  'contactName',
  'contactTitle',
  'contactDepartment',
  'mobile',
  'phone',
  'email',
  'wechat',
  'qq',
  'fax',
  'other',
]);

/** What is put together with the column of the same field: 姓 and 名, 小区 and 房号. */
const halves: ReadonlySet<Meaning | null> = new Set<Meaning | null>(['givenName', 'houseNumber']);

/** What the other columns say that the field of one depends on. */
interface Beside {
  readonly names: ReadonlyMap<number, string>;
  readonly meanings: ReadonlySet<Meaning | null>;
  /** Whether numbers of houses say where somebody lives: beside 小区, or 楼栋, 单元 and 房号 together. */
  readonly hasHouse: boolean;
}

/** Who is called so is nobody's contact: 学员姓名 beside 学校, 会员姓名 beside 门店. */
const member = /学员|学生|幼儿|宝宝|会员|患者|病人|业主|住户|车主/u;

const memberOf = /学校|学院|幼儿园|校区|门店|店铺|店名|分店/u;

/** Where members are listed, what they belong to is something about them, and no customer. */
function ofMembers(
  columns: readonly ColumnMeaning[],
  headers: readonly (readonly string[])[],
): ColumnMeaning[] {
  const isMember = ({ column, meaning }: ColumnMeaning): boolean =>
    meaning !== null && personal.has(meaning) && member.test((headers[column] ?? []).join(''));
  if (!columns.some(isMember)) return [...columns];
  return columns.map((column) => {
    if (isMember(column)) return { ...column, meaning: 'personName' };
    const isNamed = column.meaning === 'companyName' || column.meaning === 'customerName';
    const isAside =
      isNamed &&
      (memberOf.test((headers[column.column] ?? []).join('')) || shareOf(column.evidence, 'company') < 0.8);
    return isAside ? { ...column, meaning: null, confidence: 0, reason: 'none' } : column;
  });
}

/** What names somebody; 会员/姓名 is a customer for its group, and a contact beside companies. */
const personal: ReadonlySet<Meaning> = new Set<Meaning>(['personName', 'customerName', 'contactName']);

function namesHouse(columns: readonly ColumnMeaning[], headers: readonly (readonly string[])[]): boolean {
  const addresses = columns.filter(({ meaning }) => meaning === 'address');
  if (addresses.length > 0)
    return addresses.some(({ column }) => /小区|楼盘|市场|商场/u.test((headers[column] ?? []).at(-1) ?? ''));
  return columns.filter(({ meaning }) => meaning === 'houseNumber').length > 1;
}

/** Maps every column of a sheet to a field, each guess with its confidence and reason. */
export function mapColumns(
  headers: readonly (readonly string[])[],
  evidence: readonly ColumnEvidence[],
  own: ReadonlyMap<string, CustomKey>,
): Mapping {
  const columns = ofMembers(
    evidence.map((values, column) => meaningOf(column, headers[column] ?? [], values)),
    headers,
  );
  const naming = decideNaming(columns);
  const contacts = assignContacts(columns, headers, naming);
  const correcting = correctionTargets(headers);
  const exported = exportedTargets(headers, own, correcting);
  const taken = new Map<string, number>();
  const beside: Beside = {
    names: naming.fields,
    meanings: new Set(columns.map(({ meaning }) => meaning)),
    hasHouse: namesHouse(columns, headers),
  };
  const guesses = columns.map((column): ColumnGuess => {
    const certain =
      exported?.get(column.column) ??
      correcting.get(column.column) ??
      ownTarget(headers[column.column] ?? [], own);
    const field = naming.fields.get(column.column) ?? fieldOf(column, headers[column.column] ?? [], beside);
    return {
      index: column.column,
      header: joinHeader(headers[column.column] ?? []),
      target: certain ?? { field, contact: contacts.get(column.column) ?? null },
      also: [],
      policy: null,
      options: [],
      ...sureness(certain !== undefined, column, field, headers[column.column] ?? []),
      samples: column.evidence.samples.map((sample) => sample.slice(0, 200)),
      filled: column.evidence.filled,
      dateOrder: dateOrderOfColumn(column, headers[column.column] ?? []),
      newField: suggestField(headers[column.column] ?? [], column.evidence, own),
      lost: null,
    };
  });

  // The surest column has a field for itself; a second address is worth keeping as a note.
  for (const guess of guesses.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    const { field } = guess.target;
    if (shared.has(field) || halves.has(columns[guess.index]?.meaning ?? null)) continue;
    if (!taken.has(field)) {
      taken.set(field, guess.index);
      continue;
    }
    guess.target = { field: field === 'address' ? 'notes' : 'ignore', contact: null };
    guess.confidence = 0.3;
  }
  return { columns: guesses, kind: naming.kind, meanings: columns.map(({ meaning }) => meaning) };
}

/** What a shop keeps about a member and no field holds: it is offered as a field of its own, as unknown columns are. */
const worthKeeping = /余额|余次|积分|次数|欠款|到期|有效期/u;

/** A number of something that the sheet does not name, 房号 of a hotel, says no more than an unknown column. */
function sureness(
  isCertain: boolean,
  { meaning, confidence, reason }: ColumnMeaning,
  field: string,
  header: readonly string[],
): Pick<ColumnGuess, 'confidence' | 'reason'> {
  if (isCertain) return { confidence: 0.99, reason: 'header' };
  const isOffered = meaning === 'unused' && worthKeeping.test(header.at(-1) ?? '');
  return (meaning === 'houseNumber' && field === 'ignore') || isOffered
    ? { confidence: 0, reason: 'none' }
    : { confidence, reason };
}

/** The custom field that is called like the header, or like its last row. */
const ownTarget = (
  header: readonly string[],
  own: ReadonlyMap<string, CustomKey>,
): ImportTarget | undefined => {
  const field = own.get(fieldNameKey(joinHeader(header))) ?? own.get(fieldNameKey(header.at(-1) ?? ''));
  return field && { field, contact: null };
};

/**
 * The columns of a sheet that this program exported with all its columns: then each header stands for exactly one
 * field. Null for any other sheet, also when its headers happen to be among ours.
 */
function exportedTargets(
  headers: readonly (readonly string[])[],
  own: ReadonlyMap<string, CustomKey>,
  beside: ReadonlyMap<number, ImportTarget>,
): Map<number, ImportTarget> | null {
  const targets = new Map<number, ImportTarget>();
  for (const [column, rows] of headers.entries()) {
    if (rows.length === 0 || beside.has(column)) continue;
    const target = rows.length === 1 ? (targetOfLabel(rows[0] ?? '') ?? ownTarget(rows, own)) : undefined;
    if (!target) return null;
    targets.set(column, target);
  }
  const all = [...targets.values()];
  const hasKeys = all.some(({ field }) => field === 'code') && all.some(({ field }) => field === 'name');
  return hasKeys && all.some(({ field }) => field === 'bankAccount') ? targets : null;
}

/** What its header says goes before what its values prove. */
function dateOrderOfColumn({ evidence }: ColumnMeaning, header: readonly string[]): ColumnGuess['dateOrder'] {
  const found = evidence.dateOrder;
  return found && { ...found, order: dateOrderOfHeader(header.join('/')) ?? found.order };
}

/** The field of a column on its own, where its meaning depends on what stands in it. */
function fieldOf(
  { meaning, evidence, confidence }: ColumnMeaning,
  header: readonly string[],
  { names, meanings, hasHouse }: Beside,
): string {
  switch (meaning) {
    case null:
    case 'serial':
    case 'unused':
    case 'customerName':
    case 'companyName':
    case 'personName':
    case 'familyName':
    case 'givenName':
      return 'ignore';
    case 'code':
      // 编号 1, 2, 3 … counts the lines of this sheet; as customer codes they would clash with the next sheet's.
      return evidence.countsUp &&
        /^(?:编号|编码|代码|代号|code|id)$/iu.test(headerKey(header.at(-1) ?? '').key)
        ? 'ignore'
        : 'code';
    case 'region':
      // 省份, 城市, 地区: the third is the district.
      return meanings.has('province') && meanings.has('city') && !meanings.has('district')
        ? 'district'
        : 'region';
    case 'houseNumber':
      return hasHouse ? 'address' : 'ignore';
    case 'customerType':
      return typeField(evidence);
    case 'stage':
      if (shareOf(evidence, 'stage') >= 0.3 || evidence.looked < 3) return 'stage';
      return evidence.length > 8 ? 'notes' : 'tags';
    case 'level':
      return evidence.looked < 3 || shareOf(evidence, 'level', 'stage', 'text') >= 0.5 ? 'level' : 'notes';
    case 'owner': {
      // 负责人 is the customer's own when there are nearly as many of them as customers.
      const isContact =
        evidence.looked >= 10 && evidence.distinct > 0.6 && /负责人|顾问/u.test(header.join(''));
      return isContact && ![...names.values()].includes('contactName') ? 'contactName' : 'owner';
    }
    default:
      return confidence > 0 ? meaning : 'ignore';
  }
}

/** 客户类型 can be 老客户/潜在 (a stage), 公司/个人 (a kind), A/B/C (a level), or anything else (tags). */
function typeField(evidence: ColumnEvidence): string {
  if (evidence.looked === 0) return 'stage';
  if (shareOf(evidence, 'kind') >= 0.6) return 'kind';
  if (shareOf(evidence, 'level') >= 0.6) return 'level';
  return shareOf(evidence, 'stage') >= 0.4 ? 'stage' : 'tags';
}
