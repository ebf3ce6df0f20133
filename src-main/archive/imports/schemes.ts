import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Written } from '../../../src-shared/changes.ts';
import { kindSchema } from '../../../src-shared/customers.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { columnPlanSchema } from '../../../src-shared/import-plan.ts';
import {
  importSchemeSchema,
  type ImportScheme,
  type SchemeDraft,
} from '../../../src-shared/import-schemes.ts';
import type { Understanding } from '../../../src-shared/imports.ts';
import { change } from '../change.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { columnKeys, withMapping } from './memory.ts';
import { keptFields, keptFieldsSchema } from './remembered-fields.ts';

/** Columns by their headers, since another sheet has them in another order. */
const storedSchema = importSchemeSchema.pick({ matchBy: true, people: true }).extend({
  kind: kindSchema,
  columns: z.array(z.object({ header: z.string(), plan: columnPlanSchema.omit({ index: true }) })),
  fields: keptFieldsSchema,
});
type Stored = z.infer<typeof storedSchema>;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly scheme: string;
}

const read = ({ scheme }: Row): Stored => storedSchema.parse(JSON.parse(scheme));

/** All schemes by their names. */
export function listSchemes({ sqlite }: Session): ImportScheme[] {
  const rows = prepared(sqlite, 'select id, name, scheme from importSchemes order by name').all() as Row[];
  return rows.map((row) => {
    const { columns, matchBy, people } = read(row);
    return { id: row.id, name: row.name, columns: columns.length, matchBy, people };
  });
}

/** Saves how a sheet is mapped; a scheme of the same name is replaced. */
export async function saveScheme(
  session: Session,
  { name, sheet, matchBy, people, newFields }: SchemeDraft,
  understanding: Understanding,
): Promise<Written> {
  const keys = columnKeys(understanding.columns);
  const columns = sheet.columns.flatMap(({ index, ...plan }) => {
    const header = keys[index] ?? '';
    return header === '' ? [] : [{ header, plan }];
  });
  const fields = keptFields(session.sqlite, sheet.columns, newFields);
  const scheme = JSON.stringify({ columns, fields, kind: sheet.kind, matchBy, people } satisfies Stored);
  const { changeId, action } = await change(session, { action: { type: 'saveScheme', name } }, (tx) => {
    prepared(
      tx.sqlite,
      `insert into importSchemes (name, scheme) values (?, ?)
       on conflict (name) do update set scheme = excluded.scheme`,
    ).run(name, scheme);
  });
  return { changeId, action };
}

/** Removes a scheme; sheets that came in with it stay as they are. @throws FailureError `notFound scheme` */
export async function removeScheme(session: Session, id: number): Promise<Written> {
  const { changeId, action } = await change<string>(
    session,
    { action: (name) => ({ type: 'deleteScheme', name }) },
    (tx) => {
      const { name } = find(tx.sqlite, id);
      prepared(tx.sqlite, 'delete from importSchemes where id = ?').run(id);
      return name;
    },
  );
  return { changeId, action };
}

/** A sheet with its columns mapped as a scheme says; columns that it does not know stay as they were understood. */
export function withScheme({ sqlite }: Session, understanding: Understanding, id: number): Understanding {
  const { columns, fields, kind } = read(find(sqlite, id));
  const keys = columnKeys(understanding.columns);
  const mapped = columns.flatMap(({ header, plan }) => {
    const index = keys.indexOf(header);
    return index < 0 ? [] : [{ ...plan, index }];
  });
  return withMapping(sqlite, understanding, { columns: mapped, fields, kind }, 'scheme');
}

function find(sqlite: Database, id: number): Row {
  const row = prepared(sqlite, 'select id, name, scheme from importSchemes where id = ?').get(id) as
    Row | undefined;
  if (!row) throw new FailureError({ code: 'notFound', what: 'scheme' });
  return row;
}
