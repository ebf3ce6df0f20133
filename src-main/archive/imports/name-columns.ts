import type { Kind } from '../../../src-shared/customers.ts';
import { shareOf } from './column-evidence.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { Meaning } from './dictionary-entries.ts';

/** Which column names the customer, what the other naming columns are, and what kind the customers mostly are. */
export interface Naming {
  readonly kind: Kind;
  /** Field by column; columns that name nobody are missing. */
  readonly fields: ReadonlyMap<number, 'name' | 'shortName' | 'contactName' | 'ignore'>;
}

const persons = (column: ColumnMeaning): number => shareOf(column.evidence, 'person');
const companies = (column: ColumnMeaning): number => shareOf(column.evidence, 'company');

/**
 * Decides between the columns that could name the customer: 公司 beside 姓名 makes the person a contact, 客户名称
 * beside 公司名称 is the shorter or the personal one, 姓名 alone is the customer.
 */
export function decideNaming(columns: readonly ColumnMeaning[]): Naming {
  const of = (meaning: Meaning): ColumnMeaning[] =>
    columns
      .filter((column) => column.meaning === meaning)
      .toSorted((a, b) => b.confidence - a.confidence || a.column - b.column);
  const fields = new Map<number, 'name' | 'shortName' | 'contactName' | 'ignore'>();
  const contacts = of('contactName');
  const [family, given] = [of('familyName')[0], of('givenName')[0]];
  // 姓 beside 姓名, or a Name of persons, says nothing new; one of the two alone is all there is of a name.
  const whole = [...of('personName'), ...contacts, ...of('customerName').filter(isOfPersons)];
  const ofParts = whole.length === 0 ? (family ?? given) : undefined;
  const people = ofParts ? [ofParts] : of('personName');
  const named = [...of('companyName'), ...of('customerName')];

  const name = chooseName(named) ?? people.shift() ?? contacts.shift();
  if (name) fields.set(name.column, 'name');
  for (const column of named) {
    if (column === name) continue;
    if (isOfPersons(column) && !isShorter(column, name)) fields.set(column.column, 'contactName');
    else fields.set(column.column, hasShortName(columns) ? 'ignore' : 'shortName');
  }
  for (const column of [...people, ...contacts]) fields.set(column.column, 'contactName');
  const kind = kindOf(name, fields.size, columns);
  const field = ofParts && fields.get(ofParts.column);
  if (family && given && field) fields.set(given.column, field);
  return { kind, fields };
}

const isOfPersons = (column: ColumnMeaning): boolean => persons(column) > companies(column);

/** 八骏 beside 杭州八骏科技有限公司 looks like somebody and is the company once more. */
function isShorter({ evidence }: ColumnMeaning, name: ColumnMeaning | undefined): boolean {
  const full = name?.evidence.values ?? [];
  const within = evidence.values.filter(
    (value) => value.length > 1 && full.some((one) => one.includes(value)),
  );
  return within.length * 2 > Math.min(evidence.values.length, full.length);
}

/** Of several naming columns the one with companies in it, or else with the longer names. */
function chooseName(named: readonly ColumnMeaning[]): ColumnMeaning | undefined {
  const [first] = named;
  if (named.length < 2 || !first) return first;
  const customer = named.filter((column) => column.meaning === 'customerName');
  const business = named.filter((column) => companies(column) >= persons(column));
  if (business.length === 0) return customer[0] ?? first;
  return business.toSorted((a, b) => b.evidence.length - a.evidence.length || a.column - b.column)[0];
}

const hasShortName = (columns: readonly ColumnMeaning[]): boolean =>
  columns.some((column) => column.meaning === 'shortName');

const personal: ReadonlySet<Meaning | null> = new Set<Meaning | null>([
  'personName',
  'contactName',
  'familyName',
  'givenName',
]);

/** What persons have and businesses have not. */
const ofPersons: ReadonlySet<Meaning | null> = new Set<Meaning | null>([
  'birthday',
  'gender',
  'identityNumber',
]);

function kindOf(name: ColumnMeaning | undefined, naming: number, columns: readonly ColumnMeaning[]): Kind {
  if (!name) return 'company';
  const [personsOf, companiesOf] = [persons(name), companies(name)];
  if (personal.has(name.meaning)) {
    return companiesOf > 0.5 ? 'company' : 'person';
  }
  if (name.meaning === 'companyName') return 'company';
  const isPersonal = columns.some(({ meaning, evidence }) => ofPersons.has(meaning) && evidence.filled > 0);
  if (isPersonal && naming < 2 && companiesOf < 0.2) return 'person';
  // Names such as 金星 look like persons too: where there are contacts beside them, they are businesses.
  return personsOf > companiesOf && personsOf >= 0.5 && naming < 2 ? 'person' : 'company';
}
