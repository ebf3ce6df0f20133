import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import { looksLikeCompany } from '../../../src-shared/company-names.ts';
import { customKey } from '../../../src-shared/custom-fields.ts';
import type { Customer, Kind } from '../../../src-shared/customers.ts';
import type { ColumnPolicy } from '../../../src-shared/import-plan.ts';
import { tagKey } from './import-tags.ts';
import { mergeContacts, mergeMethods, squeeze } from './merge-contacts.ts';
import { mergeNotes } from './merge-notes.ts';
import { usualPolicies, type MergePolicies } from './merge-policies.ts';
import type { RowDraft, RowFields } from './row-draft.ts';

export interface MergedMethod {
  readonly id?: number;
  readonly type: ContactMethodType;
  readonly value: string;
  readonly normal: string;
  readonly label: string;
}

export interface MergedContact {
  readonly id?: number;
  name: string;
  title: string;
  department: string;
  notes: string;
  readonly methods: MergedMethod[];
}

/** A customer while rows are added to it: of the archive, or made from the first of its rows. */
export interface MergedCustomer {
  /** Null for a customer that the file makes new. */
  readonly id: number | null;
  kind: Kind;
  name: string;
  readonly fields: RowFields;
  readonly aliases: string[];
  readonly tags: string[];
  /** Some of its tags are to go. */
  tagsReplaced: boolean;
  readonly methods: MergedMethod[];
  readonly contacts: MergedContact[];
}

/** What one row adds to a customer. Lists are `aliases`, `tags`, `methods` and `contacts`. */
export interface MergeChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A customer of the archive, ready to be added to. */
export function mergedOf(customer: Customer, tagNames: ReadonlyMap<number, string>): MergedCustomer {
  const { id, kind, name, aliases, tagIds, methods, contacts } = customer;
  return {
    id,
    kind,
    name,
    fields: { ...customer, ...ownValuesOf(customer) },
    aliases: [...aliases],
    tags: tagIds.flatMap((tagId) => tagNames.get(tagId) ?? []),
    tagsReplaced: false,
    methods: [...methods],
    contacts: contacts.map((contact) => ({ ...contact, methods: [...contact.methods] })),
  };
}

/** Values of custom fields as rows name them. */
const ownValuesOf = ({ custom }: Customer): RowFields =>
  Object.fromEntries(custom.map(({ fieldId, value }) => [customKey(fieldId), value]));

/** A new customer from its first row. */
export function mergedFrom(row: RowDraft): MergedCustomer {
  return {
    id: null,
    kind: row.kind,
    name: row.name,
    fields: { ...row.fields },
    aliases: [...row.aliases],
    tags: [...row.tags],
    tagsReplaced: false,
    methods: [...row.methods],
    contacts: row.contacts.map((contact) => ({ ...contact, methods: [...contact.methods] })),
  };
}

/**
 * Adds a row to a customer and says what that changes. By itself it fills gaps and adds to lists and notes; the
 * policies say where it does more or less. An empty cell erases nothing. Adding the same row again changes nothing.
 *
 * A customer that the file makes new has nothing that could be kept from the file: there `keep` is no other than usual.
 *
 * @param left is given what the row says otherwise than what stays: `before` stays, `after` is not taken
 */
export function mergeRow(
  customer: MergedCustomer,
  row: RowDraft,
  policies: MergePolicies = usualPolicies,
  left?: MergeChange[],
): MergeChange[] {
  const own = customer.id === null ? policies.forNew() : policies;
  const changes: MergeChange[] = [];
  mergeName(customer, row, own.of('name'), changes);
  mergePlace(customer.fields, row.fields, own, changes, left);
  mergeFields(customer.fields, row.fields, own, changes, left);
  mergeNotes(customer.fields, row.fields.notes ?? '', own.of('notes'), changes);
  mergeList(customer.aliases, row.aliases, 'aliases', own.of('aliases'), [customer.name], changes);
  const tags = own.of('tags');
  mergeList(customer.tags, row.tags, 'tags', tags, [], changes, tagKey);
  customer.tagsReplaced ||= tags === 'overwrite' && row.tags.length > 0;
  mergeContacts(customer, row.contacts, own, changes, left);
  const known = [customer.methods, ...customer.contacts.map((contact) => contact.methods)].flat();
  mergeMethods(customer.methods, row.methods, known, own, changes);
  return changes;
}

/** Another spelling is kept as short name or alias; a new customer takes the fuller of its names. */
function mergeName(
  customer: MergedCustomer,
  row: RowDraft,
  policy: ColumnPolicy,
  changes: MergeChange[],
): void {
  let [kept, other] = [customer.name, row.name];
  if (policy === 'keep' || other === '' || kept === other) return;
  const isSame = squeeze(kept) === squeeze(other);
  const isFuller = customer.id === null && other.includes(kept) && looksLikeCompany(other);
  if (policy === 'overwrite' || (isFuller && !isSame)) {
    changes.push({ field: 'name', before: kept, after: other });
    [kept, other] = [other, kept];
    customer.name = kept;
  }
  if (isSame || customer.fields.shortName === other || customer.aliases.includes(other)) return;
  if (!customer.fields.shortName && kept.includes(other)) {
    customer.fields.shortName = other;
    changes.push({ field: 'shortName', before: '', after: other });
    return;
  }
  customer.aliases.push(other);
  changes.push({ field: 'aliases', before: '', after: other });
}

const placeLevels = ['province', 'city', 'district'] as const;

/**
 * Region and address belong together: they are filled only where the row speaks of the same place. Where they are
 * replaced, what lay in the place before goes with it.
 */
function mergePlace(
  fields: RowFields,
  row: RowFields,
  policies: MergePolicies,
  changes: MergeChange[],
  left: MergeChange[] | undefined,
): void {
  const setTo = (level: (typeof placeLevels)[number] | 'address', value: string): void => {
    const before = fields[level] ?? '';
    if (before === value) return;
    fields[level] = value;
    changes.push({ field: level, before, after: value });
  };
  const [ofRegion, ofAddress] = [policies.ofRegion(), policies.of('address')];
  const differs = placeLevels.some((level) => fields[level] && row[level] && fields[level] !== row[level]);
  const otherAddress = fields.address && row.address && fields.address !== row.address;
  if (differs && ofRegion === 'overwrite') {
    const first = placeLevels.findIndex(
      (level) => fields[level] && row[level] && fields[level] !== row[level],
    );
    for (const [at, level] of placeLevels.entries())
      setTo(level, row[level] ?? (at > first ? '' : (fields[level] ?? '')));
  }
  if (otherAddress && ofAddress === 'overwrite') setTo('address', row.address ?? '');
  for (const level of [...placeLevels, 'address'] as const) {
    const [before, after] = [fields[level] ?? '', row[level] ?? ''];
    if (before !== '' && after !== '' && before !== after) left?.push({ field: level, before, after });
  }
  if ((differs && ofRegion !== 'overwrite') || (otherAddress && ofAddress !== 'overwrite')) return;
  for (const level of [...placeLevels, 'address'] as const) {
    const policy = level === 'address' ? ofAddress : ofRegion;
    if (policy !== 'keep' && !fields[level] && row[level]) setTo(level, row[level]);
  }
}

const apart: ReadonlySet<string> = new Set([...placeLevels, 'address', 'notes']);

function mergeFields(
  fields: RowFields,
  row: RowFields,
  policies: MergePolicies,
  changes: MergeChange[],
  left: MergeChange[] | undefined,
): void {
  const current = new Map<string, unknown>(Object.entries(fields));
  for (const [field, value] of Object.entries(row)) {
    if (apart.has(field) || value === '' || value === null || value === undefined) continue;
    const policy = policies.of(field);
    const before = current.get(field);
    const isEmpty = before === '' || before === null || before === undefined;
    // A code is the customer's own, and whom a row was matched to by something else keeps it.
    if (before === value) continue;
    if (policy === 'keep' || (!isEmpty && (policy !== 'overwrite' || field === 'code'))) {
      if (!isEmpty) left?.push({ field, before: String(before), after: String(value) });
      continue;
    }
    Object.assign(fields, { [field]: value });
    changes.push({ field, before: isEmpty ? '' : String(before), after: String(value) });
  }
}

function mergeList(
  list: string[],
  row: readonly string[],
  field: string,
  policy: ColumnPolicy,
  known: readonly string[],
  changes: MergeChange[],
  keyOf: (value: string) => string = (value) => value,
): void {
  if (row.length === 0) return;
  const firsts = new Map(row.toReversed().map((value) => [keyOf(value), value]));
  const wanted = row.filter((value) => !known.includes(value) && firsts.get(keyOf(value)) === value);
  const have = new Set(list.map(keyOf));
  const added = wanted.filter((value) => !have.has(keyOf(value)));
  if (wanted.length === 0 || policy === 'keep' || (policy === 'fill' && list.length > 0)) return;
  if (policy !== 'overwrite') {
    list.push(...added);
    for (const value of added) changes.push({ field, before: '', after: value });
    return;
  }
  if (added.length === 0 && wanted.length === list.length) return;
  changes.push({ field, before: list.join('、'), after: wanted.join('、') });
  list.splice(0, list.length, ...wanted);
}
