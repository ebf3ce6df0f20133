import { backupBeforeMigration, ensureBackup } from './backups/create.ts';
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
  log?: Log;
}

export interface Archive {
  /** Implements `archiveContract`; hosts hand it their ports. */
  readonly router: ArchiveRouter;
  readonly holder: ArchiveHolder;
  /** Closes everything; with `backup`, after a backup of what was changed since the last one. */
  close(options?: { backup: boolean }): Promise<void>;
}

/** Opens what is in the folder. Never throws for what it finds there: that becomes the archive's state. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { folder, files, appVersion, createFolder = false, clock = () => new Date() } = options;
  const log = options.log ?? createLog(folder);
  const holder = createHolder(
    { folder, files, appVersion, clock, log, events: createEvents() },
    { createFolder, beforeMigration: backupBeforeMigration },
  );
  await holder.open();
  return {
    router: createRouter(holder),
    holder,
    async close({ backup } = { backup: false }) {
      const held = holder.state();
      if (backup && held.state === 'open' && held.session.writable) {
        // A backup that fails must not keep the program from ending; the next start says how old the last one is.
        await ensureBackup(held.session, { reason: 'quit' }).catch((error: unknown) => log.incident(error));
      }
      await holder.close();
    },
  };
}
