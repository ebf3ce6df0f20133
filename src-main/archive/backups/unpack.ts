import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveCounts } from '../../../src-shared/backups.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import { incomingPath, inspectionPrefix } from '../database/replace.ts';
import type { ArchiveHolder } from '../holder.ts';
import { newDataKey, type DataKey } from '../keys/data-key.ts';
import { writeEntry } from '../keys/key-file.ts';
import type { Report } from '../long-work.ts';
import { entryInArchive, keyOfBackup, type RestoreSource } from './backup-key.ts';
import { runJob } from './lanes.ts';
import { numberOn } from './memory.ts';
import { readHeader } from './read-header.ts';

export interface Unpacked {
  readonly counts: ArchiveCounts;
  /** What the unpacked file is encrypted under. */
  readonly key: DataKey;
}

/**
 * Unpacks a backup beside the archive, checked, of the current schema and encrypted under the key it will have there: the
 * archive's own when one is open, so that its password stays; else the backup's, with all that opens it. A locked archive
 * keeps its key to itself: a backup that was made under it, by what opened it then, comes under a new one.
 */
export const unpackBackup = async (
  holder: ArchiveHolder,
  source: RestoreSource,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Unpacked> => {
  const { folder, clock } = holder.surroundings;
  const { path } = source;
  const incoming = incomingPath(folder);
  removeIncoming(incoming);
  requireFreeSpace(folder, statSync(path).size);
  const opened = await keyOfBackup(holder, readHeader(path), source);
  const from = opened?.key ?? null;
  const to = keyInArchive(holder, from);
  const same = from?.id === to.id;
  // A name that the next start removes, should this one end here.
  const into = same ? incoming : join(folder, `${inspectionPrefix}${randomBytes(4).toString('hex')}.db`);
  try {
    const { header, needsMigration } = await runJob(
      { kind: 'read', source: path, into, key: from },
      report,
      signal,
    );
    await numberOn(holder.surroundings.backupMemory, header.number);
    let { counts } = header;
    if (!same)
      ({ counts } = await runJob(
        { kind: 'encrypt', from: { path: into, key: from }, to: { path: incoming, key: to } },
        report,
        signal,
      ));
    if (needsMigration)
      ({ counts } = await runJob({ kind: 'migrate', path: incoming, key: to }, report, signal));
    // The key file knows the key before a file under it can become the archive.
    if (ownKey(holder)?.id !== to.id) writeEntry(folder, await entryInArchive(header, opened, to, clock()));
    return { counts, key: to };
  } finally {
    if (!same) removeIncoming(into);
  }
};

const keyInArchive = (holder: ArchiveHolder, from: DataKey | null): DataKey => {
  const held = holder.state();
  const isOfLocked = held.state === 'locked' && held.entry.id === from?.id;
  return ownKey(holder) ?? (isOfLocked ? null : from) ?? newDataKey();
};

const ownKey = (holder: ArchiveHolder): DataKey | null => {
  const held = holder.state();
  return held.state === 'open' ? held.session.key : null;
};

/** Removes what lies at the path and what SQLite makes beside it. */
export const removeIncoming = (incoming: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${incoming}${suffix}`, { force: true });
};
