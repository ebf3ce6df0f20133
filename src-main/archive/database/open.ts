import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../../src-shared/failures.ts';
import type { DataKey } from '../keys/data-key.ts';
import { markOf } from './mark.ts';

/** `application_id` of every archive: the ASCII letters `KDNG`, so that other programs' databases are told apart. */
export const applicationId = 0x4b_44_4e_47;

export interface OpenOptions {
  /** Opens for reading only; writing through it fails. Default false. */
  readonly readonly?: boolean;
  /** True opens what is there; false makes a new file and refuses when there is anything of that name. */
  readonly mustExist: boolean;
  /** Page cache of this connection in MiB; it is filled only as far as pages are read. Default 32. */
  readonly cacheMiB?: number;
  /** Opens a file that is damaged too, as far as SQLite can, to read what is left in it. Only for reading. */
  readonly damaged?: boolean;
  /** The key of an encrypted file; null opens a plain one, which archives were before there was encryption. */
  readonly key: DataKey | null;
}

/** How long a statement waits for another connection's lock, in ms. */
export const busyTimeout = 5_000;

/** The pragmas of every connection, as they read back. `journal_mode` is checked apart: a copy may be closed WAL. */
export const connectionPragmas = {
  // The package's default is NORMAL in WAL, which loses acknowledged commits at a power cut.
  synchronous: 2,
  foreign_keys: 1,
  // A tampered file must not run functions of ours through its views, triggers and indexes.
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  // 2 is MEMORY: sorting leaves no customer data in temporary files.
  temp_store: 2,
  // A memory-mapped file on a failing disk ends the process instead of raising an error.
  mmap_size: 0,
  busy_timeout: busyTimeout,
} as const;

/** After a large import the write-ahead log is cut back to this many bytes. */
const walSizeLimit = 64 * 1024 * 1024;

/**
 * The one place that opens a database: the key comes first, then every pragma is set, read back and asserted on each
 * connection. A wrong key makes SQLite say that the file is not a database.
 *
 * @throws FailureError `archiveFolderMissing`, `fileMissing`, `archiveAlreadyThere`, or `ioError` where the file
 * system cannot hold a write-ahead log; SQLite's own errors otherwise, for `explain()`.
 */
export const openDatabase = (path: string, options: OpenOptions): Database.Database => {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new FailureError({ code: 'archiveFolderMissing', folder });
  const exists = existsSync(path);
  if (options.mustExist && !exists) throw new FailureError({ code: 'fileMissing', path });
  if (!options.mustExist && exists) throw new FailureError({ code: 'archiveAlreadyThere', folder });

  const readonly = options.readonly ?? false;
  const database = new Database(path, {
    readonly,
    fileMustExist: options.mustExist,
    timeout: busyTimeout,
    ...nativeBindingOption(),
  });
  try {
    if (options.key) giveKey(database, options.key);
    if (options.damaged) tolerateDamage(database);
    else if (options.key) requireCipher(database);
    setPragmas(database, path, { ...options, readonly });
    if (!options.mustExist) database.pragma(`application_id = ${applicationId}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** A database that is nowhere but in memory and ends with its connection: a place to work in, not to keep anything. */
export const openInMemory = (): Database.Database => new Database(':memory:', nativeBindingOption());

/**
 * SQLite refuses a file that is shorter than its header says, unless the schema is declared writable; and a page that does
 * not authenticate would end the reading of all others.
 */
const tolerateDamage = (database: Database.Database): void => {
  database.pragma('hmac_check = 0');
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
};

/**
 * Where a native binding other than the package's own is wanted, the environment names it: tests run in an
 * Electron whose Node-API is older than the prebuilt one. The packaged program's fuses and its start script
 * keep the variable out; whoever can set the environment of an unpackaged run can replace its code as well.
 */
export const nativeBindingOption = (): { nativeBinding?: string } => {
  const path = process.env['BETTER_SQLITE3_BINDING'];
  return path ? { nativeBinding: path } : {};
};

/** AEGIS-256, by the library's numbers for the variants of the cipher; its default. */
const aegis256 = 4;

/**
 * Gives a connection its key, before its first statement: any other would read the file as a plain one. `raw:` makes
 * the library take the 32 bytes as the key itself and derive nothing from them; the 16 after them stand in clear at
 * the start of a new file.
 */
const giveKey = (database: Database.Database, key: DataKey): void => {
  database.pragma("cipher = 'aegis'");
  const given = Buffer.concat([Buffer.from('raw:', 'latin1'), key.bytes, markOf(key)]);
  const code = database.key(given);
  given.fill(0);
  if (code !== 0) throw new Error(`the library did not take the key: ${code}`);
};

/** That the library encrypts with what is meant; reads the file for it, which a wrong key makes fail. */
const requireCipher = (database: Database.Database): void => {
  const variant = database.prepare("select sqlite3mc_config('aegis', 'algorithm')").pluck().get();
  if (variant !== aegis256) throw new Error(`the cipher is variant ${String(variant)} instead of AEGIS-256`);
};

const setPragmas = (database: Database.Database, path: string, options: OpenOptions): void => {
  if (!options.readonly) {
    const mode = database.pragma('journal_mode = WAL', { simple: true });
    // Some network drives cannot share memory: SQLite then stays in another mode, in which readers would block.
    if (mode !== 'wal') throw new FailureError({ code: 'ioError', path });
    database.pragma(`journal_size_limit = ${walSizeLimit}`);
  }
  const cache = -(options.cacheMiB ?? 32) * 1024;
  const wanted = { ...connectionPragmas, cache_size: cache };
  for (const [name, value] of Object.entries(wanted)) {
    database.pragma(`${name} = ${value}`);
    const actual = database.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`pragma ${name} reads ${String(actual)} instead of ${value}`);
  }
};

/** Whether the connection's pragmas are as {@link openDatabase} set them; names those that are not. */
export const pragmasOff = (database: Database.Database): readonly string[] =>
  Object.entries(connectionPragmas)
    .filter(([name, value]) => database.pragma(name, { simple: true }) !== value)
    .map(([name]) => name);
