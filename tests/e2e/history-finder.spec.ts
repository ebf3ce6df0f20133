import { compose, expectOpen, enterCustomer } from './customer-steps.ts';
import { goTo, placeOf, toast } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive, withSamples } from './support/filled-archive.ts';

test.beforeEach(({ page }) => expectOpen(page));

test.describe('in a new archive', () => {
  test.use({ found: { prepare: withEmptyArchive } });

  test('every change stands in the history, newest first, and is undone and redone from there', async ({
    page,
  }) => {
    await enterCustomer(page, { 公司名称: '杭州八骏科技有限公司' });
    await goTo(page, '/history');
    const rows = page.getByRole('row');
    await expect(rows.nth(1)).toContainText('新建客户“杭州八骏科技有限公司”');
    await expect(rows.nth(2)).toContainText('新建档案');
    await page.getByRole('button', { name: '撤销：新建客户“杭州八骏科技有限公司”' }).click();
    await expect(rows.nth(1)).toContainText('撤销：新建客户“杭州八骏科技有限公司”');
    await expect(rows.nth(2)).toContainText('已撤销');
    await expect(page.getByRole('contentinfo')).toContainText('0 位客户');
    await page.getByRole('button', { name: '重做：新建客户“杭州八骏科技有限公司”' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('1 位客户');
  });

  test('Ctrl+Z and Ctrl+Shift+Z work from any room, and leave text fields their own', async ({ page }) => {
    await enterCustomer(page, { 公司名称: '宁波恒通五金有限公司' });
    await goTo(page, '/settings');
    await page.getByLabel('操作人').focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('contentinfo')).toContainText('1 位客户');
    await page.getByLabel('操作人').blur();
    await page.keyboard.press('Control+z');
    await expect(toast(page, '已撤销：新建客户“宁波恒通五金有限公司”')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('0 位客户');
    await page.keyboard.press('Control+Shift+Z');
    await expect(toast(page, '已重做：新建客户“宁波恒通五金有限公司”')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('1 位客户');
  });

  test('with nothing to undo, Ctrl+Z says so', async ({ page }) => {
    await page.keyboard.press('Control+z');
    await expect(toast(page, '没有可以撤销的变更')).toBeVisible();
  });

  test('the finder does things too: by name, by pinyin, and says so when nothing is found', async ({
    page,
  }) => {
    await page.keyboard.press('Control+k');
    const finder = page.getByRole('dialog', { name: '查找任何内容' });
    await expect(finder.getByRole('option', { name: '新客户' })).toBeVisible();
    await page.keyboard.type('蓬莱仙岛');
    await expect(finder.getByRole('status')).toContainText('没有找到“蓬莱仙岛”');
    await finder.getByRole('combobox').fill('biaoqian');
    await expect(finder.getByRole('option', { name: '管理标签' })).toBeVisible();
    await finder.getByRole('option', { name: '管理标签' }).click();
    await expect(page.getByRole('tab', { name: '标签' })).toHaveAttribute('aria-selected', 'true');
  });

  test('while a dialog is open, keys of the room behind it do nothing', async ({ page }) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    expect(await placeOf(page)).not.toContain('/customers/new');
  });

  test('the key after Escape is heard by what stood behind the dialog, however quickly it comes', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    // Both keys wait already when the page comes to hear them: nothing else is done between them.
    await page.evaluate(async () => {
      for (const key of ['Escape', 'n']) {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        await Promise.resolve();
      }
    });
    await expect(page.getByLabel('公司名称')).toBeVisible();
    expect(await placeOf(page)).toContain('/customers/new');
  });
});

test.describe('among the sample customers', () => {
  test.use({ found: { prepare: withSamples } });

  test('the finder opens from a field, finds by pinyin, and opens a customer without the mouse', async ({
    page,
  }) => {
    await goTo(page, '/settings');
    await page.getByLabel('单位名称').focus();
    await page.keyboard.press('Control+k');
    const finder = page.getByRole('dialog', { name: '查找任何内容' });
    await expect(finder.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('hangzhou');
    const options = finder.getByRole('option');
    await expect(options.first()).toContainText('杭州');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    const name = await options.nth(1).locator('mark').locator('..').textContent();
    await page.keyboard.press('Enter');
    await expect(finder).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? '');
  });

  test('while an input method composes, the finder neither searches nor opens anything', async ({ page }) => {
    await page.keyboard.press('Control+k');
    const finder = page.getByRole('dialog', { name: '查找任何内容' });
    await expect(finder.getByRole('combobox')).toBeFocused();
    await compose(page, ['h', 'ha', 'hang', 'hang’zhou'], '杭州');
    await expect(finder).toBeVisible();
    await expect(finder.getByRole('combobox')).toHaveValue('杭州');
    await expect(finder.getByRole('option').first()).toContainText('杭州');
  });

  test('? lists the keys that work in the room one is in', async ({ page }) => {
    await expect(page.getByRole('grid')).toBeVisible();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: '快捷键' });
    await expect(keys).toContainText('新客户');
    await expect(keys).toContainText('下一行');
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await goTo(page, '/settings');
    await page.keyboard.press('?');
    await expect(keys).toContainText('撤销');
    await expect(keys).not.toContainText('下一行');
  });
});
