import type { Database } from 'better-sqlite3';
import { customKey, type NamedField } from '../../../src-shared/custom-fields.ts';
import type { HistoryEntry } from '../../../src-shared/changes.ts';
import { prepared } from '../statements.ts';
import { rowAfter, type JournalEntry } from './rows.ts';

/** Which custom field a journaled value belongs to. */
export function valueFieldId(sqlite: Database, entry: JournalEntry): number {
  const row = entry.operation === 'D' ? entry.before : rowAfter(sqlite, entry, entry.sequence);
  return Number(row?.['fieldId'] ?? 0);
}

/** The field of a journaled value as actions keep it: `custom:` and its name. */
export const lastingFieldName = (sqlite: Database, entry: JournalEntry): string =>
  `custom:${fieldOfThen(sqlite, valueFieldId(sqlite, entry))?.name ?? ''}`;

/** A journaled value as before → after under the name of its field. */
export function valueFields(sqlite: Database, entry: JournalEntry): HistoryEntry['fields'] {
  const text = (row: JournalEntry['before']) => String(row?.['value'] ?? '');
  const fieldId = valueFieldId(sqlite, entry);
  const after = entry.operation === 'I' ? rowAfter(sqlite, entry, entry.sequence) : entry.after;
  const field = fieldOfThen(sqlite, fieldId);
  return [
    {
      field: customKey(fieldId),
      before: text(entry.before),
      after: text(after),
      ...(field ? { custom: field } : {}),
    },
  ];
}

/** Name and type of a field, also when it has been removed since. */
function fieldOfThen(sqlite: Database, id: number): NamedField | undefined {
  type Found = NamedField | undefined;
  const now = prepared(sqlite, 'select name, type from customFields where id = ?').get(id) as Found;
  if (now) return now;
  return prepared(
    sqlite,
    `select before ->> 'name' as name, before ->> 'type' as type from journal
     where tableName = 'customFields' and rowId = ? and customerId is null and operation = 'D'
     order by sequence desc limit 1`,
  ).get(id) as Found;
}
