import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.ts';
import { electronBinary } from './electron-binary.ts';

/*
 * `npm start [-- --folder DIR]`: runs the desktop app. Where Electron's binary is missing and cannot be fetched, or
 * there is no display, it says so and serves the same app with the same archive to the browser.
 */

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
});
// npm runs scripts in the project; a relative folder is meant from where the user stands.
const folder = values.folder === undefined ? [] : [resolve(process.env['INIT_CWD'] ?? '.', values.folder)];

buildIfStale();
const electron = findElectron();
const program = 'path' in electron ? startElectron(electron.path) : startBrowserHost(electron.reason);
program.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => program.kill(signal));

function findElectron(): { path: string } | { reason: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { reason: '没有图形界面 (there is no display)' };
  try {
    return { path: electronBinary() };
  } catch {
    return { reason: "缺少 Electron 程序，也无法下载 (Electron's binary is missing and cannot be fetched)" };
  }
}

function startElectron(path: string): ChildProcess {
  // Chromium refuses to run as root with its sandbox.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(path, [...flags, root, ...folder.map((named) => `--folder=${named}`)], { stdio: 'inherit' });
}

function startBrowserHost(reason: string): ChildProcess {
  console.log(`${reason}：改在浏览器中打开客档 (serving Kedang to the browser instead)`);
  const options = [
    ...folder.flatMap((named) => ['--folder', named]),
    ...(values.port === undefined ? [] : ['--port', values.port]),
    ...(values['no-open'] ? ['--no-open'] : []),
  ];
  return spawn(process.execPath, [join(root, 'src-main/browser-host/main.ts'), ...options], {
    stdio: 'inherit',
  });
}
