import type { Database } from 'better-sqlite3';
import {
  customFieldId,
  customKey,
  fieldNameKey,
  isCustomValue,
  readCustomValue,
  type CustomFieldDraft,
  type CustomKey,
  type NewField,
} from '../../../src-shared/custom-fields.ts';
import { isRealDate } from '../../../src-shared/dates.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { Tx } from '../change.ts';
import { insertCustomField, listCustomFields, refuseTakenName } from '../custom-fields.ts';
import { findFieldDefinition, type FieldDefinition } from '../customers/custom-values.ts';
import { dateValue } from './field-values.ts';
import { optionKey } from './options.ts';
import type { Cell } from './readers/cells.ts';
import type { RowBuilder } from './row-builder.ts';
import type { RowColumn } from './row-columns.ts';

/** A custom field as a target of columns: one of the archive, or one that the import makes. */
export type OwnKey = CustomKey | `new:${number}`;
export const isOwnKey = (field: string): field is OwnKey =>
  field.includes(':') && /^(?:custom|new):\d+$/u.test(field);

/** What reading a cell needs to know of the field it goes to; undefined for built-in fields and those that are gone. */
export type OwnFieldOf = (field: string) => CustomFieldDraft | undefined;

/** The custom fields that a plan can speak of. */
export const ownFieldOf =
  (sqlite: Database, newFields: readonly NewField[]): OwnFieldOf =>
  (field) => {
    const id = customFieldId(field);
    if (id !== null) return findFieldDefinition(sqlite, id);
    return field.startsWith('new:') ? newFields[Number(field.slice('new:'.length))] : undefined;
  };

/** The custom fields of the archive by their names, for headers that are called the same. */
export const ownTargets = (sqlite: Database): ReadonlyMap<string, CustomKey> =>
  new Map(listCustomFields(sqlite).map(({ id, name }) => [fieldNameKey(name), customKey(id)]));

/** @throws FailureError `nameTaken` for a new field whose name another one has, in the archive or among the new ones */
export function refuseTakenNames(sqlite: Database, newFields: readonly NewField[]): void {
  const seen = new Set<string>();
  for (const { name } of newFields) {
    refuseTakenName(sqlite, name, null);
    const key = fieldNameKey(name);
    if (seen.has(key)) throw new FailureError({ code: 'nameTaken', what: 'customField', name });
    seen.add(key);
  }
}

/** Reads a cell for a custom field; what does not fit its type is doubted and kept in the notes, never dropped. */
export function readOwnCell(
  row: RowBuilder,
  column: RowColumn,
  own: CustomFieldDraft,
  cell: Cell,
  text: string,
): void {
  const { field } = column;
  if (!isOwnKey(field)) return;
  const value = ownValue(column, own, cell, text);
  row.cameFrom(field, column.column);
  if (value !== null) {
    if (value !== '') row.fields[field] = value;
    return;
  }
  row.addNote(column.header || own.name, text);
  row.doubts.push({ field, reason: 'customValueUnfit', value: text, column: column.column });
}

function ownValue(column: RowColumn, own: CustomFieldDraft, cell: Cell, text: string): string | null {
  const said = column.options.get(optionKey(text));
  if (said !== undefined) return isCustomValue(own, said) ? said : null;
  if (own.type === 'date') {
    const day = dateValue(cell, text, column.dates);
    return isRealDate(day) ? day : null;
  }
  const isNumber = cell.type === 'number' && own.type !== 'text' && own.type !== 'choice';
  return readCustomValue(own, isNumber ? String(Number(text)) : text, column.unit);
}

/**
 * The fields that values are written to, by target. A new one is made with its first value, so that one without any
 * leaves no trace.
 */
export function ownFieldWriter(
  tx: Tx,
  newFields: readonly NewField[],
): (field: OwnKey) => FieldDefinition | undefined {
  const known = new Map<string, FieldDefinition | undefined>();
  return (field) => {
    if (known.has(field)) return known.get(field);
    const id = customFieldId(field) ?? madeField(tx, newFields[Number(field.slice('new:'.length))]);
    const found = id === null ? undefined : findFieldDefinition(tx.sqlite, id);
    known.set(field, found);
    return found;
  };
}

const madeField = (tx: Tx, field: NewField | undefined): number | null =>
  field === undefined ? null : insertCustomField(tx, field);
