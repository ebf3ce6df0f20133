import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupInspection } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import { inspectionPrefix } from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import type { Report } from '../long-work.ts';
import { countsOf, newestOf } from './contents.ts';
import { asBackup, contractual } from './list.ts';
import { runJob } from './lanes.ts';

/**
 * Checks a backup in full and says what is in it beside what is open now. The archive is not touched.
 *
 * @param path of the backup
 * @throws FailureError `backupDamaged`, `backupForeign`, `backupNewer`, `fileMissing`, `cancelled` …
 */
export const inspectBackup = async (
  holder: ArchiveHolder,
  path: string,
  report: Report,
  signal?: AbortSignal,
): Promise<BackupInspection> => {
  const { folder, log, backupMemory } = holder.surroundings;
  const held = holder.state();
  const sqlite = held.state === 'open' ? held.session.sqlite : null;
  const into = join(folder, `${inspectionPrefix}${randomBytes(4).toString('hex')}.db`);
  try {
    requireFreeSpace(folder, statSync(path).size);
    const { header, sizeBytes, newest, needsMigration } = await runJob(
      { kind: 'read', source: path, into },
      report,
      signal,
    );
    return {
      backup: contractual(asBackup(path, header, sizeBytes, 'elsewhere', backupMemory)),
      newest,
      now: sqlite && countsOf(sqlite),
      nowNewest: sqlite ? newestOf(sqlite) : [],
      needsMigration,
    };
  } catch (error) {
    throw new FailureError(explain(error, { path, log }), { cause: error });
  } finally {
    rmSync(into, { force: true });
  }
};
