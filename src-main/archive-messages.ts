import type { BackupPlace } from './hosting/backup-places.ts';
import type { Grant } from './hosting/grants.ts';

/** What the main process tells the archive process. A `port` message carries one port: a page's end is elsewhere. */
export type ToArchive =
  | {
      readonly kind: 'open';
      readonly folder: string;
      /** Whether to make the folder when it is missing: the usual one, not one that the user named. */
      readonly createFolder: boolean;
      readonly appVersion: string;
      readonly grants: readonly Grant[];
    }
  | { readonly kind: 'port' }
  | { readonly kind: 'grant'; readonly id: number; readonly grant: Grant }
  | { readonly kind: 'place'; readonly id: number; readonly place: BackupPlace }
  /** The computer goes to sleep or shows its own lock. */
  | { readonly kind: 'lock' }
  | { readonly kind: 'close'; readonly backup: boolean };

/** What the archive process answers: `done` to each message with an `id`, and `closed` just before it ends. */
export type FromArchive =
  | { readonly kind: 'done'; readonly id: number; readonly value: string | null }
  /** The archive is being locked: what was given to it has to go. */
  | { readonly kind: 'locking' }
  | { readonly kind: 'closed' };
