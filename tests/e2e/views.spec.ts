import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { withHardwareTrader } from './support/filled-archive.ts';
import { chips, filterRail, goTo, row, rows, viewTabs } from './support/list-page.ts';
import { tick, untick } from './support/ticks.ts';

const tab = (page: Page, name: string) =>
  viewTabs(page).getByRole('button', { name: new RegExp(`^${name}`, 'u') });
const name = (page: Page) => page.getByRole('textbox', { name: '视图名称' });

async function saveAs(page: Page, text: string): Promise<void> {
  await viewTabs(page).getByRole('button', { name: '存为视图' }).click();
  await name(page).fill(text);
  await name(page).press('Enter');
}

test('a view keeps filter, columns and order under a name, with its count, and survives a restart', async ({
  launch,
}) => {
  const app = await launch(withHardwareTrader);
  const { page } = app;
  await expect(tab(page, '全部')).toContainText('7');
  await tick(filterRail(page).getByRole('checkbox', { name: '成交' }));
  await page.getByRole('columnheader', { name: '名称' }).getByRole('button').click();
  await saveAs(page, '成交客户');
  await expect(tab(page, '成交客户')).toHaveAttribute('aria-current', 'page');
  await expect(tab(page, '成交客户')).toContainText('2');
  await page.getByRole('button', { name: '列与行高' }).click();
  await untick(page.getByRole('checkbox', { name: '手机' }));
  await page.keyboard.press('Escape');
  await viewTabs(page).getByRole('button', { name: '更新视图' }).click();
  await expect(viewTabs(page).getByRole('button', { name: '更新视图' })).toHaveCount(0);

  await tab(page, '全部').click();
  await expect(rows(page)).toHaveCount(7);
  // The columns of a view are its own.
  await expect(page.getByRole('columnheader', { name: '手机' })).toBeVisible();

  await app.restart();
  await tab(app.page, '成交客户').click();
  await expect(rows(app.page)).toHaveCount(2);
  await expect(chips(app.page).first()).toContainText('阶段：成交');
  await expect(app.page.getByRole('columnheader', { name: '名称' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(app.page.getByRole('columnheader', { name: '手机' })).toHaveCount(0);
});

test('the count of a view follows what happens to customers', async ({ launch }) => {
  const { page } = await launch(withHardwareTrader);
  await goTo(page, '/customers?stage=lead');
  await saveAs(page, '潜在客户');
  await expect(tab(page, '潜在客户')).toContainText('2');
  await row(page, '李娜').getByRole('checkbox').click();
  await page.keyboard.press('Delete');
  await expect(tab(page, '潜在客户')).toContainText('1');
  await expect(tab(page, '全部')).toContainText('6');
});

test('a view that was moved on from can be reset, renamed and deleted, and deleting it can be undone', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await goTo(page, '/customers?owner=王芳');
  await saveAs(page, '王芳的客户');
  await expect(rows(page)).toHaveCount(2);
  await tick(filterRail(page).getByRole('checkbox', { name: '意向', exact: true }));
  await expect(rows(page)).toHaveCount(1);
  await viewTabs(page).getByRole('button', { name: '还原' }).click();
  await expect(rows(page)).toHaveCount(2);

  await viewTabs(page).getByRole('button', { name: '视图“王芳的客户”的操作' }).click();
  await page.getByRole('menuitem', { name: '改名' }).click();
  await name(page).fill('小王的客户');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(tab(page, '小王的客户')).toBeVisible();

  await viewTabs(page).getByRole('button', { name: '视图“小王的客户”的操作' }).click();
  await page.getByRole('menuitem', { name: '删除视图' }).click();
  await expect(tab(page, '小王的客户')).toHaveCount(0);
  await expect(rows(page)).toHaveCount(7);
  await page.keyboard.press('Control+z');
  await expect(tab(page, '小王的客户')).toContainText('2');
});

test('a name that another view has is refused in words, and the dialog stays', async ({ launch }) => {
  const { page } = await launch(withHardwareTrader);
  await goTo(page, '/customers?stage=lead');
  await saveAs(page, '潜在客户');
  await expect(tab(page, '潜在客户')).toBeVisible();
  await tab(page, '全部').click();
  await tick(filterRail(page).getByRole('checkbox', { name: '成交' }));
  await saveAs(page, '潜在客户');
  await expect(name(page)).toHaveAccessibleDescription(/“潜在客户”/u);
  await name(page).fill('成交客户');
  await name(page).press('Enter');
  await expect(tab(page, '成交客户')).toContainText('2');
  await expect(name(page)).toHaveCount(0);

  await viewTabs(page).getByRole('button', { name: '存为视图' }).click();
  await name(page).fill('   ');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请给视图起个名字')).toBeVisible();
});
