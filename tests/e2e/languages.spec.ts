import type { Page } from '@playwright/test';
import { createArchive } from './customer-steps.ts';
import { rooms } from './every-room.ts';
import { goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { tick } from './support/ticks.ts';

/** Everything that is said on the screen: texts, and what is only heard or shown on hover. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const attributes = [
      'aria-label',
      'title',
      'placeholder',
      'alt',
      'aria-roledescription',
      'aria-valuetext',
    ];
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) {
        if (node.parentElement?.closest('script, style') == null) texts.push(node.data);
      } else if (node instanceof Element && node.getAttribute('aria-hidden') !== 'true') {
        for (const name of attributes) texts.push(node.getAttribute(name) ?? '');
      }
    }
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  });

/** A key of a text that was shown in the place of the text. */
const rawKey =
  /\b(?:backups|common|customers?|failures|failureWords|fields|finder|firstRun|history|imports|keys|settings)\.[a-z]/u;

const han = /\p{Script=Han}/u;
/** Words of Latin letters that stand in Chinese sentences too: names, keys, codes, formats. */
const latinNames =
  /Excel|WPS|CSV|xlsx?|csv|GBK|UTF-8|PDF|QQ|VIP|KH|VAT|English|Ctrl|Shift|Alt|Esc|Enter|Home|End|PageUp|PageDown|Tab|Delete|MB|KB|YYYY|YY|MM|DD|node|linux|darwin|win32|electron|chromium|chrome|v8|A|B|C|N|K|Z|J|X|E|T|S/gu;

async function untranslated(page: Page, isForeign: (text: string) => boolean): Promise<string[]> {
  return (await said(page)).filter((text) => isForeign(text) || rawKey.test(text));
}

/** Calls the check on the first screen and in every room of an archive with one customer. */
async function walk(
  page: Page,
  isForeign: (text: string) => boolean,
  create: () => Promise<void>,
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect.soft(await untranslated(page, isForeign), 'first run').toEqual([]);
  await create();
  for (const room of rooms) {
    await room.open(page);
    expect.soft(await untranslated(page, isForeign), room.name).toEqual([]);
    await room.close?.(page);
  }
}

test.describe('on a Chinese system', () => {
  test('nothing is said in English', async ({ app }) => {
    test.setTimeout(180_000);
    const { page } = app;
    const isForeign = (text: string): boolean =>
      !han.test(text) &&
      /\p{Script=Latin}{2}/u.test(text.replaceAll(latinNames, '')) &&
      !text.includes(app.folder) &&
      !/^root$|\d/u.test(text);
    await walk(page, isForeign, () => createArchive(page));
  });
});

test.describe('on an English system', () => {
  test.use({ language: 'en' });

  test('nothing is said in Chinese', async ({ app }) => {
    test.setTimeout(180_000);
    const { page } = app;
    // The folder has a Chinese name, the language is called by its own, and the example of a pasted record is one.
    const isForeign = (text: string): boolean =>
      han.test(text.replaceAll(app.folder, '').replaceAll('备份', '').replaceAll('蓬莱仙岛', '')) &&
      text !== '中文' &&
      !text.startsWith('For example: 张三');
    await walk(page, isForeign, async () => {
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    });
  });

  test('a new archive can be switched to Chinese, and everything follows', async ({ page }) => {
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    await goTo(page, '/settings?section=display');
    await tick(page.getByLabel('中文'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置');
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});
