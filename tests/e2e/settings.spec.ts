import { expectOpen, onClipboard } from './customer-steps.ts';
import { goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive, withSamples } from './support/filled-archive.ts';
import { tick } from './support/ticks.ts';

test.beforeEach(({ page }) => expectOpen(page));

test.describe('in a new archive', () => {
  test.use({ found: { prepare: withEmptyArchive } });

  test('language and colours change at once and stay so after a restart', async ({ app }) => {
    await goTo(app.page, '/settings?section=display');
    await app.page.getByText('深色', { exact: true }).click();
    await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await tick(app.page.getByLabel('English'));
    await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('Settings');
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
    await app.restart();
    await expect(app.page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('the sections say where the archive is and which version runs', async ({ app }) => {
    await goTo(app.page, '/settings?section=archive');
    await expect(app.page.getByText(app.folder)).toBeVisible();
    await goTo(app.page, '/settings?section=about');
    await expect(app.page.getByRole('heading', { name: '关于客档' })).toBeVisible();
    await app.page.getByRole('button', { name: '查看全部快捷键' }).click();
    await expect(app.page.getByRole('dialog', { name: '快捷键' })).toContainText('查找任何内容');
  });
});

test.describe('among the sample customers', () => {
  test.use({ found: { prepare: withSamples } });

  test('what a helper needs to know is copied without a customer in it', async ({ app }) => {
    const { page } = app;
    await goTo(page, '/settings?section=about');
    await page.getByRole('button', { name: '复制诊断信息' }).click();
    await expect(page.getByText('诊断信息已复制')).toBeVisible();
    const copied = await onClipboard(app);
    expect(copied).toContain('counts: customers 120');
    expect(copied).not.toMatch(/有限公司|\d{11}/u);
  });
});
