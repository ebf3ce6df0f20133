import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ArchiveCounts, Backup, RestoreResult } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import { archiveFileName } from '../database/open.ts';
import {
  discardPrevious,
  incomingPath,
  keepPrevious,
  replaceArchive,
  revertReplacement,
} from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { Log } from '../log.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { countsOf, sameCounts } from './contents.ts';
import { createBackup } from './create.ts';
import { runJob } from './run-job.ts';

/** What restoring needs of whoever opens and closes the archive. The folder's lock is held throughout. */
export interface RestoreHost {
  readonly folder: string;
  readonly clock: () => Date;
  readonly log: Log;
  /** The open archive; null when there is none, or one that cannot be opened. */
  readonly session: Session | null;
  /** Closes every connection to the archive. Called from within the write queue: it must not wait for that. */
  close(): Promise<void>;
  /** Opens the folder again and answers the new session. */
  reopen(): Promise<Pick<Session, 'sqlite'>>;
}

/**
 * Puts a backup in the place of the archive: checks it in full, keeps a backup of what is open now, migrates
 * the copy when it is older, swaps, opens, and compares the counts. Up to the swap nothing of the archive is
 * touched, and cancelling leaves no trace; whatever goes wrong afterwards brings back what was.
 *
 * An archive that could not be opened is kept beside the new one under a name with the time.
 *
 * @param path of the backup
 * @throws FailureError `backupDamaged`, `backupForeign`, `backupNewer`, `restoreFailed` …
 */
export const restoreBackup = (
  host: RestoreHost,
  path: string,
  report: Report,
  signal?: AbortSignal,
): Promise<RestoreResult> => {
  const work = () => restore(host, path, report, signal);
  // In the queue no change can come between the safety backup and the swap.
  return host.session ? host.session.queue.run(work) : work();
};

const restore = async (
  host: RestoreHost,
  path: string,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<RestoreResult> => {
  const { folder, log } = host;
  const incoming = incomingPath(folder);
  let safetyBackup: Backup | null = null;
  let counts: ArchiveCounts;
  try {
    requireFreeSpace(folder, statSync(path).size);
    removeIncoming(incoming);
    counts = await prepare(path, incoming, report, signal);
    if (host.session) {
      const spare = [basename(path)];
      safetyBackup = await createBackup(host.session, { reason: 'beforeRestore', report, signal, spare });
    }
    throwIfCancelled(signal);
  } catch (error) {
    removeIncoming(incoming);
    throw new FailureError(explain(error, { path, log }), { cause: error });
  }
  report({ phase: 'swapping', done: 0, total: null });
  await swap(host, counts, safetyBackup);
  log.note('backup restored', { customers: counts.customers });
  return { counts, safetyBackup };
};

/** Unpacks the backup to `incoming`, checked and of the current schema; answers what is in it. */
const prepare = async (
  path: string,
  incoming: string,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<ArchiveCounts> => {
  const { header, needsMigration } = await runJob(
    { kind: 'read', source: path, into: incoming },
    report,
    signal,
  );
  if (!needsMigration) return header.counts;
  return (await runJob({ kind: 'migrate', path: incoming }, report, signal)).counts;
};

const swap = async (host: RestoreHost, counts: ArchiveCounts, safetyBackup: Backup | null): Promise<void> => {
  const { folder, log, clock } = host;
  const live = join(folder, archiveFileName);
  await host.close();
  try {
    replaceArchive(folder, clock());
  } catch (error) {
    removeIncoming(incomingPath(folder));
    if (host.session) await host.reopen();
    throw new FailureError(explain(error, { path: live, log }), { cause: error });
  }
  try {
    const { sqlite } = await host.reopen();
    if (!sameCounts(countsOf(sqlite), counts))
      throw new Error('the restored archive does not hold what its backup does');
  } catch (error) {
    log.incident(error);
    await host.close();
    revertReplacement(folder);
    if (host.session) await host.reopen();
    throw new FailureError(
      { code: 'restoreFailed', safetyBackup: safetyBackup?.path ?? live },
      { cause: error },
    );
  }
  // What was open is in the safety backup, checked. What could not be opened is nowhere else.
  if (safetyBackup) discardPrevious(folder);
  else keepPrevious(folder, clock());
};

const removeIncoming = (incoming: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${incoming}${suffix}`, { force: true });
};
