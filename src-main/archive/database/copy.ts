import { createHash, type Hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { openDatabase } from './open.ts';
import { quoted } from './tables.ts';
import type { DataKey } from '../keys/data-key.ts';

/** A database file and what opens it. */
export interface KeyedFile {
  readonly path: string;
  readonly key: DataKey | null;
}

export interface CopyControl {
  /** Rows written so far, of how many. */
  readonly progress: (done: number, total: number) => void;
  /** Called between rows; whatever it throws ends the copying. */
  readonly check: () => void;
}

interface Table {
  readonly name: string;
  readonly sql: string;
  /** Columns that are stored, the row's number among them where the table has one. */
  readonly columns: readonly string[];
  readonly order: string;
}

/** Rows between two looks at whether to go on. */
const slice = 2_000;

/**
 * Copies a database row by row into a new file under another key, and reads the new file back until every row has
 * proved to be the same. `VACUUM INTO` can only write under the key of what it reads, and changing a file's key in place
 * is what must never happen.
 *
 * The source is read in one transaction; both files are closed afterwards, the new one without a log beside it.
 *
 * @throws what reading a damaged source throws; an error when the copy is not the same
 */
export const copyDatabase = (from: KeyedFile, to: KeyedFile, control: CopyControl): void => {
  const source = openDatabase(from.path, { mustExist: true, readonly: true, key: from.key });
  try {
    source.exec('begin');
    const tables = tablesOf(source);
    const written = write(source, to, tables, control);
    if (contentsHash(to, control) !== written) throw new Error('the copy of the database is not the same');
  } finally {
    source.close();
  }
};

/**
 * SHA-256 (hexadecimal) of the schema and of every row of a database, search index and history included: the same for two
 * files that hold the same, whatever their keys and pages are.
 */
export const contentsHash = (file: KeyedFile, { check }: Pick<CopyControl, 'check'>): string => {
  const database = openDatabase(file.path, { mustExist: true, readonly: true, key: file.key });
  try {
    database.exec('begin');
    const hash = createHash('sha256');
    for (const table of tablesOf(database)) hashRows(database, table, hash, check);
    hashSchema(database, hash);
    return hash.digest('hex');
  } finally {
    database.close();
  }
};

/** Everything is written in one transaction; answers the hash of what was read from the source. */
const write = (source: Database, to: KeyedFile, tables: readonly Table[], control: CopyControl): string => {
  const target = openDatabase(to.path, { mustExist: false, key: to.key });
  try {
    // Tables of the search index are filled as what they are: tables.
    target.unsafeMode(true);
    // Rows come table by table; what they refer to may come later. Checked as a whole by whoever takes the copy.
    target.pragma('foreign_keys = OFF');
    target.exec('begin immediate');
    const hash = createHash('sha256');
    const total = tables.reduce((sum, { name }) => sum + rowsIn(source, name), 0);
    let done = 0;
    for (const table of tables) {
      // SQLite makes the table of running numbers itself, and fills it as the others are filled.
      target.exec(table.name === 'sqlite_sequence' ? 'delete from sqlite_sequence' : table.sql);
      const before = done;
      done += copyRows(source, target, table, hash, {
        check: control.check,
        progress: (rows) => control.progress(before + rows, total),
      });
    }
    writeSchema(source, target);
    hashSchema(source, hash);
    for (const pragma of ['application_id', 'user_version'])
      target.pragma(`${pragma} = ${Number(source.pragma(pragma, { simple: true }))}`);
    target.exec('commit');
    target.pragma('wal_checkpoint(TRUNCATE)');
    return hash.digest('hex');
  } finally {
    target.close();
  }
};

/** Tables with rows of their own, those of the search index among them, the one of running numbers last. */
const tablesOf = (database: Database): Table[] =>
  (
    database
      .prepare(
        `select name, sql from sqlite_schema
          where type = 'table' and rootpage > 0 and (name = 'sqlite_sequence' or name not like 'sqlite\\_%' escape '\\')
          order by name = 'sqlite_sequence', rowid`,
      )
      .all() as { name: string; sql: string }[]
  ).map(({ name, sql }) => describeTable(database, name, sql));

const describeTable = (database: Database, name: string, sql: string): Table => {
  const list = database.pragma(`table_list(${quoted(name)})`) as { wr: number }[];
  const all = database.pragma(`table_xinfo(${quoted(name)})`) as {
    name: string;
    type: string;
    pk: number;
    hidden: number;
  }[];
  const stored = all.filter(({ hidden }) => hidden === 0);
  const keys = stored.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const columns = stored.map((column) => quoted(column.name));
  if (list[0]?.wr === 1) return { name, sql, columns, order: keys.map((key) => quoted(key.name)).join(', ') };
  const numbered = keys.length === 1 && keys[0]?.type.toUpperCase() === 'INTEGER';
  return { name, sql, columns: numbered ? columns : ['rowid', ...columns], order: 'rowid' };
};

const rowsIn = (database: Database, table: string): number =>
  database
    .prepare(`select count(*) from ${quoted(table)}`)
    .pluck()
    .get() as number;

const rowsOf = (database: Database, { name, columns, order }: Table): IterableIterator<unknown[]> =>
  database
    .prepare(`select ${columns.join(', ')} from ${quoted(name)} order by ${order}`)
    .raw()
    .safeIntegers()
    .iterate() as IterableIterator<unknown[]>;

const copyRows = (
  source: Database,
  target: Database,
  table: Table,
  hash: Hash,
  { progress, check }: { progress: (rows: number) => void; check: () => void },
): number => {
  const insert = target.prepare(
    `insert into ${quoted(table.name)} (${table.columns.join(', ')}) values (${table.columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  startHash(hash, table);
  for (const row of rowsOf(source, table)) {
    if (rows % slice === 0) {
      check();
      progress(rows);
    }
    hashRow(hash, row);
    insert.run(row);
    rows += 1;
  }
  return rows;
};

const hashRows = (database: Database, table: Table, hash: Hash, check: () => void): void => {
  let rows = 0;
  startHash(hash, table);
  for (const row of rowsOf(database, table)) {
    if (rows % slice === 0) check();
    hashRow(hash, row);
    rows += 1;
  }
};

const startHash = (hash: Hash, { name, columns }: Table): void =>
  void hash.update(`${JSON.stringify([name, ...columns])}\n`);

/** Kind, length and value of each cell, so that no two rows come to the same. */
const hashRow = (hash: Hash, row: readonly unknown[]): void => {
  for (const value of row) {
    if (Buffer.isBuffer(value)) hash.update(`b${value.length}:`).update(value);
    else if (value === null) hash.update('n');
    else if (typeof value === 'string') hash.update(`s${value.length}:${value}`);
    else hash.update(`${typeof value === 'bigint' ? 'i' : 'r'}${String(value)};`);
  }
  hash.update('\n');
};

const schemaRows = (database: Database, where: string) =>
  database
    .prepare(
      `select type, name, tbl_name, sql from sqlite_schema where sql is not null and name not like 'sqlite\\_stat%' escape '\\' and ${where} order by rowid`,
    )
    .all() as { type: string; name: string; tbl_name: string; sql: string }[];

/** Indexes are built anew; views, triggers and the search index's own entry have no pages and are only written down. */
const writeSchema = (source: Database, target: Database): void => {
  for (const { sql } of schemaRows(source, "type = 'index'")) target.exec(sql);
  target.pragma('writable_schema = ON');
  const insert = target.prepare(
    'insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values (?, ?, ?, 0, ?)',
  );
  for (const { type, name, tbl_name, sql } of schemaRows(
    source,
    "(type in ('view', 'trigger') or rootpage = 0)",
  ))
    insert.run(type, name, tbl_name, sql);
  target.pragma('writable_schema = RESET');
};

const hashSchema = (database: Database, hash: Hash): void => {
  const rows = schemaRows(database, 'true').map(({ type, name, tbl_name, sql }) =>
    JSON.stringify([type, name, tbl_name, sql]),
  );
  hash.update(rows.toSorted().join('\n'));
  for (const pragma of ['application_id', 'user_version'])
    hash.update(`\n${pragma} ${Number(database.pragma(pragma, { simple: true }))}`);
};
