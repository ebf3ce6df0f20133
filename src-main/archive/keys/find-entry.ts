import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import { backupFolderOf } from '../backups/folder.ts';
import { backupExtension, type BackupHeader } from '../backups/format.ts';
import { readHeader } from '../backups/read-header.ts';
import { markOfFile } from '../database/mark.ts';
import { archiveFileName } from '../database/file-name.ts';
import { keyFileNames } from './file-names.ts';
import { entryIn, readKeyFile, writeEntry } from './key-file.ts';
import type { DataKey } from './data-key.ts';
import { openClear, type KeyEntry } from './slots.ts';

/**
 * The entry of a key: from the key file, from its copy, or from the newest backup made under that key, which then
 * becomes the key file again.
 *
 * @throws FailureError `keysMissing` when none of them has it
 */
export const findEntry = (folder: string, id: string, { writable }: { writable: boolean }): KeyEntry => {
  const found = entryIn(folder, id, { repair: writable });
  if (found) return found;
  const saved = fromNewestBackup(folder, id);
  if (saved) {
    if (writable) writeEntry(folder, saved);
    return saved;
  }
  throw new FailureError({ code: 'keysMissing', path: join(folder, keyFileNames[0]) });
};

const fromNewestBackup = (folder: string, id: string): KeyEntry | null => {
  const place = backupFolderOf(folder);
  const headers = existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith(backupExtension))
        .flatMap((name) => headerOrNone(join(place, name)))
    : [];
  const newest = headers
    .filter(({ keys }) => keys?.id === id)
    .toSorted((a, b) => b.number - a.number)
    .at(0);
  return newest?.keys ?? null;
};

/** Whatever is wrong with one backup, another one may have the entry. */
const headerOrNone = (path: string): BackupHeader[] => {
  try {
    return [readHeader(path)];
  } catch {
    return [];
  }
};

/**
 * Ids in the key file that open nothing any more: of files that were never finished. Entries of files that were kept
 * stay.
 *
 * @param current id of the archive's own key; its file is open, and is not looked at
 */
export const unusedIds = (folder: string, current: string | null): string[] => {
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith('.db') && name !== archiveFileName)
    .map((name) => markOfFile(join(folder, name)))
    .map((mark) => (mark.kind === 'encrypted' ? mark.keyId : null));
  return readKeyFile(folder, { repair: true })
    .map(({ id }) => id)
    .filter((id) => id !== current && !kept.includes(id));
};

/** The newest key that lies open beside an archive; null when there is none. */
export const openKeyIn = (folder: string): DataKey | null => {
  const entry = readKeyFile(folder, { repair: false }).at(-1);
  return entry ? openClear(entry) : null;
};
