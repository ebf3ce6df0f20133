import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Backup, RestoreResult } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { openDatabase } from '../database/open.ts';
import {
  discardKept,
  incomingPath,
  keepPrevious,
  replaceArchive,
  revertReplacement,
} from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import type { RestoreSource } from './backup-key.ts';
import { countsOf, lastChangeOf, sameCounts } from './contents.ts';
import { createBackup } from './create.ts';
import { readHeader } from './read-header.ts';
import { removeIncoming, unpackBackup, type Unpacked } from './unpack.ts';

interface Prepared extends Unpacked {
  readonly safetyBackup: Backup | null;
}

/**
 * Puts a backup in the place of the archive: checks it in full, keeps a backup of what is open now, migrates
 * the copy when it is older, swaps, opens, and compares the counts. Up to the swap nothing of the archive is
 * touched, and cancelling leaves no trace; whatever goes wrong afterwards brings back what was.
 *
 * An archive that could not be opened, or is locked, is kept beside the new one under a name with the time.
 *
 * @throws FailureError `backupLocked`, `wrongPassword`, `backupDamaged`, `backupForeign`, `backupNewer`, `restoreFailed`, `cancelled` …
 */
export const restoreBackup = async (
  holder: ArchiveHolder,
  source: RestoreSource,
  report: Report,
  signal?: AbortSignal,
): Promise<RestoreResult> => {
  const { folder, log } = holder.surroundings;
  const incoming = incomingPath(folder);
  const before = holder.state().state;
  let prepared: Prepared;
  try {
    mkdirSync(folder, { recursive: true });
    holder.lock();
    prepared = await prepareAndClose(holder, source, report, signal);
  } catch (error) {
    removeIncoming(incoming);
    if (holder.state().state !== before) await holder.open();
    throw new FailureError(explain(error, { path: source.path, log }), { cause: error });
  }
  report({ phase: 'swapping', done: 0, total: null });
  const { counts, safetyBackup } = prepared;
  const kept = await swap(holder, prepared);
  log.note('backup restored', { customers: counts.customers });
  return { counts, safetyBackup, kept };
};

/**
 * Unpacks the backup, makes the safety backup and closes the archive; begins again when a change came in between
 * the last two, since it would be in neither. Without an open archive there is nothing to save or close.
 */
const prepareAndClose = async (
  holder: ArchiveHolder,
  source: RestoreSource,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Prepared> => {
  for (let tries = 0; tries < 5; tries += 1) {
    const unpacked = await unpackBackup(holder, source, report, signal);
    const held = holder.state();
    const safetyBackup =
      held.state === 'open' ? await backUp(held.session, basename(source.path), report, signal) : null;
    throwIfCancelled(signal);
    if (held.state !== 'open') {
      // Nobody unlocks it while it is put aside.
      if (held.state === 'locked') await holder.closeSession();
      return { ...unpacked, safetyBackup };
    }
    await holder.closeSession();
    if (safetyBackup === null || holdsLastChange(safetyBackup, held.session))
      return { ...unpacked, safetyBackup };
    await holder.open();
  }
  throw new FailureError({ code: 'busy', what: 'archive' });
};

/** Null for an archive that is open and damaged: no backup can be made of it, and restoring must not depend on one. */
const backUp = async (
  session: Session,
  restoring: string,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Backup | null> => {
  try {
    return await createBackup(session, { reason: 'beforeRestore', report, signal, spare: [restoring] });
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'archiveDamaged') return null;
    throw error;
  }
};

const holdsLastChange = (backup: Backup, { path, key }: Session): boolean => {
  const sqlite = openDatabase(path, { readonly: true, mustExist: true, key });
  try {
    const saved = readHeader(backup.path).lastChange;
    const last = lastChangeOf(sqlite);
    return saved?.id === last?.id && saved?.at === last?.at;
  } finally {
    sqlite.close();
  }
};

/**
 * The archive is closed; `safetyBackup` holds it, or it was not open in the first place.
 *
 * @returns where the file that was the archive is kept; null where the safety backup holds it, or there was none
 */
const swap = async (
  holder: ArchiveHolder,
  { counts, key, safetyBackup }: Prepared,
): Promise<string | null> => {
  const { folder, log, clock } = holder.surroundings;
  let kept: string | null;
  try {
    replaceArchive(folder, clock());
    kept = keepPrevious(folder, clock());
  } catch (error) {
    removeIncoming(incomingPath(folder));
    await holder.open();
    throw new FailureError(explain(error, { path: holder.path, log }), { cause: error });
  }
  const opened = await holder.open(key);
  if (opened.state === 'open' && sameCounts(countsOf(opened.session.sqlite), counts)) {
    // What was open is in the safety backup, checked. What could not be opened or was damaged stays as it is.
    if (kept === null || !safetyBackup) return kept;
    discardKept(kept);
    return null;
  }
  await holder.closeSession();
  revertReplacement(folder, kept);
  await holder.open();
  throw new FailureError({ code: 'restoreFailed', safetyBackup: safetyBackup?.path ?? holder.path });
};
