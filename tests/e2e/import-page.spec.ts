import {
  chip,
  commit,
  csvFile,
  dropSheet,
  filter,
  ledgerFile,
  openImport,
  planGrid,
  sheetGrid,
  sheetRow,
  toPlan,
} from './import-steps.ts';
import { goTo } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';
import { tick } from './support/ticks.ts';

test.use({ found: { prepare: withEmptyArchive } });

// What the page does with a sheet once it has it, in the browser only; how it comes there is in import.spec.ts, and what
// its owner says about it in import-corrected.spec.ts.

test('a sheet without a column for the name says so in words, and lets nobody go on', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(app, csvFile(app, '等级.csv', ['等级,阶段', 'A,成交', 'B,意向']));
  await expect(page.getByText('还没有一列被认作“名称”')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled();
});

test('the header can be said to be elsewhere, or not to be at all', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '台账.csv', [
      '客户名称,手机',
      '公司全称,手机号码',
      '杭州八骏科技有限公司,13812345678',
      '宁波恒通五金有限公司,13912345678',
    ]),
  );
  const sheet = sheetGrid(page);
  await sheetRow(sheet, 2).getByRole('gridcell').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: '这一行是表头' }).click();
  await expect(sheetRow(sheet, 1)).toContainText('标题');
  await expect(sheetRow(sheet, 2)).toContainText('表头');
  await expect(page.getByText('2 行客户 · 2 行不导入')).toBeVisible();

  await page.getByRole('button', { name: '表头：第 2 行' }).click();
  await tick(page.getByLabel('这张表没有表头'));
  await page.getByRole('button', { name: '按这样认' }).click();
  await expect(page.getByRole('button', { name: '没有表头', exact: true })).toBeVisible();
  await expect(page.getByText('4 行客户')).toBeVisible();
});

test('what was decided is decided again when the columns change after it', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '名单.csv', [
      '客户名称,手机,区域',
      '八骏科技,13812345678,华东',
      '恒通五金,13912345678,华东',
    ]),
  );
  await toPlan(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('3');
  await expect(filter(page, '跳过')).toHaveText('跳过 1');
  await page.getByRole('button', { name: '上一步' }).click();
  await chip(page, 'C').click();
  await page.getByRole('combobox', { name: /是什么$/u }).fill('备注');
  await page.keyboard.press('Enter');
  await toPlan(page);
  await expect(filter(page, '跳过')).toHaveText('跳过 1');
  await expect(sheetRow(planGrid(page), 2)).toContainText('跳过');
});

test('tags of the import are on everybody it brings, also new ones', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '展会.csv', ['客户名称,手机', '八骏科技,13812345678', '恒通五金,13912345678']),
  );
  await page.getByRole('button', { name: '标签' }).click();
  await page.getByRole('combobox', { name: '给这次导入的客户都加上标签' }).pressSequentially('义乌展会');
  await expect(page.getByRole('option', { name: '新建标签“义乌展会”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '去掉标签 义乌展会' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '标签：1 个' })).toBeVisible();
  await toPlan(page);
  await commit(page);
  await goTo(page, '/customers');
  await expect(page.getByRole('grid').getByText('义乌展会')).toHaveCount(2);
});

test('every step is free of what axe objects to, and nothing scrolls but the sheet', async ({ app }) => {
  const { page } = app;
  const check = async () => {
    await expectAccessible(page);
    expect(
      await page.evaluate(
        () =>
          document.documentElement.scrollHeight > innerHeight ||
          document.documentElement.scrollWidth > innerWidth,
      ),
    ).toBe(false);
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openImport(page);
  await check();
  await dropSheet(app, ledgerFile);
  await expect(sheetRow(sheetGrid(page), 5)).toBeVisible();
  await check();
  await chip(page, 'B').click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^表头/u }).click();
  await expect(page.getByLabel('从第几行')).toBeVisible();
  await check();
  await page.keyboard.press('Escape');
  await toPlan(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: '第 5 行' })).toBeVisible();
  await check();
  // 1280×800 enlarged to 150 %.
  await page.setViewportSize({ width: 853, height: 533 });
  await expect(page.getByRole('button', { name: '导入 404 位新客户' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('complementary', { name: '第 5 行' })).toBeInViewport({ ratio: 1 });
  await check();
  await commit(page);
  await check();
  await page.getByRole('button', { name: '再导入一个' }).click();
  await expect(page.getByRole('row', { name: /客户台账/u })).toBeVisible();
  await check();
});
