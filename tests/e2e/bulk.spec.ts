import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { withHardwareTrader, withMadeUpCustomers } from './support/filled-archive.ts';
import { activeRow, bulkBar, filterRail, goTo, row, rows } from './support/list-page.ts';
import { tick } from './support/ticks.ts';

const chosen = (page: Page) => bulkBar(page).getByRole('status');
const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });

test('X ticks, Shift extends, the box above ticks a page and then all results, and the number is named', async ({
  launch,
}) => {
  const { page } = await launch(withMadeUpCustomers(320));
  await expect(page.getByText('共 320 位客户')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(chosen(page)).toHaveText('已选 1 位');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen(page)).toHaveText('已选 3 位');
  // To the end of the list: most of the rows between were never loaded.
  await page.keyboard.press('Shift+End');
  await expect(chosen(page)).toHaveText('已选 320 位');
  await page.keyboard.press('Escape');
  await expect(bulkBar(page)).toHaveCount(0);

  await page.keyboard.press('Home');
  await page.getByRole('checkbox', { name: '选择全部' }).click();
  await expect(chosen(page)).toHaveText('已选 100 位');
  await bulkBar(page).getByRole('button', { name: '选择全部 320 位' }).click();
  await expect(chosen(page)).toHaveText('已选 320 位');
  await rows(page).nth(1).getByRole('checkbox').click();
  await expect(chosen(page)).toHaveText('已选 319 位');
  await page.keyboard.press('ArrowDown');
  await expect(activeRow(page)).toHaveAttribute('aria-rowindex', '4');

  await tick(filterRail(page).getByRole('checkbox', { name: '成交' }));
  await expect(bulkBar(page)).toHaveCount(0);
});

test('by keyboard alone a tag is made and given to the row one is at, and one undo takes it off again', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await expect(rows(page)).toHaveCount(7);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox', { name: '找标签，或写新标签' })).toBeFocused();
  await page.keyboard.type('要开专票');
  await expect(page.getByRole('option', { name: '新建标签“要开专票”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '加上 1 个标签' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(toast(page, '给 1 位客户加上标签“要开专票”')).toBeVisible();
  await expect(row(page, '宁波恒通五金有限公司')).toContainText('要开专票');
  await expect(bulkBar(page)).toHaveCount(0);

  await page.keyboard.press('Control+z');
  await expect(toast(page, '已撤销')).toBeVisible();
  await expect(row(page, '宁波恒通五金有限公司')).not.toContainText('要开专票');
  await expect(row(page, '宁波恒通五金有限公司')).toContainText('高意向');
});

test('tags are taken off many customers at once', async ({ launch }) => {
  const { page } = await launch(withHardwareTrader);
  await expect(rows(page)).toHaveCount(7);
  await page.keyboard.press('Control+a');
  await expect(chosen(page)).toHaveText('已选 7 位');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: '找标签，或写新标签' }).waitFor();
  await page.getByText('去掉', { exact: true }).click();
  await page.getByRole('option', { name: '月结' }).click();
  await page.getByRole('button', { name: '去掉 1 个标签' }).click();
  await expect(toast(page, '去掉标签“月结”')).toBeVisible();
  await expect(row(page, '上海利源建材商行')).not.toContainText('月结');
  await expect(row(page, '杭州八骏科技有限公司')).toContainText('重点关注');
});

test('stage, level and owner change for all ticked, and ticks end when customers leave the list', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await goTo(page, '/customers?stage=lead');
  await expect(rows(page)).toHaveCount(2);
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await expect(chosen(page)).toHaveText('已选 2 位');
  await bulkBar(page).getByRole('button', { name: '等级' }).click();
  await page.getByRole('menuitem', { name: 'C', exact: true }).click();
  await expect(toast(page, '把 2 位客户的等级改为“C”')).toBeVisible();
  await expect(chosen(page)).toHaveText('已选 2 位');

  await bulkBar(page).getByRole('button', { name: '负责人' }).click();
  await page.getByRole('textbox', { name: '选一位，或写新名字' }).fill('周强');
  await page.keyboard.press('Enter');
  await expect(toast(page, '把 2 位客户的负责人改为“周强”')).toBeVisible();
  await expect(row(page, '李娜')).toContainText('周强');

  await bulkBar(page).getByRole('button', { name: '阶段' }).click();
  await page.getByRole('menuitem', { name: '意向' }).click();
  await expect(page.getByRole('heading', { name: '没有符合条件的客户' })).toBeVisible();
  await expect(bulkBar(page)).toHaveCount(0);
  await toast(page, '阶段').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(2);
});

test('customers go to the trash, come back from it, and are deleted for good only when their number is confirmed', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await expect(rows(page)).toHaveCount(7);
  await row(page, '单晓东').getByRole('checkbox').click();
  await row(page, '李娜').getByRole('checkbox').click();
  await row(page, '苏州盛隆机械厂').getByRole('checkbox').click();
  await page.keyboard.press('Delete');
  await expect(toast(page, '3 位客户移入回收站')).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await expect(bulkBar(page)).toHaveCount(0);

  await goTo(page, '/trash');
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('columnheader', { name: '移入时间' })).toBeVisible();
  await row(page, '李娜').getByRole('checkbox').click();
  await bulkBar(page).getByRole('button', { name: '恢复' }).click();
  await expect(rows(page)).toHaveCount(2);

  await page.keyboard.press('Control+a');
  await bulkBar(page).getByRole('button', { name: '彻底删除' }).click();
  const question = page.getByRole('dialog', { name: '彻底删除 2 位客户？' });
  await question.getByRole('button', { name: '取消' }).click();
  await expect(rows(page)).toHaveCount(2);
  await bulkBar(page).getByRole('button', { name: '彻底删除' }).click();
  await question.getByRole('button', { name: '彻底删除 2 位客户' }).click();
  await expect(page.getByRole('heading', { name: '回收站是空的' })).toBeVisible();

  await toast(page, '彻底删除 2 位客户').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, '单晓东')).toBeVisible();
  await goTo(page, '/customers');
  await expect(rows(page)).toHaveCount(5);
});

test('moving many to the trash asks first, names the number, and spares those unticked', async ({
  launch,
}) => {
  const { page } = await launch(withMadeUpCustomers(120));
  await expect(page.getByText('共 120 位客户')).toBeVisible();
  await page.keyboard.press('Control+a');
  await rows(page).nth(0).getByRole('checkbox').click();
  await bulkBar(page).getByRole('button', { name: '移入回收站' }).click();
  const question = page.getByRole('dialog', { name: '把 119 位客户移入回收站？' });
  await question.getByRole('button', { name: '移入回收站（119 位）' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'KH-0120')).toBeVisible();
  await toast(page, '119 位客户移入回收站').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('共 120 位客户')).toBeVisible();
});
