import { backupBeforeMigration } from './backups/create.ts';
import { createInspections } from './backups/inspections.ts';
import { createBackupKeeper, type BackupKeeper } from './backups/keeper.ts';
import { openBackupMemory } from './backups/memory.ts';
import { createEvents } from './events.ts';
import type { FileGrants } from './files.ts';
import { createHolder, type ArchiveHolder } from './holder.ts';
import { createLog, type Log } from './log.ts';
import { createRouter, type ArchiveRouter } from './router.ts';

export interface ArchiveOptions {
  /** The archive folder. */
  folder: string;
  files: FileGrants;
  /** Version of the program, written into backups. */
  appVersion: string;
  /** Makes the folder when it is missing: for the default place, not for one the user named. */
  createFolder?: boolean;
  clock?: () => Date;
  /** Milliseconds that never jump, for what is done every half hour; default the process's own. */
  now?: () => number;
  log?: Log;
}

export interface Archive {
  /** Implements `archiveContract`; hosts hand it their ports. */
  readonly router: ArchiveRouter;
  readonly holder: ArchiveHolder;
  readonly backups: BackupKeeper;
  /** Closes everything; with `backup`, after a backup of what was changed since the last one. */
  close(options?: { backup: boolean }): Promise<void>;
}

/** Opens what is in the folder. Never throws for what it finds there: that becomes the archive's state. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { folder, files, appVersion, createFolder = false, clock = () => new Date(), now } = options;
  const log = options.log ?? createLog(folder);
  const holder = createHolder(
    {
      folder,
      files,
      appVersion,
      clock,
      log,
      events: createEvents(),
      backupMemory: openBackupMemory(folder, log.note),
    },
    { createFolder, beforeMigration: backupBeforeMigration },
  );
  await holder.open();
  const backups = createBackupKeeper(holder, now === undefined ? {} : { now });
  const inspections = createInspections(holder);
  backups.copyInBackground();
  return {
    router: createRouter(holder, backups, inspections),
    holder,
    backups,
    async close({ backup } = { backup: false }) {
      await backups.close({ backup });
      inspections.closeAll();
      await holder.close();
    },
  };
}
