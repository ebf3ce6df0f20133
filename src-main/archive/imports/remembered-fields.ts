import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  customFieldId,
  fieldNameKey,
  newFieldSchema,
  type CustomKey,
  type NewField,
} from '../../../src-shared/custom-fields.ts';
import type { ColumnPlan } from '../../../src-shared/import-plan.ts';
import { findFieldDefinition } from '../customers/custom-values.ts';
import { isOwnKey, ownFieldOf, ownTargets } from './own-fields.ts';

/**
 * The custom fields that a kept mapping speaks of, as they were when it was kept. Its sheet may come in again before
 * a field is made, or after it was removed, or removed and made anew.
 */
export const keptFieldsSchema = z.array(z.object({ target: z.string(), field: newFieldSchema })).default([]);
export type KeptFields = z.infer<typeof keptFieldsSchema>;

type Column = Pick<ColumnPlan, 'target'>;

/** What is to be kept of the custom fields that columns go to. */
export function keptFields(
  sqlite: Database,
  columns: readonly Column[],
  newFields: readonly NewField[],
): KeptFields {
  const definitionOf = ownFieldOf(sqlite, newFields);
  const own = new Set(columns.map(({ target }) => target.field).filter(isOwnKey));
  return [...own].flatMap((target) => {
    const definition = definitionOf(target);
    if (!definition) return [];
    const { name, type, options } = definition;
    return [{ target, field: { name, type, options } }];
  });
}

/** Columns with the fields that the import has made in place of those that it was to make. */
export function withMadeFields<Plan extends Column>(
  sqlite: Database,
  columns: readonly Plan[],
  newFields: readonly NewField[],
): Plan[] {
  const made = ownTargets(sqlite);
  return columns.map((plan) => {
    const { field } = plan.target;
    const name = field.startsWith('new:') ? newFields[Number(field.slice('new:'.length))]?.name : undefined;
    const id = name === undefined ? undefined : made.get(fieldNameKey(name));
    return id === undefined ? plan : { ...plan, target: { ...plan.target, field: id } };
  });
}

/** Columns of a kept mapping with their custom fields as they are now. */
export interface FoundFields {
  readonly columns: ColumnPlan[];
  /** Those that have yet to be made; targets `new:n` name them by their place here. */
  readonly newFields: NewField[];
  /** By column: the field it went to, which is gone. */
  readonly lost: ReadonlyMap<number, NewField>;
}

/** Finds the custom fields of a kept mapping: by their ids, or else by their names. */
export function findFields(sqlite: Database, columns: readonly ColumnPlan[], kept: KeptFields): FoundFields {
  const byName = ownTargets(sqlite);
  const newFields: NewField[] = [];
  const lost = new Map<number, NewField>();
  const found = columns.flatMap((plan): ColumnPlan[] => {
    const { field } = plan.target;
    if (!isOwnKey(field)) return [plan];
    const to = (own: CustomKey | `new:${number}`): ColumnPlan[] => [
      { ...plan, target: { ...plan.target, field: own } },
    ];
    const id = customFieldId(field);
    if (id !== null && findFieldDefinition(sqlite, id)) return [plan];
    const definition = kept.find(({ target }) => target === field)?.field;
    if (!definition) return [];
    const same = byName.get(fieldNameKey(definition.name));
    if (same) return to(same);
    if (id !== null) {
      lost.set(plan.index, definition);
      return [];
    }
    const known = newFields.findIndex(({ name }) => fieldNameKey(name) === fieldNameKey(definition.name));
    return to(`new:${known === -1 ? newFields.push(definition) - 1 : known}`);
  });
  return { columns: found, newFields, lost };
}
