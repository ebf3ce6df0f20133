import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  type Browser,
  chromium,
  type ElectronApplication,
  type Locator,
  type Page,
} from '@playwright/test';
import { launchBrowserApp } from './browser-app.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';
import { type ElectronApp, launchElectronApp } from './electron-app.ts';
import { electronMissing } from './electron-missing.ts';
import { latenessAsked, type Lateness } from './hearing.ts';
import { dropFile, type RunningApp } from './running-app.ts';
import { createWatch } from './watch.ts';

export { expect } from '@playwright/test';

/** Set for a project or with `test.use`. */
export interface AppOptions {
  /** Which host runs the app. */
  host: 'browser' | 'electron';
  /** Language of the system the app finds itself on. */
  language: 'zh-CN' | 'en';
  /** How late what the archive says comes to the page; null for as soon as it is said. */
  late: Lateness | null;
  /** What `app` finds when it first starts; null for nothing. In an object, since Playwright would call a function by itself. */
  found: { readonly prepare: Prepare } | null;
}

/** The app of one test, on an archive folder of its own. */
export interface App {
  readonly kind: AppOptions['host'];
  /** The page; another one after a restart, so do not keep it. */
  readonly page: Page;
  /** Electron's main process; throws in a browser. */
  readonly electron: ElectronApplication;
  /** The archive folder, with a name such as users give. */
  readonly folder: string;
  /** An empty folder for files of the test, such as those that are received. */
  readonly files: string;
  /** Ends the app as its user would; the test is about what is left. */
  end(): Promise<void>;
  /** Ends the app as its user would and starts it again on the same folder. */
  restart(): Promise<void>;
  /** Ends everything at once, as a power cut would, and starts it again on the same folder. */
  killAndStart(): Promise<void>;
  /** Runs `trigger`, which opens a file dialog, and chooses the file in it. */
  chooseFile(path: string, trigger: () => Promise<unknown>): Promise<void>;
  /** Drops a file of this computer onto an element. */
  dropFile(target: Locator, path: string): Promise<void>;
  /** Runs `trigger`, which writes a file to a place the user chooses, and returns the path of the written file. */
  receiveFile(trigger: () => Promise<unknown>): Promise<string>;
  /** Expects a console message or page error, which would fail the test at its end otherwise. */
  tolerate(pattern: RegExp): void;
}

/** What is in the archive folder when the app first starts. */
export type Prepare = (folder: string) => Promise<void>;

interface AppFixtures extends AppOptions {
  /** The app, started on what `found` says. */
  app: App;
  /** Starts the app on a folder that `prepare` may fill first. Once a test, instead of `app`. */
  launch: (prepare?: Prepare) => Promise<App>;
}

interface SharedFixtures {
  /** The browser for all tests of a worker, started by the first that wants it. */
  sharedBrowser: () => Promise<Browser>;
}

const folderName = '客户 档案（备用）📁';

/**
 * Playwright's test, with the app in either host. At its end every test fails when a request left the app, or when
 * the page had an error that the test did not expect.
 *
 * @example test('…', async ({ app }) => { await app.page.getByRole('button', { name: '新客户' }).click(); });
 */
export const test = base.extend<AppFixtures, SharedFixtures>({
  host: ['browser', { option: true }],
  language: ['zh-CN', { option: true }],
  late: [latenessAsked(), { option: true }],
  found: [null, { option: true }],

  sharedBrowser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      let started: Promise<Browser> | undefined;
      await use(() => (started ??= startChromium()));
      await (await started)?.close();
    },
    { scope: 'worker' },
  ],

  launch: async ({ host, language, late, sharedBrowser }, use, testInfo) => {
    const missing = host === 'electron' ? electronMissing() : null;
    testInfo.skip(missing !== null, missing ?? '');
    const root = mkdtempSync(join(tmpdir(), 'kedang-e2e-'));
    const folder = join(root, folderName);
    const files = join(root, '文件');
    const userData = join(root, '设置');
    // The path of a socket goes in here, and may not be long.
    const temporary = join(root, 't');
    for (const each of [folder, files, temporary]) mkdirSync(each);
    const watch = createWatch();
    const options = { folder, language, late, watch };
    let running: RunningApp | null = null;

    const start = async () =>
      host === 'electron'
        ? launchElectronApp({ ...options, userData, temporary })
        : launchBrowserApp(await sharedBrowser(), options);
    const started = () => {
      if (running === null) throw new Error('The app is not running.');
      return running;
    };

    await use(async (prepare) => {
      await prepare?.(folder);
      running = await start();
      return {
        kind: host,
        folder,
        files,
        get page() {
          return started().page();
        },
        get electron() {
          return electronOf(started());
        },
        async end() {
          await started().close();
          running = null;
        },
        async restart() {
          await started().close();
          running = await start();
        },
        async killAndStart() {
          // What a page says that loses its host in the middle of loading or asking.
          watch.tolerate(/WebSocket connection|ERR_CONNECTION_(?:REFUSED|RESET)/u);
          // Without words or place: the page went away while the browser was telling of an error in it.
          watch.tolerate(/^page error: (?:Error)?\s*$/u);
          await started().kill();
          running = await start();
        },
        chooseFile: (path, trigger) => started().chooseFile(path, trigger),
        dropFile: (target, path) => dropFile(started().page(), target, path),
        receiveFile: (trigger) => started().receiveFile(files, trigger),
        tolerate: watch.tolerate,
      };
    });

    await (running as RunningApp | null)?.close();
    watch.readLog(join(userData, 'kedang.log'));
    rmSync(root, { recursive: true, force: true });
    base.expect(watch.complaints()).toEqual([]);
  },

  app: ({ launch, found }, use) => launch(found?.prepare).then(use),

  page: ({ app }, use) => use(app.page),
});

async function startChromium(): Promise<Browser> {
  const path = chromiumPath();
  return chromium.launch({ args: chromiumArguments(), ...(path === null ? {} : { executablePath: path }) });
}

function electronOf(running: RunningApp): ElectronApplication {
  if (!('electron' in running)) throw new Error('This test runs in a browser.');
  return (running as ElectronApp).electron;
}
