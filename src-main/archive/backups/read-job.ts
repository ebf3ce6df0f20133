import { rmSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { FailureError } from '../../../src-shared/failures.ts';
import { copyDatabase } from '../database/copy.ts';
import { currentSchema, migrate, schemaOf } from '../database/migrate.ts';
import { applicationId, openDatabase } from '../database/open.ts';
import { syncFile } from '../database/replace.ts';
import { isDamage } from '../explain.ts';
import { copyAndHash } from './copy.ts';
import { countsOf, newestOf, passesCheck, passesReferences, sameCounts } from './contents.ts';
import { headerBytes, type BackupHeader } from './format.ts';
import type { EncryptJob, JobControl, JobResults, MigrateJob, ReadBackup, ReadJob } from './jobs.ts';
import { readHeader } from './read-header.ts';

/**
 * Checks a backup in full and leaves its database at `into`: every bit by SHA-256, then the database itself and
 * its counts. Whatever is wrong leaves nothing at `into`.
 *
 * @throws FailureError `fileMissing`, `backupForeign`, `backupDamaged` or `backupNewer`
 */
export const readBackup = (job: ReadJob, control: JobControl): ReadBackup => {
  try {
    return unpack(job, control);
  } catch (error) {
    rmSync(job.into, { force: true });
    throw error;
  }
};

const unpack = (job: ReadJob, control: JobControl): ReadBackup => {
  const path = job.source;
  const header = readHeader(path);
  const sizeBytes = statSync(path).size;
  const damaged = () => new FailureError({ code: 'backupDamaged', path });
  if (sizeBytes !== headerBytes + header.imageBytes) throw damaged();
  const from = { path, position: headerBytes };
  const { sha256 } = copyAndHash({ from, to: { path: job.into, position: 0 }, phase: 'checking', control });
  if (sha256 !== header.imageSha256) throw damaged();
  if (header.schema > currentSchema) {
    throw new FailureError({ code: 'backupNewer', path, schema: header.schema, ours: currentSchema });
  }
  syncFile(job.into);
  control.report({ phase: 'checking', done: 0, total: null });
  const newest = checkContents(job, header);
  if (newest === null) throw damaged();
  return { header, sizeBytes, newest, needsMigration: header.schema < currentSchema };
};

/** Null when the database is not what its header says it is. */
const checkContents = ({ into, key }: ReadJob, header: BackupHeader): ReadBackup['newest'] | null => {
  let database: Database | undefined;
  try {
    database = openDatabase(into, { readonly: true, mustExist: true, key });
    const agrees =
      database.pragma('application_id', { simple: true }) === applicationId &&
      schemaOf(database) === header.schema &&
      passesCheck(database) &&
      passesReferences(database) &&
      sameCounts(countsOf(database), header.counts);
    return agrees ? newestOf(database) : null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  } finally {
    database?.close();
  }
};

/**
 * Copies a database under another key and checks the copy as a backup is checked. Whatever is wrong leaves no copy.
 *
 * @throws FailureError `archiveDamaged` about the source
 */
export const encryptDatabase = ({ from, to }: EncryptJob, control: JobControl): JobResults['encrypt'] => {
  try {
    copyDatabase(from, to, {
      check: control.check,
      progress: (done, total) => control.report({ phase: 'encrypting', done, total }),
    });
    const database = openDatabase(to.path, { readonly: true, mustExist: true, key: to.key });
    try {
      if (!passesCheck(database) || !passesReferences(database))
        throw new FailureError({ code: 'archiveDamaged', path: from.path });
      return { counts: countsOf(database) };
    } finally {
      database.close();
    }
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${to.path}${suffix}`, { force: true });
    throw isDamage(error)
      ? new FailureError({ code: 'archiveDamaged', path: from.path }, { cause: error })
      : error;
  }
};

/** Migrates an unpacked database and checks it again. */
export const migrateUnpacked = (job: MigrateJob, control: JobControl): JobResults['migrate'] => {
  control.report({ phase: 'migrating', done: 0, total: null });
  const database = openDatabase(job.path, { mustExist: true, key: job.key });
  try {
    migrate(database);
    if (!passesCheck(database) || !passesReferences(database))
      throw new FailureError({ code: 'archiveDamaged', path: job.path });
    return { counts: countsOf(database) };
  } finally {
    database.close();
  }
};
