import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import {
  chip,
  commit,
  contactsFile,
  csvFile,
  dropSheet,
  expectCopies,
  expectCustomers,
  filter,
  ledgerFile,
  planGrid,
  resultCounts,
  sheetGrid,
  sheetRow,
  startImport,
  toPlan,
} from './import-steps.ts';
import { goTo, toast } from './rooms.ts';
import { expect, test } from './support/app.ts';

test('an old ledger comes in from drop to result without touching a guess, and one undo takes it back', async ({
  app,
}) => {
  const { page } = app;
  await startImport(page);
  await dropSheet(app, ledgerFile);
  const sheet = sheetGrid(page);
  await expect(sheetRow(sheet, 1)).toContainText('标题杭州某某贸易有限公司客户台账');
  await expect(sheetRow(sheet, 4)).toContainText('表头');
  await expect(chip(page, 'B')).toHaveText('客户名称');
  await expect(chip(page, 'C')).toHaveText('联系人·姓名');
  await expect(page.getByText('416 行客户')).toBeVisible();
  await page.keyboard.press('Control+End');
  await expect(sheet.getByText('合计').first()).toBeVisible();

  await toPlan(page);
  await expect(filter(page, '全部')).toHaveText('全部 416');
  await expect(filter(page, '有疑问')).toHaveText('有疑问 11');
  await expect(page.getByText('其中 12 行和别的行是同一位')).toBeVisible();
  await page.getByRole('button', { name: '导入 404 位新客户' }).click();
  await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible();
  expect(await resultCounts(page)).toEqual({
    新增客户: '404',
    更新客户: '0',
    跳过的行: '0',
    有疑问的行: '11',
  });
  await expectCustomers(page, '404');

  await page.getByRole('button', { name: '查看这些客户' }).click();
  await expect(page.getByText('共 404 位客户')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('row', { name: /客户台账2015-2024\.xlsx/u })).toContainText('404');

  await page.getByRole('button', { name: '撤销导入“客户台账2015-2024.xlsx”' }).click();
  await expect(page.getByRole('dialog')).toContainText('移除 404 位客户');
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
  await expect(toast(page, '已撤销：导入“客户台账2015-2024.xlsx”')).toBeVisible();
  await expectCustomers(page, '0');
  await expect(page.getByRole('row', { name: /客户台账2015-2024\.xlsx/u })).toContainText('已撤销');
});

test('the result page undoes an import too, and the same file can come in again', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  await dropSheet(app, ledgerFile);
  await expectCopies(app, 1);
  await toPlan(page);
  await commit(page);
  await expectCopies(app, 0);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByRole('heading', { name: '已经撤销了这次导入' })).toBeVisible();
  await expectCustomers(page, '0');

  await page.getByRole('button', { name: '再导入一个' }).click();
  await app.chooseFile(ledgerFile, () => page.getByRole('button', { name: '选择文件…' }).click());
  await toPlan(page);
  await commit(page);
  await expectCustomers(page, '404');

  await page.getByRole('button', { name: '再导入一个' }).click();
  await dropSheet(app, ledgerFile);
  await expect(page.getByText('再导入一次，已有的客户不会重复')).toBeVisible();
  await toPlan(page);
  await expect(page.getByRole('button', { name: '没有新内容可导入' })).toBeDisabled();
  await expect(filter(page, '跳过')).toHaveText('跳过 416');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: '第 5 行' })).toContainText('就是这位');
});

test('an import that is cancelled half way leaves nothing, and can be started again', async ({ app }) => {
  const { page } = app;
  const lines = Array.from(
    { length: 20_000 },
    (_, index) =>
      `杭州第${index}五金有限公司,张三,139${10_000_000 + index},浙江省杭州市西湖区文一西路${index}号`,
  );
  await startImport(page);
  await dropSheet(app, csvFile(app, '两万.csv', ['客户名称,联系人,手机,地址', ...lines]));
  await toPlan(page);
  await showsItsEnd(planGrid(page), 20_001);
  await page.getByRole('button', { name: '导入 20,000 位新客户' }).click();
  const dialog = page.getByRole('dialog', { name: '正在导入' });
  await expect(dialog).toContainText(/正在写入　[\d,]+ \/ 20,000/u);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  await expectCustomers(page, '0');
  await expect(filter(page, '新增')).toHaveText('新增 20,000');

  await goTo(page, '/history');
  await expect(page.getByText('导入“两万.csv”')).toBeHidden();
  await goTo(page, '/import');
  await expect(page.getByRole('button', { name: '导入 20,000 位新客户' })).toBeEnabled();
});

test('a CSV in GBK is read as it is, and its encoding can be said to be another', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  await dropSheet(app, contactsFile);
  await expect(page.getByRole('combobox', { name: '文字编码' })).toHaveValue('GBK（简体中文）');
  await expect(sheetRow(sheetGrid(page), 2)).toContainText('韩洋文');
  await page.getByRole('combobox', { name: '文字编码' }).click();
  await page.getByRole('option', { name: 'UTF-8（通用）' }).click();
  await expect(sheetRow(sheetGrid(page), 2)).not.toContainText('韩洋文');
  await page.getByRole('combobox', { name: '文字编码' }).click();
  await page.getByRole('option', { name: 'GBK（简体中文）' }).click();
  await expect(sheetRow(sheetGrid(page), 2)).toContainText('韩洋文');

  await toPlan(page);
  await expect(filter(page, '全部')).toHaveText('全部 180');
  await commit(page);
  expect(await resultCounts(page)).toMatchObject({ 跳过的行: '0' });
  await page.getByRole('link', { name: '看看有疑问的客户' }).click();
  await expect(page.getByText(/共 \d+ 位客户/u)).toBeVisible();
  await expect(page.getByRole('list', { name: '当前条件' })).toContainText('有疑问');
});

test('what was said about a sheet is given up only on being asked, and stays while one looks elsewhere', async ({
  app,
}) => {
  const { page } = app;
  await startImport(page);
  const file = csvFile(app, '展会.csv', ['客户名称,手机', '八骏科技,13812345678']);
  await dropSheet(app, file);
  await page.getByText('个人', { exact: true }).click();
  await goTo(page, '/customers');
  await expect(sheetGrid(page)).toBeHidden();
  await goTo(page, '/import');
  await expect(page.getByRole('radio', { name: '个人' })).toBeChecked();

  await page.getByRole('button', { name: '重新选文件' }).click();
  await expect(page.getByRole('dialog')).toContainText('“展会.csv”还没有导入');
  await page.getByRole('button', { name: '取消' }).click();
  await expect(sheetGrid(page)).toBeVisible();
  await page.getByRole('button', { name: '重新选文件' }).click();
  await expectCopies(app, 1);
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectCopies(app, 0);
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();

  // Nothing was said about it yet: nothing to ask.
  await dropSheet(app, file);
  await page.getByRole('button', { name: '重新选文件' }).click();
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();
});

test('a file that is no sheet is refused in words, and the next one is read', async ({ app }) => {
  const { page } = app;
  const broken = join(app.files, '坏了.xlsx');
  writeFileSync(broken, Buffer.from('PK\u0003\u0004这不是一个压缩包'.repeat(30)));
  const photo = join(app.files, '门店照片.jpg');
  writeFileSync(photo, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 0x91)]));
  await startImport(page);
  for (const file of [broken, photo]) {
    await app.dropFile(page.getByRole('main'), file);
    await expect(page.getByRole('alert')).toContainText('档案不受影响');
    await page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
    await expect(page.getByRole('alert')).toBeHidden();
  }
  await dropSheet(app, ledgerFile);
  await expect(page.getByText('416 行客户')).toBeVisible();
});

/** Goes to the last row of a grid and back by keyboard; few rows are drawn, below a head that stays. */
async function showsItsEnd(grid: Locator, lastRow: number): Promise<void> {
  const page = grid.page();
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(sheetRow(grid, lastRow)).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(sheetRow(grid, lastRow)).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(sheetRow(grid, lastRow)).not.toBeInViewport();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  const [top, headTop] = await Promise.all(
    [grid, grid.getByRole('columnheader').first()].map(async (each) => (await each.boundingBox())?.y),
  );
  expect(headTop).toBe(top);
  await page.keyboard.press('Control+Home');
  await expect(sheetRow(grid, 2)).toBeInViewport();
}
