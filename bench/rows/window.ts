import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { electronBinary } from '../../scripts/electron-binary.ts';
import { noSandbox } from '../../tests/e2e/support/chromium.ts';
import { electronMissing } from '../../tests/e2e/support/electron-missing.ts';
import { scratch } from '../bench-archive.ts';
import type { Row } from '../measure.ts';
import { keystrokeRow, keystrokes } from './keystrokes.ts';

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 5));

const root = join(import.meta.dirname, '../..');

/** An Electron that does nothing but show a page with an empty box to type in. */
function emptyApp(): string {
  const folder = join(scratch, 'empty-window');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "version": "0.0.0", "main": "main.cjs" }');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>empty</title><input role="searchbox">');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));`,
  );
  return folder;
}

// File names outside ASCII need a locale that exists; the languages are listed apart from it.
const inChinese = () => ({ ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_CN' });

interface Started {
  readonly main: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
  /** From the start of the process until somebody could type, in ms. */
  readonly elapsed: number;
}

/** Starts Electron and waits until `ready` is on its page. */
async function start(what: readonly string[], userData: string, ready: string): Promise<Started> {
  const began = performance.now();
  const main = spawn(
    electronBinary(),
    [...noSandbox(), '--remote-debugging-port=0', ...what, `--user-data-dir=${userData}`],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: inChinese() },
  );
  const browser = await chromium.connectOverCDP(await debuggerOf(main));
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('Electron shows no page.');
  // Looked for with every frame: waiting for a locator looks but every half second after the first.
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, ready, {
    timeout: 60_000,
  });
  return { main, browser, page, elapsed: performance.now() - began };
}

async function debuggerOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('Electron has no output.');
  for await (const line of createInterface({ input: stderr })) {
    const address = /ws:\S+/u.exec(line)?.[0];
    if (address === undefined) continue;
    // Connected earlier, Playwright would not see the window that opens later.
    const targets = new URL('/json/list', address.replace('ws:', 'http:'));
    for (const limit = performance.now() + 60_000; performance.now() < limit; await nextTurn()) {
      if ((await (await fetch(targets)).text()).includes('"type": "page"')) return address;
    }
    throw new Error('Electron opened no window.');
  }
  throw new Error('Electron ended before it could be looked into.');
}

/** Ends Electron at once: closing the archive would make a backup. */
async function end({ main, browser }: Started): Promise<void> {
  const gone = once(main, 'exit');
  main.kill('SIGKILL');
  await gone;
  await browser.close();
}

/** Resident memory in MB of the process in which Electron runs the archive; null where it cannot be told. */
function archiveMemory(main: number | undefined): number | null {
  if (main === undefined || !existsSync('/proc/self/status')) return null;
  const field = (pid: string, name: string): string =>
    new RegExp(`^${name}:\\s+(.*)$`, 'mu').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      if (field(pid, 'PPid') !== String(main)) continue;
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node.mojom.NodeService')) continue;
      return (Number.parseInt(field(pid, 'VmRSS'), 10) * 1_024) / 1e6;
    } catch {
      // Processes end while they are looked at.
    }
  }
  return null;
}

/** What is measured in a window that is open. */
async function whileOpen({ main, page }: Started): Promise<Row[]> {
  const keys = keystrokeRow('Electron', await keystrokes(page));
  // What building the finder left behind has been given back by now.
  const memory = archiveMemory(main.pid);
  if (memory === null) return [keys];
  const limit = { text: '≤ 300 MB', holds: memory <= 300 };
  return [
    keys,
    {
      what: 'memory of the archive process in Electron, after those keystrokes',
      value: memory,
      unit: 'MB',
      limit,
    },
  ];
}

// Not the place of a row that is still on its way.
const firstRow = '[role="grid"] [aria-rowindex="2"]:not([aria-busy])';

const starts = 3;

/** Start of the window against an empty one, keystrokes and memory in Electron; nothing where there is no Electron. */
export async function windowRows(folder: string): Promise<Row[]> {
  const missing = electronMissing();
  if (missing !== null) {
    process.stderr.write(`the window is left out: ${missing}\n`);
    return [];
  }
  const settings = ['ours', 'empty'].map((name) => join(scratch, `settings-${name}`));
  const [ours = '', empty = ''] = settings;
  for (const path of settings) rmSync(path, { recursive: true, force: true });
  const app = emptyApp();
  const elapsed: number[] = [];
  const bare: number[] = [];
  const rows: Row[] = [];
  for (let run = 0; run < starts; run += 1) {
    const window = await start([app], empty, '[role="searchbox"]');
    bare.push(window.elapsed);
    await end(window);
    const started = await start(['.', `--folder=${folder}`], ours, firstRow);
    elapsed.push(started.elapsed);
    try {
      if (run === starts - 1) rows.push(...(await whileOpen(started)));
    } finally {
      await end(started);
    }
  }
  const [whole, least] = [Math.min(...elapsed), Math.min(...bare)];
  return [
    {
      what: 'the window: start → rows on screen, best of three',
      value: whole,
      unit: 'ms',
      against: { what: 'an empty window', value: least },
      limit: { text: '≤ 1.5 ×', holds: whole <= 1.5 * least },
    },
    ...rows,
  ];
}
