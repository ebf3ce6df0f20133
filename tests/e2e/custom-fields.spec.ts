import type { Page } from '@playwright/test';
import { expectOpen, enterCustomer, fieldButton, input, openNewForm } from './customer-steps.ts';
import { chip, commit, csvFile, dropSheet, planGrid, openImport, toPlan } from './import-steps.ts';
import { goTo, toast } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';
import { tick } from './support/ticks.ts';

test.use({ found: { prepare: withEmptyArchive } });

/** Makes a field in the settings, by keyboard from its name on. */
async function makeField(page: Page, name: string, type: string, options?: string): Promise<void> {
  const form = page.getByRole('form', { name: '添加字段' });
  await form.getByRole('textbox', { name: '新字段的名称' }).fill(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: type, exact: true }).click();
  if (options !== undefined) await form.getByRole('textbox', { name: '新字段的选项' }).fill(options);
  await form.getByRole('button', { name: '添加字段' }).press('Enter');
  await expect(page.getByRole('textbox', { name: `“${name}”的名称` })).toBeVisible();
}

test('a field made in the settings is filled in, listed, filtered and sorted by, removed and brought back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectOpen(page);
  await goTo(page, '/settings?section=fields');
  await expect(page.getByText('还没有自定义字段')).toBeVisible();
  await makeField(page, '年采购额', '金额');
  await makeField(page, '付款方式', '选项', '现款、月结，预付');
  await expect(page.getByRole('button', { name: '“付款方式”有 3 个选项' })).toBeVisible();

  // The order of the settings is the order of the form.
  await page.getByRole('button', { name: '“付款方式”上移' }).press('Enter');
  await goTo(page, '/customers');
  const form = await openNewForm(page);
  const group = form.getByRole('region', { name: '自定义' });
  await expect(group.locator('label').first()).toHaveText('付款方式');
  await form.getByRole('textbox', { name: '公司名称' }).fill('杭州八骏科技有限公司');
  await input(form, '年采购额').fill('1.2万');
  await input(form, '付款方式').press('Enter');
  await page.getByRole('option', { name: '月结' }).click();
  await expect(input(form, '年采购额')).toHaveValue('￥12,000.00');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('杭州八骏科技有限公司');
  await expect(fieldButton(page, '年采购额')).toHaveText('￥12,000.00');

  // In place, with the keyboard.
  await fieldButton(page, '年采购额').press('Enter');
  await page.keyboard.type('980');
  await page.keyboard.press('Enter');
  await expect(fieldButton(page, '年采购额')).toHaveText('￥980.00');
  await expect(page.getByRole('complementary', { name: '历史' })).toContainText('年采购额');

  // What does not fit is kept in the notes.
  await page.keyboard.press('Escape');
  await enterCustomer(page, { 公司名称: '宁波恒通五金厂', 年采购额: '看情况' });
  await expect(page.getByText('年采购额：看情况')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '列与行高' }).click();
  await tick(page.getByRole('checkbox', { name: '付款方式' }));
  await tick(page.getByRole('checkbox', { name: '年采购额' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toContainText('￥980.00');
  await page.getByRole('columnheader', { name: '年采购额' }).click();
  await expect(page).toHaveURL(/sort=custom/u);

  const rail = page.getByRole('complementary', { name: '筛选' });
  await rail.getByRole('button', { name: '付款方式' }).click();
  await tick(rail.getByRole('checkbox', { name: '月结' }));
  await expect(page.getByRole('list', { name: '当前条件' })).toContainText('付款方式：月结');
  await expect(page.getByRole('status').filter({ hasText: '1 位' }).first()).toBeVisible();

  await page.reload();
  await expect(page.getByRole('list', { name: '当前条件' })).toContainText('付款方式：月结');
  const filtered = new URL(page.url()).hash.slice(1);

  await goTo(page, '/settings?section=fields');
  await page.getByRole('button', { name: '删除字段“付款方式”' }).click();
  const dialog = page.getByRole('dialog', { name: '删除字段' });
  await expect(dialog).toContainText('1 位客户有内容');
  await dialog.getByRole('button', { name: '删除字段“付款方式”' }).press('Enter');
  await expect(toast(page, '删除字段“付款方式”，1 位客户有内容')).toBeVisible();
  await goTo(page, filtered);
  await expect(page.getByRole('list', { name: '当前条件' })).toContainText('已删除的字段');
  await expect(page.getByRole('grid')).toContainText('宁波恒通五金厂');

  await page.locator('body').press('Control+z');
  await expect(page.getByRole('list', { name: '当前条件' })).toContainText('付款方式：月结');
  await expect(page.getByRole('grid')).not.toContainText('宁波恒通五金厂');
});

test('a column without a field becomes one on the spot, and goes with the undo of the import', async ({
  app,
}) => {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openImport(page);
  const file = csvFile(app, '客户.csv', [
    '客户名称,手机,配送方案',
    '杭州八骏科技有限公司,13812345678,自提',
    '宁波恒通五金厂,13912345678,快递',
    '苏州恒隆餐饮管理有限公司,13712345678,自提',
    '绍兴大通商贸行,13612345678,快递',
  ]);
  await dropSheet(app, file);
  await expect(page.getByText('有 1 列不会导入')).toBeVisible();
  await chip(page, 'C').click();
  const menu = page.getByRole('dialog', { name: /第 C 列/u });
  await menu.getByRole('combobox').fill('新字段');
  await page.keyboard.press('Enter');
  const form = menu.getByRole('form', { name: '新字段…' });
  await expect(form.getByRole('textbox', { name: '字段名称' })).toHaveValue('配送方案');
  await expect(form.getByRole('combobox', { name: '字段类型' })).toHaveValue('choice');
  await expect(form.getByRole('textbox', { name: '选项，用顿号隔开' })).toHaveValue('自提、快递');
  await form.getByRole('textbox', { name: '字段名称' }).press('Enter');
  await expect(chip(page, 'C')).toContainText('新字段：配送方案');
  await toPlan(page);
  await expect(planGrid(page)).toContainText('配送方案');
  await expect(planGrid(page)).toContainText('快递');
  await commit(page);
  await goTo(page, '/settings?section=fields');
  await expect(page.getByRole('textbox', { name: '“配送方案”的名称' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('4 位客户');
  await page.locator('body').press('Control+z');
  await expect(page.getByText('还没有自定义字段')).toBeVisible();

  // The sheet is remembered with its field, which is gone: that is said, and the field can be made again as it was.
  await goTo(page, '/import');
  await dropSheet(app, file);
  await expect(page.getByText('以前填入的自定义字段“配送方案”已经不在了')).toBeVisible();
  await expect(chip(page, 'C')).toHaveText('不导入');
  await chip(page, 'C').click();
  await menu.getByRole('combobox').fill('新字段');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: '建立字段' }).click();
  await expect(chip(page, 'C')).toContainText('新字段：配送方案');
  await expect(page.getByText('已经不在了')).toBeHidden();
});
