import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import { electronBinary } from '../../../scripts/electron-binary.ts';
import { noSandbox } from './chromium.ts';
import { hear } from './hearing.ts';
import type { LaunchOptions, RunningApp } from './running-app.ts';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Keeps Electron from becoming ready until Playwright listens, as Playwright does by itself only for an Electron that it
 * finds by itself. Without it, a window that opens while Playwright connects can leave it waiting for ever.
 */
const readyWhenSeen = join(
  dirname(
    createRequire(createRequire(import.meta.url).resolve('@playwright/test')).resolve(
      'playwright-core/package.json',
    ),
  ),
  'lib/server/electron/loader.js',
);

/** The app in a real Electron, with Playwright's handle on its main process. */
export interface ElectronApp extends RunningApp {
  readonly electron: ElectronApplication;
}

/** Starts the built app in Electron, with its own folders for settings and for temporary files beside the archive's. */
export async function launchElectronApp(
  options: LaunchOptions & { userData: string; temporary: string },
): Promise<ElectronApp> {
  const electron = await _electron.launch({
    executablePath: electronBinary(),
    cwd: root,
    args: [
      '-r',
      readyWhenSeen,
      '-r',
      join(import.meta.dirname, 'start-when-watched.cjs'),
      ...noSandbox(),
      '.',
      `--user-data-dir=${options.userData}`,
      `--folder=${options.folder}`,
    ],
    env: { ...systemIn(options.language), TMPDIR: options.temporary },
  });
  await options.watch.follow(electron.context(), 'kedang://app');
  await electron.context().addInitScript(hear, options.late ?? null);
  const [page] = await Promise.all([
    electron.waitForEvent('window'),
    electron.evaluate(() => Reflect.get(globalThis, 'kedangRun')()),
  ]);

  return {
    electron,
    page: () => page,
    close: () => electron.close(),
    async kill() {
      const ended = new Promise((resolve) => electron.process().once('exit', resolve));
      const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map((metric) => metric.pid));
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await ended;
    },
    async chooseFile(path, trigger) {
      await electron.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
          return Promise.resolve({ canceled: false, filePaths: [chosen] });
        };
      }, path);
      await trigger();
    },
    async receiveFile(folder, trigger) {
      const asked = await electron.evaluateHandle(({ dialog }, target) => {
        const state: { path: string | null } = { path: null };
        dialog.showSaveDialog = (...given: unknown[]) => {
          const { defaultPath } = given.at(-1) as { defaultPath: string };
          state.path = `${target}/${defaultPath.split(/[\\/]/u).at(-1)}`;
          return Promise.resolve({ canceled: false, filePath: state.path });
        };
        return state;
      }, folder);
      await trigger();
      await expect.poll(() => asked.evaluate((state) => state.path)).not.toBeNull();
      const path = (await asked.evaluate((state) => state.path)) ?? '';
      await expect.poll(() => existsSync(path)).toBe(true);
      return path;
    },
  };
}

/** The test machine's environment, but for the language of the system. */
function systemIn(language: LaunchOptions['language']): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(LANG|LC_.*)$/u.test(entry[0]),
  );
  // File names outside ASCII need a locale that exists; the languages are listed apart from it.
  return { ...Object.fromEntries(inherited), LC_ALL: 'C.UTF-8', LANGUAGE: language.replace('-', '_') };
}
