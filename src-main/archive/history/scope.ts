import type { Database } from 'better-sqlite3';
import { customKey } from '../../../src-shared/custom-fields.ts';
import { prepared } from '../statements.ts';
import { valueFieldId } from './custom-fields.ts';
import { readEntry, rowAfter, type JournalEntry } from './rows.ts';

/** Which part of a change is taken back: all of it, what it did to one customer, or to one field of it. */
export interface Scope {
  readonly changeId: number;
  readonly customerId?: number | undefined;
  /** As in the history: a column of the customer, `custom:<id>`, `contacts…`, `methods` or `tags`. */
  readonly field?: string | undefined;
}

const customerOnly = (scope: Scope): string =>
  scope.customerId === undefined ? '' : 'and customerId = @customerId';

/** How many rows the journal names under it. */
export function countEntries(sqlite: Database, scope: Scope): number {
  return prepared(sqlite, `select count(*) from journal where changeId = @changeId ${customerOnly(scope)}`)
    .pluck()
    .get(parameters(scope)) as number;
}

const parameters = (scope: Scope) => ({
  changeId: scope.changeId,
  ...(scope.customerId === undefined ? {} : { customerId: scope.customerId }),
});

/** So many entries are read at once. */
export const chunk = 2_000;

/** The next {@link chunk} entries before the sequence `below`, newest first. */
export function readChunk(sqlite: Database, scope: Scope, below: number): JournalEntry[] {
  const rows = prepared(
    sqlite,
    `select * from journal where changeId = @changeId ${customerOnly(scope)} and sequence < @below
     order by sequence desc limit ${chunk}`,
  ).all({ ...parameters(scope), below }) as Parameters<typeof readEntry>[0][];
  return rows.map(readEntry);
}

/** Whether an entry belongs to the field that is meant. */
export function inField(sqlite: Database, entry: JournalEntry, field: string | undefined): boolean {
  if (field === undefined) return true;
  const [part] = field.split('.');
  switch (entry.tableName) {
    case 'customers':
      return entry.operation === 'U' && entry.after !== null && field in entry.after;
    case 'contacts':
      return part === 'contacts';
    case 'contactMethods': {
      const row = entry.operation === 'D' ? entry.before : rowAfter(sqlite, entry, entry.sequence);
      return part === (row?.['contactId'] === null ? 'methods' : 'contacts');
    }
    case 'customerTags':
      return part === 'tags';
    case 'customFieldValues':
      return field === customKey(valueFieldId(sqlite, entry));
    default:
      return false;
  }
}

/** An update of several columns, narrowed to the one that is meant. */
export function onlyField(entry: JournalEntry, field: string | undefined): JournalEntry {
  if (field === undefined || entry.tableName !== 'customers' || !entry.before || !entry.after) return entry;
  return {
    ...entry,
    before: { [field]: entry.before[field] ?? null },
    after: { [field]: entry.after[field] ?? null },
  };
}
