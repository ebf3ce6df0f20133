import { backupBeforeMigration } from './backups/create.ts';
import { createInspections } from './backups/inspections.ts';
import { createBackupKeeper, type BackupKeeper } from './backups/keeper.ts';
import { openBackupMemory } from './backups/memory.ts';
import { announce, createEvents } from './events.ts';
import { encryptAnew, putAnew } from './keys/encrypt-archive.ts';
import { unprotected } from './keys/slots.ts';
import type { FileGrants } from './files.ts';
import { createHolder, type ArchiveHolder } from './holder.ts';
import { createLocker } from './keys/locker.ts';
import { createProtection } from './keys/protection.ts';
import type { ScryptCost } from './keys/scrypt.ts';
import { createLog, type Log } from './log.ts';
import { createTroubleWatch } from './trouble.ts';
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
  /** The archive is about to be locked, and nothing is under way any more: what a host keeps of customers has to go. */
  locking?: () => void;
  /** The cost of passwords instead of the one that fits this computer: for tests, which set many. */
  passwordCost?: ScryptCost;
}

export interface Archive {
  /** Implements `archiveContract`; hosts hand it their ports. */
  readonly router: ArchiveRouter;
  readonly holder: ArchiveHolder;
  readonly backups: BackupKeeper;
  /** Locks the archive if it has a password; resolves when it is locked. */
  lock(): Promise<void>;
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
    {
      createFolder,
      beforeMigration: backupBeforeMigration,
      async encrypt(archive) {
        const anew = await encryptAnew(archive, { entryOf: unprotected });
        putAnew(archive, anew);
        return anew.key;
      },
    },
  );
  const protection = createProtection(holder, options.passwordCost);
  const locker = createLocker(holder, {
    clock,
    hasPassword: () => protection.state().passwordSetAt !== null,
    letGo() {
      inspections.closeAll();
      options.locking?.();
    },
    tell: () => announce(holder.surroundings.events, ['archive']),
  });
  const trouble = createTroubleWatch(holder, () => announce(holder.surroundings.events, ['archive']));
  await holder.open();
  const backups = createBackupKeeper(holder, now === undefined ? {} : { now });
  const inspections = createInspections(holder);
  backups.copyInBackground();
  return {
    router: createRouter(holder, { keeper: backups, inspections, protection, locker, trouble }),
    holder,
    backups,
    lock: () => locker.lock(),
    async close({ backup } = { backup: false }) {
      locker.close();
      trouble.close();
      await backups.close({ backup });
      inspections.closeAll();
      await holder.close();
    },
  };
}
