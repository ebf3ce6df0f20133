import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { FailureError } from '../../../src-shared/failures.ts';
import { currentSchema } from '../database/migrate.ts';
import { decodeHeader, headerBytes, type BackupHeader } from './format.ts';

/**
 * The header of a backup.
 *
 * @throws FailureError `fileMissing`, `backupForeign`, `backupDamaged` or `backupNewer` (of a later format, whose
 * schema is not known: it is given as one more than ours)
 */
export const readHeader = (path: string): BackupHeader => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) throw new FailureError({ code: 'fileMissing', path });
  if (!status.isFile()) throw new FailureError({ code: 'backupForeign', path });
  const header = decodeHeader(readBytes(path, headerBytes));
  if (header === 'foreign') throw new FailureError({ code: 'backupForeign', path });
  if (header === 'damaged') throw new FailureError({ code: 'backupDamaged', path });
  if (header === 'newer') {
    throw new FailureError({ code: 'backupNewer', path, schema: currentSchema + 1, ours: currentSchema });
  }
  return header;
};

/** The first bytes of a file, fewer when it is shorter. */
export const readBytes = (path: string, length: number): Buffer => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
};
