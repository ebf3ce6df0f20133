import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { electronBinary } from '../../scripts/electron-binary.ts';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './support/app.ts';
import { noSandbox } from './support/chromium.ts';

/** What Chromium writes to the console when the page's policy or a guard stops something. */
const refused = /^error: (Refused to|Permissions policy violation|Failed to load)|Content Security Policy/u;

/** Playwright sees a request before the page's policy stops it. */
const attempted = /^request left the app: https:\/\/example\.com\//u;

/** An element for the page to load something with, and how that went. */
const loading = (page: Page, tag: 'script' | 'img', src: string) =>
  page.evaluate(
    ([tag, src]) =>
      new Promise<string>((settle) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => settle('loaded'));
        element.addEventListener('error', () => settle('refused'));
        element.src = src;
        // No content of the page, which every image and link of it would have to name.
        element.ariaHidden = 'true';
        document.body.append(element);
      }),
    [tag, src] as const,
  );

const userData = (app: App) => app.electron.evaluate(({ app }) => app.getPath('userData'));

const archivePid = (app: App) =>
  app.electron.evaluate(
    ({ app }) => app.getAppMetrics().find((metric) => metric.name === 'Kedang archive')?.pid ?? null,
  );

test('the page has no Node, no Electron and nothing of the preload script', async ({ app }) => {
  const inPage = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(inPage).toEqual([]);

  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Not in Electron's published types, but the only way to read what a window was made with.
      const { getLastWebPreferences } = webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { contextIsolation, sandbox, nodeIntegration, webviewTag } =
        getLastWebPreferences.call(webContents);
      return { contextIsolation, sandbox, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toEqual([
    { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
  ]);
});

test('the preload script adds no name to a page, and a page that is not ours gets no ports', async ({
  app,
}) => {
  // Of the empty pages here, which have no policy.
  app.tolerate(/Electron Security Warning/u);
  const preload = resolve(import.meta.dirname, '../../out/preload/index.cjs');
  const seen = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, preload) => {
    const namesWith = async (options: { preload?: string }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, ...options } });
      const sent: unknown[] = [];
      window.webContents.postMessage = (...message: unknown[]) => void sent.push(message);
      // Our own listener runs first; when this one has run, the answer is sent or never will be.
      const asked = options.preload && new Promise((done) => ipcMain.once('ports', done));
      await window.loadURL('about:blank');
      await asked;
      const names = await window.webContents.executeJavaScript('Object.getOwnPropertyNames(window)');
      window.destroy();
      return { names: names as string[], sent };
    };
    return { bare: await namesWith({}), preloaded: await namesWith({ preload }) };
  }, preload);
  expect(seen.preloaded.names.toSorted()).toEqual(seen.bare.names.toSorted());
  expect(seen.preloaded.sent).toEqual([]);
});

test('the content security policy lets nothing run or load but the page itself', async ({ app }) => {
  app.tolerate(refused);
  app.tolerate(attempted);
  const { page } = app;
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);

  expect(await loading(page, 'script', 'https://example.com/x.js')).toBe('refused');
  expect(await loading(page, 'img', 'https://example.com/x.png')).toBe('refused');
  const outcome = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.intruder = true';
    document.body.append(inline);
    return {
      inline: 'intruder' in window ? 'ran' : 'refused',
      // What the test itself runs may evaluate text; what the page runs later may not.
      evaluated: await new Promise((settle) => {
        setTimeout(() => {
          try {
            settle(new Function('return "ran"')());
          } catch {
            settle('refused');
          }
        });
      }),
      fetched: await fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      ),
    };
  });
  expect(outcome).toEqual({ inline: 'refused', evaluated: 'refused', fetched: 'refused' });
});

test('no navigation, no new window, no permission', async ({ app }) => {
  app.tolerate(refused);
  const outcome = await app.page.evaluate(async () => {
    const opened = window.open('https://example.com/');
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.com/',
      target: '_blank',
      textContent: '去外面',
    });
    document.body.append(link);
    link.click();
    location.href = 'https://example.com/';
    return {
      opened,
      notification: await Notification.requestPermission(),
      clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      ),
      place: await new Promise((settle) => {
        navigator.geolocation.getCurrentPosition(
          () => settle('given'),
          () => settle('refused'),
        );
      }),
    };
  });
  expect(outcome).toEqual({
    opened: null,
    notification: 'denied',
    clipboard: 'denied',
    camera: 'refused',
    place: 'refused',
  });
  expect(app.page.url()).toMatch(/^kedang:\/\/app\//u);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('nothing leaves the program, and what tries is blocked and counted', async ({ app }) => {
  let arrived = 0;
  const server = createServer((_request, response) => {
    arrived += 1;
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const log = join(await userData(app), 'kedang.log');
  const blocked = () => (existsSync(log) ? readFileSync(log, 'utf8').split('request blocked').length - 1 : 0);

  await expect(app.page.getByRole('button').first()).toBeVisible();
  expect(blocked()).toBe(0);

  const outcome = await app.electron.evaluate(
    ({ net }, url) =>
      net.fetch(url).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    `http://127.0.0.1:${port}/`,
  );
  app.tolerate(/request blocked/u);
  expect(outcome).toBe('net::ERR_BLOCKED_BY_CLIENT');
  expect(arrived).toBe(0);
  expect(blocked()).toBe(1);
  server.close();
});

test('a second start shows the window of the first and ends', async ({ app }) => {
  const visible = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isVisible()),
    );
  await expect.poll(visible).toEqual([true]);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await visible()).toEqual([false]);
  const second = spawn(electronBinary(), [...noSandbox(), '.', `--user-data-dir=${await userData(app)}`], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(visible).toEqual([true]);
});

test('an archive process that is killed is started again, and the page goes on with it', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '新建' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  const before = await archivePid(app);
  process.kill(before ?? 0, 'SIGKILL');
  await expect.poll(async () => ![before, null].includes(await archivePid(app))).toBe(true);

  await page.getByRole('link', { name: '回收站' }).click();
  await page.getByRole('link', { name: '客户', exact: true }).click();
  await expect(page.getByText('还没有客户').first()).toBeVisible();
  expect(readFileSync(join(await userData(app), 'kedang.log'), 'utf8')).toContain('archive process ended');
});

test('the program ends also while its archive process is down', async ({ app }) => {
  await expect(app.page.getByRole('heading').first()).toBeVisible();
  // Each start that fails soon after the last is tried later.
  for (let kills = 0; kills < 3; kills += 1) {
    await expect.poll(() => archivePid(app)).not.toBeNull();
    const pid = await archivePid(app);
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(() => archivePid(app)).not.toBe(pid);
  }
  expect(await archivePid(app)).toBeNull();
  await app.end();
});

test('a page that crashed is loaded again', async ({ app }) => {
  const heading = app.page.getByRole('heading').first();
  await expect(heading).toBeVisible();
  const reloaded = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done());
      }),
  );
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await reloaded;
});

test('the native menu speaks the language of the system and sends commands to the page', async ({ app }) => {
  const menu = await app.electron.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map((item) => ({
      label: item.label,
      // An accelerator that is registered would act beside the page's own keys.
      registered: (item.submenu?.items ?? [])
        .filter((one) => one.id && one.registerAccelerator)
        .map((one) => one.id),
    })),
  );
  expect(menu).toEqual([
    { label: '文件', registered: [] },
    { label: '编辑', registered: [] },
    { label: '视图', registered: [] },
    { label: '帮助', registered: [] },
  ]);

  await app.page.getByRole('button', { name: '新建' }).click();
  await expect(app.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await app.electron.evaluate(({ Menu, BrowserWindow }) => {
    Menu.getApplicationMenu()?.getMenuItemById('find')?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });
  await expect(app.page.getByRole('dialog')).toBeVisible();
});

test('the window opens where it was closed', async ({ app }) => {
  const bounds = { x: 40, y: 30, width: 1_100, height: 700 };
  await app.electron.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await app.restart();
  expect(
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
  ).toEqual(bounds);
});

test('quitting closes the archive with a backup', async ({ app }) => {
  await app.page.getByRole('button', { name: '新建' }).click();
  await expect(app.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  expect(existsSync(join(app.folder, '备份'))).toBe(false);
  await app.restart();
  expect(readdirSync(join(app.folder, '备份'))).toEqual([
    expect.stringMatching(/^客档备份-.*-退出\.kedang$/u),
  ]);
});

test('a dropped file is kept in the folder of this run, and deleted when the program ends', async ({
  app,
}) => {
  const path = join(app.files, '客户台账 （2024）.csv');
  writeFileSync(path, '名称,电话\n杭州八骏科技有限公司,13800138000\n');
  const file = await app.page.evaluate(
    async ({ name, text }) => {
      const body = new File([text], name).stream();
      const headers = { 'x-file-name': encodeURIComponent(name) };
      const request = { method: 'POST', headers, body, duplex: 'half' };
      return (await fetch('/files', request)).json();
    },
    { name: '客户台账 （2024）.csv', text: readFileSync(path, 'utf8') },
  );
  expect(file).toEqual({
    token: expect.any(String),
    name: '客户台账 （2024）.csv',
    sizeBytes: statSync(path).size,
  });
  const kept = join(await userData(app), 'files');
  expect(readdirSync(kept)).toEqual([file.token]);
  expect(readFileSync(join(kept, file.token, '客户台账 （2024）.csv'))).toEqual(readFileSync(path));
  await app.end();
  expect(existsSync(kept)).toBe(false);
});

test('another archive folder is opened in place of this one, and remembered', async ({ app }) => {
  const { page } = app;
  await expect(page.getByText(app.folder)).toBeVisible();
  await app.chooseFile(app.files, () => page.getByRole('button', { name: '换一个文件夹…' }).click());
  await expect(page.getByText(app.files)).toBeVisible();
  const memory = JSON.parse(readFileSync(join(await userData(app), 'shell.json'), 'utf8'));
  expect(memory.folder).toBe(app.files);
  await page.getByRole('button', { name: '新建' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  expect(readdirSync(app.folder)).not.toContain('kedang.db');
  expect(readdirSync(app.files)).toContain('kedang.db');
});
