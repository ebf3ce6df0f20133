import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test } from '@playwright/test';
import { noSandbox } from './support/chromium.ts';
import { electronMissing } from './support/electron-missing.ts';

const root = resolve(import.meta.dirname, '../..');
const packed = mkdtempSync(join(tmpdir(), 'kedang-packed-'));
const program = join(packed, 'linux-unpacked/kedang');
const missing = process.platform === 'linux' ? electronMissing() : 'the packed program is looked at on Linux';

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.skip(missing !== null, missing ?? '');

test.beforeAll(() => {
  test.setTimeout(180_000);
  const node = join(root, 'node_modules/.bin/node');
  const made = spawnSync(node, ['scripts/package.ts', '--dir', '--keep-built', '--output', packed], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(made.stderr + made.stdout, 'packing').toContain('electron-builder');
  expect(made.status).toBe(0);
  // The packed binary wants Node-API 10; an older Electron needs the one that was built for it.
  const binding = process.env['BETTER_SQLITE3_BINDING'];
  const unpacked = join(packed, 'linux-unpacked/resources/app.asar.unpacked');
  const binary = join(unpacked, `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`);
  if (binding) copyFileSync(binding, binary);
});

let running: ChildProcess | null = null;
test.afterEach(() => void running?.kill('SIGKILL'));
test.afterAll(() => rmSync(packed, { recursive: true, force: true }));

test('only the native binary lies outside of the archive of the program', () => {
  const unpacked = join(packed, 'linux-unpacked/resources/app.asar.unpacked');
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  expect(files).toEqual([`linux-${process.arch}.node`]);
});

test('it starts, keeps an archive, and takes no code from its environment or arguments', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'kedang-packed-data-'));
  const marker = join(userData, 'ran');
  const child = spawn(
    program,
    [...noSandbox(), `--user-data-dir=${userData}`, '--remote-debugging-port=0', '--inspect=0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        LC_ALL: 'C.UTF-8',
        LANGUAGE: 'zh_CN',
        NODE_OPTIONS: `--require ${join(root, 'tests/e2e/support/leave-a-mark.cjs')}`,
        KEDANG_TEST_MARK: marker,
        BETTER_SQLITE3_BINDING: '/nowhere/else.node',
      },
    },
  );
  running = child;
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(userData)}`);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The program has no session.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));

  await page.getByRole('button', { name: '新建' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  expect(existsSync(marker)).toBe(false);
  expect(errors.join('')).not.toContain('Debugger listening');

  await browser.close();
  await end(child);
  // Nor did the worker threads that made the last backup.
  expect(existsSync(marker)).toBe(false);
  expect(readdirSync(join(userData, 'archive/备份'))).toEqual([expect.stringMatching(/-退出\.kedang$/u)]);
  rmSync(userData, { recursive: true, force: true });
});

test('it cannot be made to run as Node, to be inspected, or to load anything but its own archive', async () => {
  const wire = await getCurrentFuseWire(program);
  const on = FuseState.ENABLE;
  const off = FuseState.DISABLE;
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
  });
});

/** The port of `--remote-debugging-port=0`, which Chromium writes to a file once it listens. */
async function debuggingPort(userData: string): Promise<string> {
  const file = join(userData, 'DevToolsActivePort');
  await expect
    .poll(() => existsSync(file) && readFileSync(file, 'utf8'), { timeout: 30_000 })
    .toMatch(/^\d+\n/u);
  return readFileSync(file, 'utf8').split('\n')[0] ?? '';
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
