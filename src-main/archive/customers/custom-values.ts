import type { Database } from 'better-sqlite3';
import {
  customFieldId,
  isCustomValue,
  type CustomField,
  type CustomFieldType,
  type CustomValue,
} from '../../../src-shared/custom-fields.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { Tx } from '../change.ts';
import type { RowTable } from '../database/insert-rows.ts';
import { nameSortKey } from '../search/sort-key.ts';
import { prepared } from '../statements.ts';

/** A field as values are written to it. */
export type FieldDefinition = Pick<CustomField, 'id' | 'name' | 'type' | 'options'>;

interface StoredDefinition {
  id: number;
  name: string;
  type: CustomFieldType;
  options: string;
}

/** The field of an id; undefined when there is none (any more). */
export function findFieldDefinition(sqlite: Database, id: number): FieldDefinition | undefined {
  const stored = prepared(sqlite, 'select id, name, type, options from customFields where id = ?').get(id) as
    StoredDefinition | undefined;
  return stored && { ...stored, options: JSON.parse(stored.options) as string[] };
}

/** A field's name as an action keeps it for ever: `custom:` and its name in place of its id. */
export function lastingName(sqlite: Database, field: string): string {
  const id = customFieldId(field);
  return id === null ? field : `custom:${findFieldDefinition(sqlite, id)?.name ?? ''}`;
}

/** What a value is ordered and bounded by: numbers as numbers, text as names are, the rest as it stands. */
export function customSortKey(type: CustomFieldType, value: string): string | number {
  if (type === 'number' || type === 'money' || type === 'boolean') return Number(value);
  return type === 'text' ? nameSortKey(value) : value;
}

/** A value with the field it belongs to. */
export interface FieldValue {
  readonly field: FieldDefinition;
  readonly value: string;
}

/**
 * The values with their fields. Fields that are gone meanwhile are left out, and of a field named twice the last counts.
 *
 * @throws FailureError `customValueInvalid` for what is not in the normal form of its field
 */
export function validCustomValues(sqlite: Database, values: readonly CustomValue[]): FieldValue[] {
  const valid = new Map<number, FieldValue>();
  for (const { fieldId, value } of values) {
    const field = findFieldDefinition(sqlite, fieldId);
    if (!field) continue;
    if (!isCustomValue(field, value)) {
      throw new FailureError({ code: 'customValueInvalid', field: field.name, value });
    }
    valid.set(fieldId, { field, value });
  }
  return [...valid.values()];
}

/**
 * Sets the fields that are named; '' empties one. Otherwise as {@link validCustomValues}.
 *
 * @throws FailureError `customValueInvalid`
 */
export function writeCustomValues(tx: Tx, customerId: number, values: readonly CustomValue[]): void {
  for (const { field, value } of validCustomValues(tx.sqlite, values)) {
    if (value === '') clearCustomValue(tx, customerId, field.id);
    else putCustomValue(tx, customerId, field, value);
  }
}

const clearCustomValue = (tx: Tx, customerId: number, fieldId: number): void =>
  void prepared(tx.sqlite, 'delete from customFieldValues where customerId = ? and fieldId = ?').run(
    customerId,
    fieldId,
  );

export const customValueTable = {
  name: 'customFieldValues',
  columns: ['customerId', 'fieldId', 'value', 'sort'],
} as const satisfies RowTable;

/** What stands in the table for a value, by {@link customValueTable}. */
export const customValueRow = (
  customerId: number,
  { id, type }: FieldDefinition,
  value: string,
): [number, number, string, string | number] => [customerId, id, value, customSortKey(type, value)];

/** Writes one value that is known to be in normal form and not empty. */
export function putCustomValue(tx: Tx, customerId: number, field: FieldDefinition, value: string): void {
  prepared(
    tx.sqlite,
    `insert into customFieldValues (${customValueTable.columns.join(', ')}) values (?, ?, ?, ?)
     on conflict (customerId, fieldId) do update set value = excluded.value, sort = excluded.sort`,
  ).run(...customValueRow(customerId, field, value));
}
