import type { Database } from 'better-sqlite3';
import type { Written } from '../../src-shared/changes.ts';
import {
  fieldNameKey,
  mostCustomFields,
  type CustomField,
  type CustomFieldDraft,
  type CustomFieldPatch,
} from '../../src-shared/custom-fields.ts';
import { FailureError } from '../../src-shared/failures.ts';
import { isBuiltInLabel } from '../../src-shared/labels.ts';
import { change, type Tx } from './change.ts';
import type { BeforeBulk } from './customers/bulk.ts';
import { customSortKey } from './customers/custom-values.ts';
import type { Report } from './long-work.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';

const select = `select f.id, f.name, f.type, f.options, f.position,
  (select count(*) from customFieldValues where fieldId = f.id) as count from customFields f`;

type Stored = Omit<CustomField, 'options'> & { options: string };
const read = (stored: Stored): CustomField => ({
  ...stored,
  options: JSON.parse(stored.options) as string[],
});

/** All custom fields in their order, each with the number of customers that have a value. */
export const listCustomFields = (sqlite: Database): CustomField[] =>
  (prepared(sqlite, `${select} order by f.position, f.id`).all() as Stored[]).map(read);

/** @throws FailureError `notFound customField` */
export function getCustomField(sqlite: Database, id: number): CustomField {
  const stored = prepared(sqlite, `${select} where f.id = ?`).get(id) as Stored | undefined;
  if (!stored) throw new FailureError({ code: 'notFound', what: 'customField' });
  return read(stored);
}

/** @throws FailureError `nameTaken`, for the name of another custom field or of a built-in one */
export function refuseTakenName(sqlite: Database, name: string, ownId: number | null): void {
  if (isBuiltInLabel(name)) throw new FailureError({ code: 'nameTaken', what: 'builtInField', name });
  const key = fieldNameKey(name);
  const others = prepared(sqlite, 'select name from customFields where id is not ?').pluck().all(ownId);
  const taken = (others as string[]).find((other) => fieldNameKey(other) === key);
  if (taken !== undefined) throw new FailureError({ code: 'nameTaken', what: 'customField', name: taken });
}

/** Writes a new field after the others, within a change; returns its id. */
export function insertCustomField(tx: Tx, draft: CustomFieldDraft): number {
  refuseTakenName(tx.sqlite, draft.name, null);
  const { count, last } = prepared(
    tx.sqlite,
    'select count(*) as count, coalesce(max(position), -1) as last from customFields',
  ).get() as { count: number; last: number };
  if (count >= mostCustomFields) throw new FailureError({ code: 'tooManyFields', max: mostCustomFields });
  return Number(
    prepared(tx.sqlite, 'insert into customFields (name, type, options, position) values (?, ?, ?, ?)').run(
      draft.name,
      draft.type,
      JSON.stringify(draft.type === 'choice' ? draft.options : []),
      last + 1,
    ).lastInsertRowid,
  );
}

export async function createCustomField(
  session: Session,
  draft: CustomFieldDraft,
): Promise<Written & { field: CustomField }> {
  const { changeId, action, result } = await change(
    session,
    { action: { type: 'createCustomField', name: draft.name } },
    (tx) => insertCustomField(tx, draft),
  );
  return { changeId, action, field: getCustomField(session.sqlite, result) };
}

/** Renames, reorders, or changes what can be chosen; the type only while no customer has a value. */
export async function updateCustomField(
  session: Session,
  { id, patch }: { id: number; patch: CustomFieldPatch },
): Promise<Written & { field: CustomField }> {
  const { changeId, action } = await change<string>(
    session,
    { action: (name) => ({ type: 'updateCustomField', name }) },
    (tx) => {
      const field = getCustomField(tx.sqlite, id);
      const { name = field.name, type = field.type, options = field.options } = patch;
      if (name !== field.name) refuseTakenName(tx.sqlite, name, id);
      if (type !== field.type && field.count > 0) {
        throw new FailureError({ code: 'fieldInUse', name: field.name, count: field.count });
      }
      prepared(tx.sqlite, 'update customFields set name = ?, type = ?, options = ? where id = ?').run(
        name,
        type,
        JSON.stringify(type === 'choice' ? options : []),
        id,
      );
      if (type === 'choice') renameOptions(tx, id, patch.renamed ?? []);
      if (patch.position !== undefined) moveField(tx, id, patch.position);
      return name;
    },
  );
  return { changeId, action, field: getCustomField(session.sqlite, id) };
}

function renameOptions(tx: Tx, id: number, renamed: NonNullable<CustomFieldPatch['renamed']>): void {
  // By customer and not one name after the other, so that two options can swap their names.
  const values = renamed.map(({ from, to }) => ({
    to,
    rows: prepared(tx.sqlite, 'select id from customFieldValues where fieldId = ? and value = ?')
      .pluck()
      .all(id, from) as number[],
  }));
  const update = prepared(tx.sqlite, 'update customFieldValues set value = ?, sort = ? where id = ?');
  for (const { to, rows } of values) {
    for (const row of rows) update.run(to, customSortKey('choice', to), row);
  }
}

function moveField(tx: Tx, id: number, position: number): void {
  const others = listCustomFields(tx.sqlite).flatMap((field) => (field.id === id ? [] : field.id));
  const ids = [...others.slice(0, position), id, ...others.slice(position)];
  const update = prepared(tx.sqlite, 'update customFields set position = ? where id = ?');
  ids.forEach((fieldId, place) => update.run(place, fieldId));
}

/** Deletes a field and its value from every customer; one undo brings both back. */
export async function removeCustomField(
  session: Session,
  { id }: { id: number },
  before: BeforeBulk,
  report: Report,
  signal: AbortSignal,
): Promise<Written> {
  await before(getCustomField(session.sqlite, id).count, report, signal);
  const { changeId, action } = await change<CustomField>(
    session,
    { action: ({ name, count }) => ({ type: 'deleteCustomField', name, count }), report, signal },
    (tx) => {
      const field = getCustomField(tx.sqlite, id);
      prepared(tx.sqlite, 'delete from customFieldValues where fieldId = ?').run(id);
      prepared(tx.sqlite, 'delete from customFields where id = ?').run(id);
      return field;
    },
  );
  return { changeId, action };
}
