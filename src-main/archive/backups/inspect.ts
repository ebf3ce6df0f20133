import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupInspection } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import { inspectionPrefix } from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { Log } from '../log.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { countsOf, newestOf } from './contents.ts';
import { contractual } from './create.ts';
import { asBackup } from './folder.ts';
import { runJob } from './run-job.ts';

/** What inspecting needs to know of the archive: its folder always, the rest when one is open. */
export interface InspectionPlace {
  readonly folder: string;
  readonly log: Log;
  readonly session: Pick<Session, 'sqlite'> | null;
}

/**
 * Checks a backup in full and says what is in it beside what is open now. The archive is not touched.
 *
 * @param path of the backup
 * @throws FailureError `backupDamaged`, `backupForeign`, `backupNewer`, `fileMissing`, `cancelled` …
 */
export const inspectBackup = async (
  place: InspectionPlace,
  path: string,
  report: Report,
  signal?: AbortSignal,
): Promise<BackupInspection> => {
  const into = join(place.folder, `${inspectionPrefix}${randomBytes(4).toString('hex')}.db`);
  try {
    requireFreeSpace(place.folder, statSync(path).size);
    const { header, sizeBytes, newest, needsMigration } = await runJob(
      { kind: 'read', source: path, into },
      report,
      signal,
    );
    return {
      backup: contractual(asBackup(path, header, sizeBytes)),
      newest,
      now: place.session && countsOf(place.session.sqlite),
      nowNewest: place.session ? newestOf(place.session.sqlite) : [],
      needsMigration,
    };
  } catch (error) {
    throw new FailureError(explain(error, { path, log: place.log }), { cause: error });
  } finally {
    rmSync(into, { force: true });
  }
};
