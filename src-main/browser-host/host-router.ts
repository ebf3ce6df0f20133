import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { FailureError } from '../../src-shared/failures.ts';
import type { HostCommand } from '../../src-shared/host.ts';
import type { Log } from '../archive/log.ts';
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
  readonly folder: string;
  readonly grants: Grants;
  readonly log: Log;
  readonly uploads: Uploads;
  readonly backupFolder: () => Promise<string | null>;
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
      folder: options.folder,
    })),

    pickFiles: host.pickFiles.handler(() => []),

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
      if (!status?.isDirectory()) throw new FailureError({ code: 'placeNotConnected', path });
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
      const folder = input.folder === 'archive' ? options.folder : await options.backupFolder();
      if (folder === null) throw new FailureError({ code: 'noArchive' });
      if (!existsSync(folder)) throw new FailureError({ code: 'fileMissing', path: folder });
      return options.open(folder);
    }),

    // The folder is named where the host is started; a page in a browser cannot choose folders of this computer.
    changeFolder: host.changeFolder.handler(() => false),

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
