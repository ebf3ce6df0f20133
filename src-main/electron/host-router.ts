import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { app, type BrowserWindow, shell } from 'electron';
import { FailureError } from '../../src-shared/failures.ts';
import type { HostCommand } from '../../src-shared/host.ts';
import { externalAddress } from '../hosting/external-address.ts';
import type { HostImplementer } from '../hosting/implement-host.ts';
import type { Uploads } from '../hosting/uploads.ts';
import type { ArchiveHost } from './archive-host.ts';
import { pickFiles, pickFolder, pickPlace, pickTarget } from './file-dialogs.ts';
import type { Words } from './words.ts';

/** Menu commands on their way to the page of one window, under the window's id. */
export type Commands = EventPublisher<Record<string, HostCommand>>;

/** The host's contract, answered with native dialogs and the system's file manager. */
export function createHostRouter(options: {
  readonly archive: ArchiveHost;
  readonly commands: Commands;
  readonly folder: () => string;
  readonly locale: string;
  readonly host: HostImplementer<{ window: BrowserWindow }>;
  readonly uploads: Pick<Uploads, 'release'>;
  readonly words: Words;
  /** Opens another folder in place of this one and remembers it. */
  readonly changeFolder: (folder: string) => Promise<void>;
  /** Opens the folder that the archive was moved to and remembers it; false when it is still where it was. */
  readonly followMove: () => Promise<boolean>;
  readonly openWindow: () => void;
}) {
  const { archive, host, words } = options;

  return host.router({
    info: host.info.handler(() => ({
      kind: 'electron',
      appVersion: app.getVersion(),
      platform: process.platform,
      locale: options.locale,
      versions: {
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        node: process.versions.node,
      },
      folder: options.folder(),
    })),

    pickFiles: host.pickFiles.handler(({ input, context }) =>
      pickFiles(context.window, input.purpose, words, archive.grant),
    ),

    releaseFile: host.releaseFile.handler(({ input }) => options.uploads.release(input.token)),

    pickTarget: host.pickTarget.handler(({ input, context }) =>
      pickTarget(
        context.window,
        { name: input.name, folder: app.getPath('documents') },
        words,
        archive.grant,
      ),
    ),

    pickFolder: host.pickFolder.handler(({ input, context }) =>
      pickPlace(context.window, input.purpose, words, archive.grant),
    ),

    drives: host.drives.handler(() => []),

    nameFolder: host.nameFolder.handler(({ input }) => {
      throw new FailureError({ code: 'noPermission', path: input.path });
    }),

    reveal: host.reveal.handler(async ({ input }) => {
      if ('token' in input) {
        const grant = archive.find(input.token);
        if (grant === null) throw new FailureError({ code: 'notFound', what: 'file' });
        if (!existsSync(grant.path)) throw new FailureError({ code: 'fileMissing', path: grant.path });
        shell.showItemInFolder(grant.path);
        return;
      }
      const folder = input.folder === 'archive' ? options.folder() : await archive.place(input.folder);
      if (folder === null) throw new FailureError({ code: 'noArchive' });
      if (input.folder === 'secondPlace' && !existsSync(folder))
        throw new FailureError({ code: 'placeNotConnected', path: folder });
      const problem = await shell.openPath(folder);
      if (problem !== '') throw new FailureError({ code: 'fileMissing', path: folder });
    }),

    changeFolder: host.changeFolder.handler(async ({ input, context }) => {
      const folder =
        input.token === undefined
          ? await pickFolder(context.window, words, options.folder())
          : pathOfFolder(archive, input.token);
      if (folder === null || resolve(folder) === resolve(options.folder())) return false;
      await options.changeFolder(folder);
      return true;
    }),

    followMove: host.followMove.handler(() => options.followMove()),

    openWindow: host.openWindow.handler(() => options.openWindow()),

    openExternal: host.openExternal.handler(({ input }) => shell.openExternal(externalAddress(input.url))),

    quit: host.quit.handler(() => {
      // After the answer has left: quitting closes the port it travels on.
      setImmediate(() => app.quit());
    }),

    commands: host.commands.handler(async function* ({ context, signal }) {
      for await (const command of options.commands.subscribe(String(context.window.id), { signal }))
        yield command;
    }),
  });
}

function pathOfFolder(archive: ArchiveHost, token: string): string {
  const grant = archive.find(token);
  if (grant?.access !== 'write') throw new FailureError({ code: 'notFound', what: 'file' });
  return grant.path;
}

export type HostRouter = ReturnType<typeof createHostRouter>;
