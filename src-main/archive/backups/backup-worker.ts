import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../../../src-shared/failures.ts';
import type { BackupJob, JobControl, JobMessage, JobResults, JobStart } from './jobs.ts';
import { migrateUnpacked, readBackup } from './read-job.ts';
import { writeBackup } from './write-job.ts';

// The worker's entry. SQLite's vacuum, its check and SHA-256 of a large file each hold a thread for seconds; in
// here they hold nobody up.

// The rule knows windows, whose messages need an origin; this is a port between threads.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const send = (message: JobMessage): void => parentPort?.postMessage(message);

const run = (job: BackupJob, control: JobControl): JobResults[BackupJob['kind']] => {
  if (job.kind === 'write') return writeBackup(job, control);
  if (job.kind === 'read') return readBackup(job, control);
  return migrateUnpacked(job, control);
};

const textOf = (error: Error, key: 'code' | 'path'): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
};

const start = ({ job, cancel }: JobStart): void => {
  const control: JobControl = {
    report: (progress) => send({ type: 'progress', progress }),
    check: () => {
      if (Atomics.load(cancel, 0) === 1) throw new FailureError({ code: 'cancelled' });
    },
  };
  try {
    send({ type: 'done', result: run(job, control) });
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

start(workerData as JobStart);
