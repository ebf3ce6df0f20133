import { contactMethodTypes } from '../../../src-shared/contact-methods.ts';
import type { DoubtReason } from '../../../src-shared/customers.ts';
import type { PlanRow } from '../../../src-shared/import-plan.ts';

export type PlanChange = PlanRow['changes'][number];

/** One cell of the plan. */
export interface PlanCell {
  /** The field it becomes, with its contact: `contacts[0].mobile`. */
  readonly field: string;
  /** As it will stand in the archive. */
  readonly value: string;
  /** As it stands in the sheet. */
  readonly raw: string;
  /** `kept`: it changes nothing, since the customer has the same or something else already. */
  readonly state: 'new' | 'changed' | 'kept';
  /** What stood there before; for `changed` only. */
  readonly before: string;
  /** Whether what stood there stays, with the value behind it, as in notes. */
  readonly added: boolean;
  /** What stays instead of it, where that is something else; empty where nothing of the kind is. */
  readonly stays: string;
  readonly doubts: readonly DoubtReason[];
}

export interface PlannedCells {
  /** By column of the sheet and field, see {@link cellKey}. */
  readonly cells: ReadonlyMap<string, PlanCell>;
  /** What changes without a cell of its own, such as a name that becomes a former name. */
  readonly elsewhere: readonly PlanChange[];
}

/** Whether a change leaves what was there and adds to it. */
export const addsTo = ({ field, before, after }: PlanChange): boolean =>
  field === 'notes' && before !== '' && after.startsWith(before);

/** A column may feed several fields. */
export const cellKey = (column: number, field: string): string => `${column} ${field}`;

const methodFields: ReadonlySet<string> = new Set(contactMethodTypes);
const placeFields: ReadonlySet<string> = new Set(['province', 'city', 'district', 'address']);

const parts = (field: string): { contact: string | null; own: string } => {
  const match = /^contacts\[(\d+)\]\.(.+)$/u.exec(field);
  return match === null
    ? { contact: null, own: field }
    : { contact: match[1] ?? null, own: match[2] ?? field };
};

/** Whether a change is what this value of the row brings about. */
const brings = ({ field, value }: { field: string; value: string }, change: PlanChange): boolean => {
  const { own } = parts(field);
  if (own === change.field) return own !== 'notes' || change.after.includes(value);
  switch (change.field) {
    case 'methods':
      return methodFields.has(own) && value.includes(change.after);
    case 'contacts':
      return own === 'contactName' && value !== '' && change.after.startsWith(value);
    case 'contacts.name':
      return own === 'contactName' && value === change.after;
    case 'contacts.title':
      return own === 'contactTitle' && value === change.after;
    case 'contacts.department':
      return own === 'contactDepartment' && value === change.after;
    case 'tags':
    case 'aliases':
      return own === change.field;
    default:
      return placeFields.has(change.field) && (own === 'region' || own === 'address');
  }
};

/** What each cell of a planned row does: new, changing what is there, or nothing. */
export const planCells = (row: PlanRow): PlannedCells => {
  const joins = row.status !== 'skip' && row.changes.length > 0;
  const before = new Map<string, string>();
  const elsewhere: PlanChange[] = [];
  const newContacts = new Set<string>();
  const added = new Set<string>();
  for (const change of row.changes) {
    const sources = row.values.filter((value) => brings(value, change));
    // 省, 市 and 区 have columns of their own in one sheet and share an address in another.
    const own = sources.find(({ field }) => parts(field).own === change.field) ?? sources[0];
    if (own === undefined) {
      elsewhere.push(change);
      continue;
    }
    const key = cellKey(own.column, own.field);
    const known = before.get(key);
    before.set(key, [known, change.before].filter(Boolean).join(' '));
    if (addsTo(change)) added.add(key);
    const { contact } = parts(own.field);
    if (change.field === 'contacts' && contact !== null) newContacts.add(contact);
  }
  const stays = new Map<string, string>();
  for (const left of row.left) {
    const source = row.values.find((value) => brings(value, left));
    if (source) stays.set(cellKey(source.column, source.field), left.before);
  }
  const cells = row.values.map(({ field, column, raw, value }): [string, PlanCell] => {
    const key = cellKey(column, field);
    const { contact } = parts(field);
    const changed = before.has(key) || (contact !== null && newContacts.has(contact));
    const state = row.status === 'skip' ? 'kept' : !joins ? 'new' : changed ? 'changed' : 'kept';
    return [
      key,
      {
        field,
        value,
        raw,
        state,
        before: before.get(key) ?? '',
        added: added.has(key),
        stays: stays.get(key) ?? '',
        doubts: row.doubts.filter((doubt) => doubt.column === column).map(({ reason }) => reason),
      },
    ];
  });
  return { cells: new Map(cells), elsewhere };
};
