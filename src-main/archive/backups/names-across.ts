import type { Database } from 'better-sqlite3';
import { isCustomValue } from '../../../src-shared/custom-fields.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import { insertCustomField } from '../custom-fields.ts';
import { findFieldDefinition, type FieldDefinition } from '../customers/custom-values.ts';
import { prepared } from '../statements.ts';

interface ThenTag {
  readonly id: number;
  readonly name: string;
  readonly colour: number;
  readonly group: string;
}

/**
 * Gives customers of another state of the archive the tags and custom fields of this one, found by name; those that are
 * gone are made. A value that its field takes no more (the name stands for another type now) is added to the notes:
 * nothing is dropped in silence.
 */
export const translatorOf = (then: Database, tx: Tx): ((customer: Customer) => Customer) => {
  const tags = new Map(
    then
      .prepare<[], ThenTag>('select id, name, colour, "group" from tags')
      .all()
      .map((tag) => [tag.id, tag]),
  );
  const tagIds = new Map<number, number>();
  const tagOf = (id: number): number[] => {
    const tag = tags.get(id);
    if (!tag) return [];
    const known = tagIds.get(id) ?? findOrMakeTag(tx, tag);
    tagIds.set(id, known);
    return [known];
  };
  const fields = new Map<number, FieldDefinition | null>();
  const fieldOf = (id: number): FieldDefinition | null => {
    let field = fields.get(id);
    if (field === undefined) fields.set(id, (field = findOrMakeField(tx, findFieldDefinition(then, id))));
    return field;
  };

  return (customer) => {
    const custom: Customer['custom'] = [];
    const homeless: string[] = [];
    for (const { fieldId, value } of customer.custom) {
      const field = fieldOf(fieldId);
      if (field && takes(tx, field, value)) custom.push({ fieldId: field.id, value });
      else homeless.push(`${findFieldDefinition(then, fieldId)?.name ?? ''}：${value}`);
    }
    const notes = [customer.notes, ...homeless].filter((line) => line !== '').join('\n');
    return { ...customer, notes, custom, tagIds: customer.tagIds.flatMap(tagOf) };
  };
};

const findOrMakeTag = (tx: Tx, { name, colour, group }: ThenTag): number => {
  const found: unknown = prepared(tx.sqlite, 'select id from tags where name = ?').pluck().get(name);
  if (typeof found === 'number') return found;
  const { lastInsertRowid } = prepared(
    tx.sqlite,
    'insert into tags (name, colour, "group") values (?, ?, ?)',
  ).run(name, colour, group);
  return Number(lastInsertRowid);
};

const findOrMakeField = (tx: Tx, wanted: FieldDefinition | undefined): FieldDefinition | null => {
  if (!wanted) return null;
  const found: unknown = prepared(tx.sqlite, 'select id from customFields where name = ? collate nocase')
    .pluck()
    .get(wanted.name);
  const id = typeof found === 'number' ? found : insertCustomField(tx, wanted);
  return findFieldDefinition(tx.sqlite, id) ?? null;
};

/** Whether a field takes a value; a choice that was taken off the list since is put on it again. */
const takes = (tx: Tx, field: FieldDefinition, value: string): boolean => {
  if (isCustomValue(field, value)) return true;
  if (field.type !== 'choice') return false;
  field.options.push(value);
  prepared(tx.sqlite, 'update customFields set options = ? where id = ?').run(
    JSON.stringify(field.options),
    field.id,
  );
  return true;
};
