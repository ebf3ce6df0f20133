import { FailureError } from '../../../src-shared/failures.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import { startSqliteThread } from '../sqlite-thread.ts';
import { workerFile } from '../worker-file.ts';
import type { BackupJob, CancelFlag, JobMessage, JobResults } from './jobs.ts';

/** Workers that take jobs one after the other, each the next that waits as soon as it is free. */
export interface Lanes {
  /** @throws what the job threw; FailureError `cancelled` */
  run<J extends BackupJob>(job: J): Promise<JobResults[J['kind']]>;
  /** Ends the workers; resolves when none of them touches a file any more. */
  close(): Promise<void>;
}

interface Waiting {
  readonly job: BackupJob;
  readonly resolve: (result: JobResults[BackupJob['kind']]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Starts workers. Cancelling takes effect between two steps of a job: SQLite's own copying and checking cannot be
 * stopped in the middle.
 */
export const openLanes = (count: number, report: Report, signal: AbortSignal | undefined): Lanes => {
  throwIfCancelled(signal);
  const cancel: CancelFlag = new Int32Array(new SharedArrayBuffer(4));
  const giveUp = () => void Atomics.store(cancel, 0, 1);
  signal?.addEventListener('abort', giveUp);
  const waiting: Waiting[] = [];
  const lanes = Array.from({ length: count }, () => openLane(cancel, report, () => waiting.shift()));
  return {
    run: <J extends BackupJob>(job: J) =>
      new Promise<JobResults[J['kind']]>((resolve, reject) => {
        // The worker answers each job with the result of its kind.
        waiting.push({ job, resolve: (result) => resolve(result as JobResults[J['kind']]), reject });
        for (const lane of lanes) lane.wake();
      }),
    async close() {
      signal?.removeEventListener('abort', giveUp);
      // What still runs is of no use any more; it stops where it can.
      giveUp();
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
};

const openLane = (cancel: CancelFlag, report: Report, next: () => Waiting | undefined) => {
  const { worker, end } = startSqliteThread(
    workerFile(import.meta.url, 'backup-worker'),
    { workerData: cancel, name: 'backup' },
    (message) => {
      hear(message as JobMessage);
    },
  );
  let current: Waiting | undefined;
  let broken: Error | undefined;
  const wake = () => {
    if (current) return;
    current = next();
    if (!current) return;
    if (broken) settle((waiting) => waiting.reject(broken));
    else worker.postMessage(current.job);
  };
  const settle = (end: (waiting: Waiting) => void) => {
    const ended = current;
    current = undefined;
    if (ended) end(ended);
    wake();
  };
  const breakDown = (error: Error) => {
    broken ??= error;
    settle((waiting) => waiting.reject(broken));
  };
  const hear = (message: JobMessage) => {
    if (message.type === 'progress') report(message.progress);
    else if (message.type === 'done') settle((waiting) => waiting.resolve(message.result));
    else if (message.type === 'failed')
      settle((waiting) => waiting.reject(new FailureError(message.failure)));
    else settle((waiting) => waiting.reject(asError(message)));
  };
  worker.on('error', breakDown);
  worker.on('exit', (code) => breakDown(new Error(`a backup worker ended with ${code}`)));
  return { wake, close: end };
};

/** An error of the worker's as it was thrown there, with what `explain()` goes by. */
const asError = ({ name, message, stack, code, path }: Extract<JobMessage, { type: 'threw' }>): Error =>
  Object.assign(new Error(message), { name, stack, ...(code && { code }), ...(path && { path }) });

/** Runs one job in a worker of its own. */
export const runJob = async <J extends BackupJob>(
  job: J,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<JobResults[J['kind']]> => {
  const lanes = openLanes(1, report, signal);
  try {
    return await lanes.run(job);
  } finally {
    await lanes.close();
  }
};
