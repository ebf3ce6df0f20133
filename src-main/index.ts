import { join, resolve } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { app, BrowserWindow, Menu, powerMonitor, session } from 'electron';
import { createLog } from './archive/log.ts';
import { explain } from './archive/explain.ts';
import { homeOf } from './archive/moving/notes.ts';
import { startArchive } from './electron/archive-host.ts';
import { guardSession } from './electron/guards.ts';
import { type Commands, createHostRouter } from './electron/host-router.ts';
import { buildMenu } from './electron/menu.ts';
import { registerPageScheme, servePage } from './electron/page-protocol.ts';
import { handOutPorts } from './electron/ports.ts';
import { focusWindow, openWindow } from './electron/windows.ts';
import { wordsIn } from './electron/words.ts';
import { implementHost } from './hosting/implement-host.ts';
import { memoryFile } from './hosting/memory.ts';
import { createUploads } from './hosting/uploads.ts';
import { memoryPath, userDataFolder, usualArchiveFolder } from './hosting/user-data.ts';

/*
 * Electron's composition root: one instance, the guarded session, the page, the archive process, the windows, and
 * an end that closes the archive with a backup.
 */

/** How long (ms) quitting waits for the archive to close with its backup before it is killed; it survives that. */
const closingLimit = 60_000;

// The folder's name stays Latin whatever the product is called in the user's language.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', userDataFolder());

registerPageScheme();

if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  const userData = app.getPath('userData');
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  const words = wordsIn(locale);
  const log = createLog(userData);
  const memory = memoryFile(memoryPath(userData));
  const developmentServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  const commands: Commands = new EventPublisher();
  const usualFolder = usualArchiveFolder(userData);
  const remembered = chosenFolder(memory.read().folder) ?? usualFolder;
  // A move that was killed before it was remembered is in the folder that it began in.
  let folder = homeOf(remembered);
  if (folder !== remembered) memory.write({ folder });
  let ended: 'no' | 'closing' | 'closed' = 'no';
  let startAgain = false;

  guardSession(session.defaultSession, { developmentServer, blocked: () => log.note('request blocked') });

  const archive = startArchive({
    entry: join(import.meta.dirname, 'archive-process.js'),
    folder,
    createFolder: folder === usualFolder,
    appVersion: app.getVersion(),
    env: archiveEnvironment(),
    restarted: () => ports.renew(),
    crashed: (code) => log.note('archive process ended', { code }),
    locking: () => uploads.clear(),
  });

  const uploads = createUploads({ folder: join(userData, 'files'), grant: archive.grant });
  servePage({
    folder: join(import.meta.dirname, '../renderer'),
    uploads,
    developmentServer,
    explain: (error) => explain(error, { path: '', log }),
  });

  async function changeFolder(next: string): Promise<void> {
    folder = homeOf(next);
    memory.write({ folder });
    await archive.open(folder);
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  }

  const open = () => openWindow({ preload: join(import.meta.dirname, '../preload/index.cjs'), memory });
  const router = createHostRouter({
    host: implementHost<{ window: BrowserWindow }>(log),
    archive,
    commands,
    folder: () => folder,
    locale,
    words,
    uploads,
    openWindow: open,
    changeFolder,
    async followMove() {
      if (homeOf(folder) === folder) return false;
      await changeFolder(folder);
      return true;
    },
  });
  const ports = handOutPorts(archive, router);

  Menu.setApplicationMenu(
    buildMenu({
      words,
      packaged: app.isPackaged,
      newWindow: open,
      command(command, window) {
        const target = window ?? BrowserWindow.getFocusedWindow();
        if (target !== null) commands.publish(String(target.id), command);
      },
    }),
  );

  // Whoever comes back to a computer that slept, or was locked, has to show who they are here too.
  powerMonitor.on('suspend', () => archive.lock());
  powerMonitor.on('lock-screen', () => archive.lock());
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) focusWindow(window);
    else startAgain = true;
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (ended === 'closed') return;
    event.preventDefault();
    if (ended === 'closing') return;
    ended = 'closing';
    void archive.close({ backup: true, limit: closingLimit }).finally(() => {
      ended = 'closed';
      uploads.clear();
      if (startAgain) app.relaunch();
      // Not while Electron is still asking whether it may quit: it would not hear.
      setImmediate(() => app.quit());
    });
  });

  open();
}

/** The folder named on the command line, else the one the user changed to; null for the usual one. */
function chosenFolder(remembered: string | undefined): string | null {
  const named = app.commandLine.getSwitchValue('folder');
  return named === '' ? (remembered ?? null) : resolve(named);
}

/** Variables for the archive process. A packaged program lets nobody choose its native code by the environment. */
function archiveEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !(app.isPackaged && entry[0] === 'BETTER_SQLITE3_BINDING'),
  );
  return Object.fromEntries(entries);
}
