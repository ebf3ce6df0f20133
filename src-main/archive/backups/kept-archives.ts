import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, KeptArchive } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { markOfFile } from '../database/mark.ts';
import { isKeptName } from '../database/replace.ts';
import { wipeKey } from '../keys/data-key.ts';
import { entryIn } from '../keys/key-file.ts';
import { slotOf, type KeyEntry } from '../keys/slots.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { openWith } from './backup-key.ts';
import { createBackup } from './create.ts';

/** Archives beside the open one that were locked when it took their place, the newest first. */
export const listKept = (session: Session): KeptArchive[] =>
  readdirSync(session.folder)
    .filter((name) => entryOfKept(session, name) !== null)
    .map((id) => {
      const path = join(session.folder, id);
      const { mtime, size } = statSync(path);
      return { id, path, changedAt: mtime.toISOString(), sizeBytes: size };
    })
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt));

/** What opens a kept archive; null for any other file, and for one that is under the key of the open archive. */
const entryOfKept = ({ folder, key, writable }: Session, name: string): KeyEntry | null => {
  if (!isKeptName(name)) return null;
  const mark = markOfFile(join(folder, name));
  if (mark.kind !== 'encrypted' || mark.keyId === key?.id) return null;
  const entry = entryIn(folder, mark.keyId, { repair: writable });
  return entry && (slotOf(entry, 'password') ?? slotOf(entry, 'recovery')) ? entry : null;
};

/**
 * Makes an ordinary backup of a kept archive, which opens with the password it had: so it is looked at, restored and
 * brought back from like any other. The file itself stays.
 *
 * @throws FailureError `notFound backup`, `wrongPassword`, `archiveDamaged`
 */
export const backUpKept = async (
  session: Session,
  { id, password }: { id: string; password: string },
  report: Report,
  signal: AbortSignal,
): Promise<Backup> => {
  const entry = listKept(session).some((one) => one.id === id) ? entryOfKept(session, id) : null;
  if (!entry) throw new FailureError({ code: 'notFound', what: 'backup' });
  const opened = await openWith(entry, password);
  if (!opened) throw new FailureError({ code: 'wrongPassword' });
  const { folder, clock, appVersion, log, backupMemory } = session;
  try {
    return await createBackup(
      { folder, clock, appVersion, log, backupMemory, path: join(folder, id), key: opened.key },
      { reason: 'beforeRestore', report, signal },
    );
  } finally {
    wipeKey(opened.key);
    removeEmptyLog(join(folder, id));
  }
};

/** Reading leaves a log behind that says nothing; one that says something belongs to the file. */
const removeEmptyLog = (path: string): void => {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size !== 0) return;
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};
