import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { FailureError } from '../../../src-shared/failures.ts';
import { putInPlace } from '../atomic-file.ts';
import { schemaOf } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { isDamage } from '../explain.ts';
import { copyAndHash, writeAll } from './copy.ts';
import { countsOf, lastChangeOf, passesCheck } from './contents.ts';
import { decodeHeader, encodeHeader, headerBytes, type BackupHeader } from './format.ts';
import type { JobControl, JobResults, WriteJob } from './jobs.ts';
import { readBytes } from './read-header.ts';

/**
 * Makes a backup. The file has its name only after its database was opened and checked in full, and after what
 * lies on the disk was read again and has the SHA-256 that its header names.
 *
 * @throws FailureError `archiveDamaged` when it is the archive itself that does not pass the check
 */
export const writeBackup = (job: WriteJob, control: JobControl): JobResults['write'] => {
  try {
    const contents = blamingSource(job, () => {
      vacuumInto(job.source, job.image);
      control.check();
      return checkImage(job, control);
    });
    const position = headerBytes;
    const to = { path: job.partial, position };
    const { bytes, sha256 } = copyAndHash({
      from: { path: job.image, position: 0 },
      to,
      phase: 'copying',
      control,
    });
    const header: BackupHeader = { ...job.header, ...contents, imageBytes: bytes, imageSha256: sha256 };
    writeHeader(job.partial, header);
    rmSync(job.image);
    putInPlaceVerified(job, header, control);
    return { header, sizeBytes: statSync(job.target).size };
  } finally {
    rmSync(job.image, { force: true });
    rmSync(`${job.image}-journal`, { force: true });
    rmSync(job.partial, { force: true });
  }
};

/** A copy is as damaged as what it was made of. */
const blamingSource = <T>({ source }: WriteJob, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw isDamage(error)
      ? new FailureError({ code: 'archiveDamaged', path: source }, { cause: error })
      : error;
  }
};

/** A consistent copy of a live archive, over a connection of its own, that is also rid of everything deleted. */
const vacuumInto = (source: string, image: string): void => {
  const database = openDatabase(source, { readonly: true, mustExist: true });
  try {
    database.prepare('vacuum into ?').run(image);
  } finally {
    database.close();
  }
};

const checkImage = (
  job: WriteJob,
  control: JobControl,
): Pick<BackupHeader, 'schema' | 'counts' | 'lastChange'> => {
  control.report({ phase: 'checking', done: 0, total: null });
  const database = openDatabase(job.image, { readonly: true, mustExist: true });
  try {
    if (!passesCheck(database)) throw new FailureError({ code: 'archiveDamaged', path: job.source });
    return { schema: schemaOf(database), counts: countsOf(database), lastChange: lastChangeOf(database) };
  } finally {
    database.close();
  }
};

const writeHeader = (path: string, header: BackupHeader): void => {
  const file = openSync(path, 'r+');
  try {
    writeAll(file, encodeHeader(header), 0);
  } finally {
    closeSync(file);
  }
};

const putInPlaceVerified = (job: WriteJob, header: BackupHeader, control: JobControl): void => {
  const readBack = decodeHeader(readBytes(job.partial, headerBytes));
  const { sha256 } = copyAndHash({
    from: { path: job.partial, position: headerBytes },
    phase: 'checking',
    control,
  });
  if (typeof readBack === 'string' || readBack.imageSha256 !== sha256 || sha256 !== header.imageSha256) {
    throw new FailureError({ code: 'ioError', path: job.target });
  }
  putInPlace(job.partial, job.target);
};
