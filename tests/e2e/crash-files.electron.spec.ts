import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createArchive, enterCustomer } from './customer-steps.ts';
import { lockScreen, protect, unlock } from './protection-steps.ts';
import { goTo } from './rooms.ts';
import { type App, expect, test } from './support/app.ts';

/** In no other test, so that whatever holds it got it here. */
const canary = '金丝雀信鸽养殖合作社';
const notes = '对账单寄到鸽舍路八十八号';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The files below a folder in which one of the texts stands, in either way that programs keep text in memory. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path);
    return wanted.some((text) => bytes.includes(text));
  });
}

/** Pieces of memory that a process leaves when it crashes: of Crashpad, Linux, Node and V8. */
const isDump = (path: string): boolean =>
  /^(?:.*\.dmp|core(?:\.\d+)?|report\..*\.json|.*\.heapsnapshot|isolate-.*\.log)$/u.test(basename(path));

const pidOf = (app: App, type: 'archive' | 'page') =>
  app.electron.evaluate(
    ({ app: electronApp, BrowserWindow }, wanted) =>
      wanted === 'page'
        ? (BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? null)
        : (electronApp.getAppMetrics().find((metric) => metric.name === 'Kedang archive')?.pid ?? null),
    type,
  );

/** What the window shows; Playwright's own page does not survive a crash. */
const shownText = (app: App) =>
  app.electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') as
        Promise<string> | undefined,
  );

test('no process that crashes leaves text of an archive with a password in any file', async ({ app }) => {
  const { page } = app;
  await createArchive(page);
  await protect(page);
  await enterCustomer(page, { 公司名称: canary, 备注: notes });
  await goTo(page, `/customers?text=${encodeURIComponent(canary)}`);
  await expect(page.getByText(canary).first()).toBeVisible();
  for (const signal of ['SIGSEGV', 'SIGABRT'] as const) {
    process.kill((await pidOf(app, 'archive')) ?? 0, signal);
    await expect(lockScreen(page)).toBeVisible();
    await unlock(page);
    await expect(page.getByText(canary).first()).toBeVisible();
  }
  for (const signal of ['SIGSEGV', 'SIGABRT'] as const) {
    const before = await pidOf(app, 'page');
    process.kill(before ?? 0, signal);
    await expect.poll(() => pidOf(app, 'page')).not.toBe(before);
    await expect.poll(() => shownText(app)).toContain(canary);
  }
  const ended = once(app.electron.process(), 'exit');
  // It does not live to answer.
  await app.electron.evaluate(() => process.crash()).catch(() => {});
  expect(await ended).toEqual([null, 'SIGSEGV']);

  // Archive, settings and temporary folder lie in one; so do these two, which show that the text would be found.
  const root = dirname(app.folder);
  const [narrow, wide] = [join(app.files, '窄'), join(app.files, '宽')];
  writeFileSync(narrow, `。${canary}`);
  writeFileSync(wide, notes, 'utf16le');
  expect(filesWith(root, [canary, notes]).toSorted()).toEqual([narrow, wide].toSorted());
  expect(filesBelow(root)).toContain(join(app.folder, 'kedang.db-wal'));
  // A dump can hold any text, whether it holds this one or not.
  const started = resolve(import.meta.dirname, '../..');
  const left = [...filesBelow(root), ...readdirSync(started)];
  expect(left.filter(isDump)).toEqual([]);
});
