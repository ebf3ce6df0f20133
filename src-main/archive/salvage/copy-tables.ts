import type { Database } from 'better-sqlite3';
import type { Tx } from '../change.ts';
import { journaledColumns, quoted, type JournaledTable } from '../database/tables.ts';
import { attempt, columnsOf, readRows, type RawRow } from './read-rows.ts';

/** Parents before children. The list of imports and the history are not salvaged: half a history undoes wrongly. */
export const salvagedTables = [
  'settings',
  'tags',
  'customFields',
  'savedViews',
  'importSchemes',
  'customers',
  'contacts',
  'contactMethods',
  'customerTags',
  'customFieldValues',
] as const satisfies readonly JournaledTable[];
export type SalvagedTable = (typeof salvagedTables)[number];

export interface CopiedTable {
  read: number;
  unreadable: number;
}

/** What could be copied, and which customers are there only in part. */
export interface Copied {
  readonly tables: Readonly<Record<SalvagedTable, CopiedTable>>;
  /** Ids of customers whose own row could not be read; with the name under which their other rows were kept, or ''. */
  readonly incomplete: ReadonlyMap<number, { code: string; name: string }>;
}

/**
 * Copies every readable row of a damaged archive, ids included, into the archive of the change. A row whose customer
 * could not be read gets one that says so; a row that contradicts the schema counts as unreadable.
 */
export async function copyTables(damaged: Database, tx: Tx): Promise<Copied> {
  const codes = codesByIndex(damaged);
  const incomplete = new Map<number, { code: string; name: string }>();
  const tables = Object.fromEntries(
    salvagedTables.map((table) => [table, { read: 0, unreadable: 0 }]),
  ) as Record<SalvagedTable, CopiedTable>;
  const isThere = tx.sqlite.prepare('select 1 from customers where id = ?');

  for (const [done, table] of salvagedTables.entries()) {
    const counts = tables[table];
    const own = new Set(columnsOf(damaged, table));
    const columns = ['id', ...journaledColumns[table].filter((column) => own.has(column))];
    if (!own.has('id')) continue;
    const insert = tx.sqlite.prepare(
      `insert into ${quoted(table)} (${columns.map(quoted).join(', ')})
       values (${columns.map((column) => `@${column}`).join(', ')})`,
    );
    const unreadable = (id: number): void => {
      counts.unreadable += 1;
      if (table === 'customers' && codes.has(id)) incomplete.set(id, { code: codes.get(id) ?? '', name: '' });
    };
    for (const rows of readRows(damaged, table, columns, unreadable)) {
      await tx.step('copying', done, salvagedTables.length);
      for (const row of rows) {
        if (write(row)) counts.read += 1;
        else unreadable(Number(row['id']));
      }
    }

    function write(row: RawRow): boolean {
      const { customerId } = row;
      if (typeof customerId === 'number' && !isThere.get(customerId)) {
        incomplete.set(customerId, makePlaceholder(tx, customerId, codes.get(customerId) ?? ''));
      }
      return succeeds(() => insert.run(row));
    }
  }
  await tx.step('copying', salvagedTables.length, salvagedTables.length);
  return { tables, incomplete };
}

/** Codes by id out of the index, which lies elsewhere in the file than the rows. */
function codesByIndex(damaged: Database): Map<number, string> {
  const codes = new Map<number, string>();
  attempt(() => {
    const rows = damaged.prepare('select id, code from customers indexed by customersByCode order by code');
    for (const [id, code] of rows.raw().iterate() as IterableIterator<[number, string]>) codes.set(id, code);
  });
  return codes;
}

/** A customer in the place of one that could not be read, so that its contacts and numbers have somewhere to stand. */
function makePlaceholder(tx: Tx, id: number, code: string): { code: string; name: string } {
  const free = code !== '' && !tx.sqlite.prepare('select 1 from customers where code = ?').get(code);
  const given = free ? code : `抢救-${id}`;
  const name = `${given}（名称没能读出）`;
  tx.sqlite
    .prepare("insert into customers (id, kind, code, name, createdAt) values (?, 'company', ?, ?, ?)")
    .run(id, given, name, tx.at);
  return { code, name };
}

/** Whether the row fits the schema: damage can leave a row that is readable and wrong. */
function succeeds(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^SQLITE_(?:CONSTRAINT|MISMATCH)/u.test(String(error.code))
    )
      return false;
    throw error;
  }
}
