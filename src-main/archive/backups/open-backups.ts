import { rm } from 'node:fs/promises';
import { FailureError } from '../../../src-shared/failures.ts';
import type { ArchiveHolder } from '../holder.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import type { Queue } from '../queue.ts';
import type { AutomaticBackups } from './automatic.ts';
import { backedUp } from './create.ts';
import type { ListedBackup } from './list.ts';

interface Keeping {
  readonly holder: ArchiveHolder;
  readonly automatic: Pick<AutomaticBackups, 'make'>;
  /** What is done with backups one after the other. */
  readonly work: Queue;
  /** All backups that can be reached now. */
  list(): Promise<readonly ListedBackup[]>;
}

/**
 * Deletes backups of the archive that open without a password: those of before it had one. Before that there is one with a password
 * that holds everything. What is of another archive, or does not say of which it is, is none of ours and stays.
 *
 * @param shas contents of those that go
 * @returns how many went, copies in two places counted once
 * @throws FailureError `notFound backup` when none of them is such a backup; `cancelled`; whatever making one throws
 */
export const removeOpenBackups = async (
  { holder, automatic, work, list }: Keeping,
  shas: readonly string[],
  report: Report,
  signal: AbortSignal,
): Promise<{ removed: number }> => {
  const { backupMemory: memory } = holder.surroundings;
  const chosen = async (): Promise<ListedBackup[]> => {
    const { archiveId } = memory.now();
    return (await list()).filter(
      (backup) =>
        shas.includes(backup.sha256) &&
        !backup.hasPassword &&
        archiveId !== null &&
        backup.archiveId === archiveId,
    );
  };
  if ((await chosen()).length === 0) throw new FailureError({ code: 'notFound', what: 'backup' });
  const { lastGood, changedSince } = await backedUp(holder.session());
  if (!lastGood?.hasPassword || changedSince) await automatic.make({ reason: 'manual', report, signal });
  throwIfCancelled(signal);
  return work.run(async () => {
    const files = await chosen();
    for (const { path } of files) await rm(path, { force: true });
    return { removed: new Set(files.map(({ sha256 }) => sha256)).size };
  });
};
