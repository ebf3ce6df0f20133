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
  const holder = createHolder(
    { folder, files, appVersion, clock, log: options.log ?? createLog(folder), events: createEvents() },
    { createFolder, beforeMigration: async () => {} },
  );
  await holder.open();
  return {
    router: createRouter(holder),
    holder,
    async close() {
      await holder.close();
    },
  };
}
