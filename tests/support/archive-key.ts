import { dirname } from 'node:path';
import { markOfFile } from '../../src-main/archive/database/mark.ts';
import type { DataKey } from '../../src-main/archive/keys/data-key.ts';
import { findEntry } from '../../src-main/archive/keys/find-entry.ts';
import { openClear } from '../../src-main/archive/keys/slots.ts';

/** The key of a closed database file, by the key file beside it; null when it is plain. For archives without a password. */
export function keyOfFile(path: string): DataKey | null {
  const mark = markOfFile(path);
  if (mark.kind !== 'encrypted') return null;
  const key = openClear(findEntry(dirname(path), mark.keyId, { writable: false }));
  if (key === null) throw new Error('the archive has a password');
  return key;
}
