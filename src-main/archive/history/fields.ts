import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../src-shared/changes.ts';
import { prepared } from '../statements.ts';
import { valueFields } from './custom-fields.ts';
import { currentRow, rowAfter, type JournalEntry, type RowValues } from './rows.ts';

type Field = HistoryEntry['fields'][number];

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** A JSON list of names as one line. */
const listText = (json: string | number | null | undefined): string =>
  typeof json === 'string' ? (JSON.parse(json) as string[]).join('、') : '';

// Positions, links and the derived normal form mean nothing to a reader of the history.
const silent = new Set(['position', 'customerId', 'contactId', 'normal', 'createdAt']);

/**
 * One journal entry as fields before → after, in the words of the form: columns of the customer by name, and
 * `contacts`, `methods`, `tags`, `custom:<id>` for what belongs to it. The creation of the customer itself has no fields.
 */
export function fieldsOf(sqlite: Database, entry: JournalEntry): Field[] {
  switch (entry.tableName) {
    case 'customers':
      return customerFields(entry);
    case 'contacts':
      return contactFields(sqlite, entry);
    case 'contactMethods':
      return methodFields(sqlite, entry);
    case 'customerTags':
      return tagFields(sqlite, entry);
    case 'customFieldValues':
      return valueFields(sqlite, entry);
    default:
      return [];
  }
}

function customerFields(entry: JournalEntry): Field[] {
  if (entry.operation !== 'U' || !entry.before || !entry.after) return [];
  const { before, after } = entry;
  return Object.keys(after)
    .filter((column) => !silent.has(column))
    .map((field) =>
      field === 'aliases'
        ? { field, before: listText(before[field]), after: listText(after[field]) }
        : { field, before: text(before[field]), after: text(after[field]) },
    );
}

const before = (entry: JournalEntry): RowValues | null => (entry.operation === 'D' ? entry.before : null);

const contactLine = (row: RowValues | null): string =>
  row ? [row['name'], row['title'], row['department']].map(text).filter(Boolean).join(' ') : '';

function contactFields(sqlite: Database, entry: JournalEntry): Field[] {
  if (entry.operation !== 'U') {
    const row = entry.operation === 'I' ? rowAfter(sqlite, entry, entry.sequence) : null;
    return [{ field: 'contacts', before: contactLine(before(entry)), after: contactLine(row) }];
  }
  const changed = Object.keys(entry.after ?? {}).filter((column) => !silent.has(column));
  const of = contactName(sqlite, entry, entry.rowId);
  return changed.map((column) => ({
    field: `contacts.${column}`,
    before: text(entry.before?.[column]),
    after: text(entry.after?.[column]),
    of,
  }));
}

function methodFields(sqlite: Database, entry: JournalEntry): Field[] {
  const now = rowAfter(sqlite, entry, entry.sequence);
  const row = now ?? entry.before;
  const contactId = row?.['contactId'];
  const of = typeof contactId === 'number' ? contactName(sqlite, entry, contactId) : undefined;
  const part = {
    field: of === undefined ? 'methods' : 'contacts',
    ...(of === undefined ? {} : { of }),
  };
  if (entry.operation !== 'U') {
    return [
      {
        ...part,
        before: text(before(entry)?.['value']),
        after: entry.operation === 'I' ? text(now?.['value']) : '',
      },
    ];
  }
  return Object.keys(entry.after ?? {})
    .filter((column) => !silent.has(column))
    .map((column) => ({ ...part, before: text(entry.before?.[column]), after: text(entry.after?.[column]) }));
}

/** The contact's name as it was right after the entry, also when the contact is gone since. */
function contactName(sqlite: Database, entry: JournalEntry, contactId: number): string {
  const contact = { tableName: 'contacts', rowId: contactId, customerId: entry.customerId } as const;
  return text(
    (rowAfter(sqlite, contact, entry.sequence) ?? currentRow(sqlite, 'contacts', contactId))?.['name'],
  );
}

function tagFields(sqlite: Database, entry: JournalEntry): Field[] {
  const row = entry.operation === 'D' ? entry.before : rowAfter(sqlite, entry, entry.sequence);
  const tagId = row?.['tagId'];
  const name = typeof tagId === 'number' ? tagName(sqlite, tagId) : '';
  return [
    {
      field: 'tags',
      before: entry.operation === 'D' ? name : '',
      after: entry.operation === 'I' ? name : '',
    },
  ];
}

/** The tag's name, also when it has been deleted since. */
function tagName(sqlite: Database, tagId: number): string {
  const now = prepared(sqlite, 'select name from tags where id = ?').pluck().get(tagId) as string | undefined;
  if (now !== undefined) return now;
  const deleted = prepared(
    sqlite,
    "select before ->> 'name' from journal where tableName = 'tags' and rowId = ? and operation = 'D' order by sequence desc limit 1",
  )
    .pluck()
    .get(tagId) as string | undefined;
  return deleted ?? '';
}
