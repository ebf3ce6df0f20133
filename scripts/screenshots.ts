import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchBrowserApp } from '../tests/e2e/support/browser-app.ts';
import { chromiumArguments, chromiumPath } from '../tests/e2e/support/chromium.ts';
import { settled } from '../tests/e2e/support/hearing.ts';
import { createWatch } from '../tests/e2e/support/watch.ts';
import { buildAnew } from './build-if-stale.ts';
import { importPictures } from './import-pictures.ts';
import { damageArchive, damagePictures, safetyPictures } from './safety-pictures.ts';

/*
 * `npm run screenshots`: the main screens in Chinese, light and dark, of the real program with sample data and the
 * sample ledger, into docs/screenshots.
 */

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'docs/screenshots');

type App = Awaited<ReturnType<typeof launchBrowserApp>>;

/** Takes one screen in both colour schemes, once nothing moves any more. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(target, `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
}

const go = (page: Page, room: string) =>
  page.getByRole('navigation').getByRole('link', { name: room, exact: true }).click();

async function firstRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: '放入示例' }).waitFor();
  await picture(page, 'first-run');
  await page.getByRole('button', { name: '放入示例' }).click();
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
}

async function list(page: Page): Promise<void> {
  await picture(page, 'customers');
  await page.getByRole('searchbox').fill('科技');
  await page.locator('mark').first().waitFor();
  await picture(page, 'search');
  await page.getByRole('searchbox').fill('');
}

async function detail(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(4).dblclick();
  await page.getByRole('heading', { name: '联系人' }).first().waitFor();
  await picture(page, 'customer');
  await page.keyboard.press('Escape');
}

async function entry(page: Page): Promise<void> {
  await go(page, '客户');
  await page.getByRole('button', { name: '新客户' }).click();
  await page.getByLabel('公司名称').fill('杭州八骏科技有限公司');
  await picture(page, 'entry');
  await go(page, '客户');
}

async function importing(app: App, files: string): Promise<void> {
  await go(app.page(), '导入');
  await importPictures(app, files, picture);
}

async function others(page: Page): Promise<void> {
  for (const [room, name] of [
    ['备份', 'backups'],
    ['历史', 'history'],
    ['设置', 'settings'],
  ] as const) {
    await go(page, room);
    await page.getByRole('heading', { name: room, level: 1 }).waitFor();
    await settled(page);
    await picture(page, name);
  }
  await page.keyboard.press('Control+k');
  // Written with another character of the same sound: 深圳隆润服饰有限公司.
  await page.getByRole('combobox').first().fill('龙润');
  await page.getByRole('option').filter({ hasText: '隆润' }).first().waitFor();
  await picture(page, 'finder');
}

/** Runs the program on a folder for as long as pictures are taken of it. */
async function onFolder(browser: Browser, folder: string, work: (app: App) => Promise<void>): Promise<void> {
  const app = await launchBrowserApp(browser, { folder, language: 'zh-CN', watch: createWatch() });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

async function take(): Promise<void> {
  buildAnew();
  mkdirSync(target, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'kedang-'));
  const folderOf = (name: string): string => {
    const folder = join(home, name);
    mkdirSync(folder);
    return folder;
  };
  const path = chromiumPath();
  const browser = await chromium.launch({
    args: chromiumArguments(),
    ...(path === null ? {} : { executablePath: path }),
  });
  try {
    await onFolder(browser, folderOf('客户档案'), async (app) => {
      await firstRun(app.page());
      await list(app.page());
      await detail(app.page());
      await entry(app.page());
      await importing(app, home);
      await others(app.page());
    });
    await onFolder(browser, folderOf('门店档案'), async (app) => {
      await app.page().getByRole('button', { name: '放入示例' }).click();
      await app.page().getByRole('contentinfo').getByText('120 位客户').waitFor();
      await safetyPictures(app, home, picture);
    });
    const damaged = folderOf('旧电脑上的档案');
    await damageArchive(damaged);
    await onFolder(browser, damaged, (app) => damagePictures(app, picture));
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

await take();
