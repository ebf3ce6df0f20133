import { statSync } from 'node:fs';
import type { Report } from '../long-work.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import { createBackup, type BackupOf } from '../backups/create.ts';
import { runJob } from '../backups/lanes.ts';
import { removeIncoming } from '../backups/unpack.ts';
import { discardKept, incomingPath, keepPrevious, replaceArchive } from '../database/replace.ts';
import { newDataKey, type DataKey } from './data-key.ts';
import { unusedIds } from './find-entry.ts';
import { writeEntry } from './key-file.ts';
import type { KeyEntry } from './slots.ts';

/** A checked copy of an archive under a new key, ready to take its place. */
export interface EncryptedAnew {
  readonly key: DataKey;
  readonly entry: KeyEntry;
}

interface EncryptOptions {
  /** What is to open the new key. */
  readonly entryOf: (key: DataKey) => KeyEntry | Promise<KeyEntry>;
  readonly report?: Report;
  readonly signal?: AbortSignal;
}

/**
 * Copies an archive row by row under a new key and makes a verified backup of the copy. Nothing may be written to the archive
 * meanwhile; reading goes on. The key file has the new key before the archive does, so that whatever is interrupted
 * leaves the old archive with its key or the new one with its own.
 */
export const encryptAnew = async (
  archive: BackupOf,
  { entryOf, report = () => {}, signal }: EncryptOptions,
): Promise<EncryptedAnew> => {
  const { folder } = archive;
  const incoming = incomingPath(folder);
  removeIncoming(incoming);
  requireFreeSpace(folder, statSync(archive.path).size);
  const key = newDataKey();
  const entry = await entryOf(key);
  try {
    const from = { path: archive.path, key: archive.key };
    await runJob({ kind: 'encrypt', from, to: { path: incoming, key } }, report, signal);
    writeEntry(folder, entry, unusedIds(folder, archive.key?.id ?? null));
    await createBackup({ ...archive, path: incoming, key }, { reason: 'beforeMigration', report, signal });
    return { key, entry };
  } catch (error) {
    removeIncoming(incoming);
    throw error;
  }
};

/**
 * Puts the copy in the place of the archive, which must be closed. What the archive was before is deleted; the backup
 * holds it.
 */
export const putAnew = ({ folder, clock }: BackupOf, { key, entry }: EncryptedAnew): void => {
  replaceArchive(folder, clock());
  const kept = keepPrevious(folder, clock());
  if (kept !== null) discardKept(kept);
  writeEntry(folder, entry, unusedIds(folder, key.id));
};
