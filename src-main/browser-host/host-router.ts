import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { FailureError } from '../../src-shared/failures.ts';
import type { HostCommand } from '../../src-shared/host.ts';
import type { Log } from '../archive/log.ts';
import type { BackupPlace } from '../hosting/backup-places.ts';
import { externalAddress } from '../hosting/external-address.ts';
import { newToken, type Grants } from '../hosting/grants.ts';
import { implementHost } from '../hosting/implement-host.ts';
import { listDrives } from './drives.ts';
import type { Uploads } from '../hosting/uploads.ts';

/** What a connection brings along: the language its browser prefers. */
export interface Visitor {
  /** BCP 47 tag. */
  readonly locale: string;
}

/** The host's contract where the page runs in a browser: it asks and uploads by itself, and downloads what is written. */
export function createHostRouter(options: {
  readonly appVersion: string;
  readonly folder: () => string;
  /** Opens another folder in place of this one and remembers it. */
  readonly changeFolder: (folder: string) => Promise<void>;
  /** Opens the folder that the archive was moved to; false when it is still where it was. */
  readonly followMove: () => Promise<boolean>;
  readonly grants: Grants;
  readonly log: Log;
  readonly uploads: Uploads;
  readonly place: (place: BackupPlace) => Promise<string | null>;
  /** Opens an address or a folder with the system's program for it. */
  readonly open: (target: string) => Promise<void>;
  readonly openWindow: () => Promise<void>;
  readonly quit: () => void;
}) {
  const host = implementHost<Visitor>(options.log);
  const menu = new EventPublisher<Record<'command', HostCommand>>();

  return host.router({
    info: host.info.handler(({ context }) => ({
      kind: 'browser',
      appVersion: options.appVersion,
      platform: process.platform,
      locale: context.locale,
      versions: { node: process.versions.node },
      folder: options.folder(),
    })),

    pickFiles: host.pickFiles.handler(() => []),

    releaseFile: host.releaseFile.handler(({ input }) => options.uploads.release(input.token)),

    pickTarget: host.pickTarget.handler(async ({ input }) => {
      const { token, path, name } = await options.uploads.place(input.name);
      options.grants.add({ token, path, access: 'write' });
      return { token, name, download: `/files/${token}` };
    }),

    pickFolder: host.pickFolder.handler(() => null),

    drives: host.drives.handler(listDrives),

    nameFolder: host.nameFolder.handler(async ({ input }) => {
      const path = input.path.trim();
      const status = isAbsolute(path) ? await stat(path).catch(() => null) : null;
      if (!status?.isDirectory()) throw new FailureError({ code: 'folderMissing', path });
      const token = newToken();
      options.grants.add({ token, path, access: 'write' });
      return { token, path };
    }),

    reveal: host.reveal.handler(async ({ input }) => {
      if ('token' in input) {
        const grant = options.grants.find(input.token);
        if (grant === null) throw new FailureError({ code: 'notFound', what: 'file' });
        return options.open(dirname(grant.path));
      }
      const folder = input.folder === 'archive' ? options.folder() : await options.place(input.folder);
      if (folder === null) throw new FailureError({ code: 'noArchive' });
      if (!existsSync(folder)) {
        const code = input.folder === 'secondPlace' ? 'placeNotConnected' : 'fileMissing';
        throw new FailureError({ code, path: folder });
      }
      return options.open(folder);
    }),

    // A page in a browser cannot choose folders of this computer in a dialog, only name them.
    changeFolder: host.changeFolder.handler(async ({ input }) => {
      if (input.token === undefined) return false;
      const grant = options.grants.find(input.token);
      if (grant?.access !== 'write') throw new FailureError({ code: 'notFound', what: 'file' });
      if (resolve(grant.path) === resolve(options.folder())) return false;
      await options.changeFolder(grant.path);
      return true;
    }),

    followMove: host.followMove.handler(() => options.followMove()),

    openWindow: host.openWindow.handler(options.openWindow),

    openExternal: host.openExternal.handler(({ input }) => options.open(externalAddress(input.url))),

    quit: host.quit.handler(() => {
      setImmediate(options.quit);
    }),

    // A browser has no menu of ours: nothing is ever published.
    commands: host.commands.handler(({ signal }) => menu.subscribe('command', { signal })),
  });
}

export type HostRouter = ReturnType<typeof createHostRouter>;
