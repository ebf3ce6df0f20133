import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser for tests: `CHROMIUM_PATH`, else the system's Chromium or Chrome; null leaves Playwright its own. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Without these Chromium looks up and asks for addresses of its own at every start. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** How Chromium is started; as root it refuses to run with its sandbox. */
export const chromiumArguments = (): string[] => [...quiet, ...noSandbox()];

/** The launch flag that Chromium and Electron need when they run as root, as in a container. */
export const noSandbox = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
