import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const sources = [
  'src-main',
  'src-preload',
  'src-renderer',
  'src-shared',
  'resources',
  'electron.vite.config.ts',
];
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Builds the program when it was never built, or a source is newer than what was built. Throws when the build fails. */
export function buildIfStale(): void {
  const oldest = Math.min(...built.map((path) => modified(join(root, path))));
  if (oldest > 0 && sources.every((path) => newest(join(root, path)) <= oldest)) return;
  // A page that is open just now still loads its own parts.
  build({ KEDANG_KEEP_BUILT: 'yes' });
}

/** Builds the program from nothing. */
export function buildAnew(): void {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  build({});
}

function build(env: Record<string, string>): void {
  const bin = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
}

/** When a file was last written (ms); 0 when it is not there. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return modified(path);
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
