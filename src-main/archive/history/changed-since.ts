import type { Database } from 'better-sqlite3';
import type { NamedField } from '../../../src-shared/custom-fields.ts';
import { prepared } from '../statements.ts';
import { fieldsOf } from './fields.ts';
import { readEntry, type JournalEntry } from './rows.ts';

export interface ChangedField {
  /** As in `updateCustomer`: a column, `custom:<id>`, `aliases`, `methods`, `contacts` or `tags`. */
  field: string;
  before: string;
  after: string;
  actor: string;
  at: string;
  /** Present for a custom field. */
  custom?: NamedField | undefined;
}

/**
 * What was changed in a customer after `version`, one entry a field, oldest first, with the value it had then and
 * has now. A field that has returned to its old value is not named.
 */
export function changedSince(sqlite: Database, customerId: number, version: number): ChangedField[] {
  const rows = prepared(
    sqlite,
    `select j.*, c.actor, c.at from journal j join changes c on c.id = j.changeId
     where j.customerId = ? and j.changeId > ? order by j.sequence`,
  ).all(customerId, version) as (Parameters<typeof readEntry>[0] & { actor: string; at: string })[];
  const changed = new Map<string, ChangedField>();
  for (const row of rows) {
    const entry: JournalEntry = readEntry(row);
    for (const { field: path, before, after, custom } of fieldsOf(sqlite, entry)) {
      const field = path.split('.')[0] ?? path;
      const earlier = changed.get(field);
      const isList = field === 'contacts' || field === 'methods' || field === 'tags';
      if (!earlier) changed.set(field, { field, before, after, actor: row.actor, at: row.at, custom });
      else if (isList) {
        earlier.before = [earlier.before, before].filter(Boolean).join('、');
        earlier.after = [earlier.after, after].filter(Boolean).join('、');
      } else Object.assign(earlier, { after, actor: row.actor, at: row.at });
    }
  }
  return [...changed.values()].filter(({ before, after }) => before !== after);
}
