import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../../../src-shared/failures.ts';
import { loadSqlite } from '../sqlite-thread.ts';
import { carryFiles } from './carry-job.ts';
import { checkTable, copyArchive, countImage } from './image-jobs.ts';
import type { BackupJob, CancelFlag, JobControl, JobMessage, JobResults } from './jobs.ts';
import { finishBackup, packImage } from './pack-jobs.ts';
import { duplicateBackup, verifyBackup } from './duplicate-job.ts';
import { encryptDatabase, migrateUnpacked, readBackup } from './read-job.ts';

// The entry of a worker. SQLite's vacuum, its check and SHA-256 of a large file each hold a thread for seconds; in
// here they hold nobody up.

loadSqlite();

const send = (message: JobMessage): void => parentPort?.postMessage(message);

const run = async (job: BackupJob, control: JobControl): Promise<JobResults[BackupJob['kind']]> => {
  switch (job.kind) {
    case 'copy':
      return copyArchive(job);
    case 'check':
      return checkTable(job);
    case 'count':
      return countImage(job);
    case 'pack':
      return packImage(job, control);
    case 'finish':
      return finishBackup(job, control);
    case 'verify':
      return verifyBackup(job, control);
    case 'duplicate':
      return duplicateBackup(job, control);
    case 'read':
      return readBackup(job, control);
    case 'compare': {
      // With it come the dictionaries that customers are read with: every backup would wait for them.
      const { compareArchives } = await import('./compare-job.ts');
      return compareArchives(job, control);
    }
    case 'migrate':
      return migrateUnpacked(job, control);
    case 'encrypt':
      return encryptDatabase(job, control);
    case 'carry':
      return carryFiles(job, control);
  }
};

const textOf = (error: Error, key: 'code' | 'path'): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
};

const cancel = workerData as CancelFlag;
const control: JobControl = {
  report: (progress) => send({ type: 'progress', progress }),
  check: () => {
    if (Atomics.load(cancel, 0) === 1) throw new FailureError({ code: 'cancelled' });
  },
};

const answer = async (job: BackupJob): Promise<void> => {
  try {
    control.check();
    send({ type: 'done', result: await run(job, control) });
  } catch (error) {
    if (error instanceof FailureError) {
      send({ type: 'failed', failure: error.failure });
      return;
    }
    const thrown = error instanceof Error ? error : new Error(String(error));
    send({
      type: 'threw',
      name: thrown.name,
      message: thrown.message,
      stack: thrown.stack ?? '',
      code: textOf(thrown, 'code'),
      path: textOf(thrown, 'path'),
    });
  }
};

parentPort?.on('message', (job: BackupJob) => void answer(job));
