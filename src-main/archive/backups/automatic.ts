import type { Backup, BackupReason } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import { backedUp, createBackup, ensureBackup, type CreateBackupOptions } from './create.ts';

const minute = 60_000;

/** So often a backup is made while things change, in ms. */
const every = 30 * minute;

/** A backup that failed is tried again after this, in ms; changes that a run before this one left come first as well. */
const again = 5 * minute;
const afterStart = 2 * minute;

/** Backups that nobody asked for. */
export interface AutomaticBackups {
  /** Makes one when the time has come, something changed and nothing is being written. Never throws. */
  tick(signal: AbortSignal): Promise<void>;
  /**
   * The newest backup when it holds everything, else a new one. A failure is remembered and shown until one came about.
   *
   * @throws FailureError
   */
  ensure(reason: BackupReason, options?: Omit<CreateBackupOptions, 'reason'>): Promise<Backup>;
  /** Makes one whatever the last one holds. @throws FailureError */
  make(options: CreateBackupOptions): Promise<Backup>;
  running(): boolean;
  /** There is nothing to go back to: the next one is due now, unless the last one just failed. */
  hasten(): void;
}

/**
 * @param options.now ms of a clock that never jumps
 * @param options.changed is called whenever there is something else to show
 */
export const createAutomaticBackups = (
  holder: ArchiveHolder,
  options: { readonly now: () => number; readonly changed: () => void },
): AutomaticBackups => {
  const { backupMemory: memory, clock, log } = holder.surroundings;
  const { now, changed } = options;
  let dueAt = now() + afterStart;
  let running = 0;

  const noted = async (reason: BackupReason, work: () => Promise<Backup>): Promise<Backup> => {
    running += 1;
    changed();
    try {
      const backup = await work();
      dueAt = now() + every;
      if (memory.now().failed !== null) await memory.update({ failed: null });
      return backup;
    } catch (error) {
      const failure = explain(error, { path: holder.path, log });
      if (failure.code !== 'cancelled') {
        dueAt = now() + again;
        log.note('backup failed');
        await memory.update({ failed: { failure, reason, at: clock().toISOString() } });
      }
      throw new FailureError(failure, { cause: error });
    } finally {
      running -= 1;
      changed();
    }
  };

  const ensure: AutomaticBackups['ensure'] = async (reason, given = {}) => {
    const session = holder.session();
    const { lastGood, changedSince } = await backedUp(session);
    if (lastGood && !changedSince) return ensureBackup(session, { ...given, reason });
    return noted(reason, () => ensureBackup(session, { ...given, reason }));
  };

  return {
    async tick(signal) {
      const held = holder.state();
      if (now() < dueAt || running > 0 || held.state !== 'open' || !held.session.writable) return;
      // Not in the middle of a change: what it writes is not committed yet, and the disk is busy with it.
      if (held.session.queue.busy()) return;
      // One that fails is remembered, said on every screen and tried again; nobody waits for this one.
      await ensure('scheduled', { signal }).catch(() => {});
    },
    ensure,
    make: (given) => noted(given.reason, () => createBackup(holder.session(), given)),
    running: () => running > 0,
    hasten() {
      if (memory.now().failed === null) dueAt = now();
    },
  };
};
