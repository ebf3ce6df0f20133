import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../src-shared/failures.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import type { BackupJob, JobMessage, JobResults, JobStart } from './jobs.ts';

/**
 * Beside this module when run from its source, and in the folder of the bundle's entries, or above that of its
 * shared parts, when bundled.
 */
const workerFile = (): URL => {
  const places = ['./backup-worker.ts', './backup-worker.js', '../backup-worker.js'];
  const urls = places.map((place) => new URL(place, import.meta.url));
  const found = urls.find((url) => existsSync(fileURLToPath(url)));
  if (!found) throw new Error('the backup worker is missing from the bundle');
  return found;
};

/**
 * Runs a job in a worker of its own. Cancelling takes effect between two steps of it: SQLite's own copying
 * cannot be stopped in the middle.
 *
 * @throws what the job threw; FailureError `cancelled`
 */
export const runJob = async <J extends BackupJob>(
  job: J,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<JobResults[J['kind']]> => {
  throwIfCancelled(signal);
  const cancel = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(workerFile(), { workerData: { job, cancel } satisfies JobStart, name: 'backup' });
  const onAbort = () => Atomics.store(cancel, 0, 1);
  signal?.addEventListener('abort', onAbort);
  try {
    return (await outcome(worker, report)) as JobResults[J['kind']];
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
};

const outcome = (worker: Worker, report: Report): Promise<JobResults[BackupJob['kind']]> =>
  new Promise((resolve, reject) => {
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') report(message.progress);
      else if (message.type === 'done') resolve(message.result);
      else if (message.type === 'failed') reject(new FailureError(message.failure));
      else reject(asError(message));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the backup worker ended with ${code}`)));
  });

/** An error of the worker's as it was thrown there, with what `explain()` goes by. */
const asError = ({ name, message, stack, code, path }: Extract<JobMessage, { type: 'threw' }>): Error =>
  Object.assign(new Error(message), { name, stack, ...(code && { code }), ...(path && { path }) });
