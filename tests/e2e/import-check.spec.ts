import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildWorkbook } from '../support/build-workbook.ts';
import {
  commit,
  csvFile,
  dropSheet,
  expectCustomers,
  filter,
  planGrid,
  sheetRow,
  openImport,
  toPlan,
} from './import-steps.ts';
import { goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';
import { untick } from './support/ticks.ts';

test.use({ found: { prepare: withEmptyArchive } });

/** The cell of a row below a head. */
const cell = async (page: Page, row: number, head: string) => {
  const column = await planGrid(page)
    .getByRole('columnheader')
    .filter({ hasText: head })
    .first()
    .getAttribute('aria-colindex');
  return sheetRow(planGrid(page), row).locator(`[role="gridcell"][aria-colindex="${column}"]`);
};

test('a cell is corrected where it stands, and all others that read the same with it', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '名单.csv', [
      '客户名称,手机,来源',
      '杭州八骏科技有限公司,1381234567,展汇',
      '宁波恒通五金有限公司,13912345678,展汇',
      '南京瑞丰装饰工程有限公司,13712345678,老客户介绍',
      '苏州盛隆机械厂,1361234567,展汇',
    ]),
  );
  await toPlan(page);
  await expect(filter(page, '有疑问')).toHaveText('有疑问 2');

  // With the mouse: a double click, and Escape leaves it as it was.
  await (await cell(page, 2, '来源')).dblclick();
  const editor = page.getByRole('textbox', { name: '第 2 行的来源' });
  await expect(editor).toBeFocused();
  await editor.fill('不对');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 2, '来源')).toHaveText('展汇');

  // With the keyboard, where the grid has the focus again.
  await expect(planGrid(page)).toBeFocused();
  await page.keyboard.press('F2');
  await expect(editor).toBeFocused();
  await page.keyboard.type('展会');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 2, '来源')).toHaveText('展会');
  await expect(page.getByText('其余 2 行也写着“展汇”')).toBeVisible();
  await page.getByRole('button', { name: '同样处理其余 2 处' }).click();
  await expect(await cell(page, 5, '来源')).toHaveText('展会');
  await expect(await cell(page, 4, '来源')).toHaveText('老客户介绍');

  // A doubtful number made right is doubtful no more; the other one is taken as it is.
  await (await cell(page, 2, '手机')).dblclick();
  await page.getByRole('textbox', { name: '第 2 行的' }).fill('13812345678');
  await page.keyboard.press('Enter');
  await expect(filter(page, '有疑问')).toHaveText('有疑问 1');
  await page.getByRole('button', { name: '有疑问的 1 行，全部照样导入' }).click();
  await expect(filter(page, '有疑问')).toHaveText('有疑问 0');
  await expect(filter(page, '新增')).toHaveText('新增 4');

  // Going back and on again keeps it.
  await page.getByRole('button', { name: '上一步' }).click();
  await toPlan(page);
  await expect(await cell(page, 5, '来源')).toHaveText('展会');
  await expect(filter(page, '新增')).toHaveText('新增 4');

  await page.getByRole('searchbox', { name: '在这些行里找' }).fill('盛隆');
  await expect(planGrid(page).getByRole('rowheader')).toHaveCount(1);
  await commit(page);
  await goTo(page, '/customers?text=13812345678');
  await expect(page.getByRole('grid')).toContainText('杭州八骏科技有限公司');
});

test('what a column does to known customers is chosen above it, and how they are recognised beside it', async ({
  app,
}) => {
  const { page } = app;
  await openImport(page);
  const header = '客户名称,联系人,手机,等级';
  await dropSheet(
    app,
    csvFile(app, '一.csv', [
      header,
      '杭州八骏科技有限公司,张三,13812345678,A',
      '宁波恒通五金有限公司,李娜,13912345678,B',
    ]),
  );
  await toPlan(page);
  await expect(page.getByRole('button', { name: /^等级：已有时/u })).toBeHidden();
  await commit(page);
  await page.getByRole('button', { name: '再导入一个' }).click();
  await dropSheet(
    app,
    csvFile(app, '二.csv', [
      header,
      '杭州八骏科技有限公司,张三,13812345678,C',
      '宁波恒通五金有限公司,李娜,13912345678,',
      '苏州盛隆机械厂,王伟,13912345678,A',
      '上海利源建材商行,赵敏,13912345678,A',
    ]),
  );
  await toPlan(page);
  await expect(filter(page, '跳过')).toHaveText('跳过 2');
  await page.getByRole('button', { name: '等级：已有时填空' }).click();
  await page.getByRole('menuitem', { name: /^覆盖/u }).click();
  await expect(filter(page, '更新')).toHaveText('更新 1');
  await expect(await cell(page, 2, '等级')).toHaveText('AC');
  await expect((await cell(page, 2, '等级')).locator('del')).toHaveText('A');

  // The same decision for all that are possible for the same reason.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('1');
  await page.getByRole('button', { name: '同样处理其余 1 处' }).click();
  await expect(filter(page, '疑似重复')).toHaveText('疑似重复 0');

  await page.getByRole('button', { name: '按什么认出同一位' }).click();
  await untick(page.getByRole('checkbox', { name: /^名称/u }));
  await untick(page.getByRole('checkbox', { name: '手机和电话' }));
  await page.getByRole('button', { name: '按这样认' }).click();
  await expect(filter(page, '新增')).toHaveText('新增 4');
});

test('two sheets of a workbook come in together, and people of one company as its contacts', async ({
  app,
}) => {
  const { page } = app;
  const path = join(app.files, '台账.xlsx');
  const header = ['客户名称', '联系人', '手机'];
  const sheets = [
    { name: '2023', rows: [header, ['杭州八骏科技有限公司', '张三', '13812345678']] },
    {
      name: '2024',
      rows: [header, ['杭州八骏科技有限公司', '李娜', '13912345678'], ['苏州盛隆机械厂', '王伟']],
    },
    { name: '说明', rows: [['这份表由销售部维护'], ['每季度更新一次']] },
  ];
  writeFileSync(path, buildWorkbook({ sheets }));
  await openImport(page);
  await dropSheet(app, path);
  const box = (name: string) => page.getByRole('checkbox', { name: `一起导入“${name}”` });
  await expect(box('2023')).toBeChecked();
  await expect(box('2024')).toBeChecked();
  await expect(box('说明')).not.toBeChecked();
  await toPlan(page);
  const [first, second] = [planGrid(page).getByRole('row').nth(1), planGrid(page).getByRole('row').nth(2)];
  await expect(first).toContainText('2023');
  await expect(second).toContainText('2024');
  await expect(second).toContainText('“2023”第 2 行');
  await expect(page.getByText('1 家公司另有 1 行联系人')).toBeVisible();
  await expect(page.getByRole('button', { name: '导入 2 位新客户' })).toBeVisible();
  await page.getByText('各自一位客户', { exact: true }).click();
  await expect(page.getByRole('button', { name: '导入 3 位新客户' })).toBeVisible();
  await page.getByText('并为一家的联系人', { exact: true }).click();
  await page.getByRole('button', { name: '导入 2 位新客户' }).click();
  await expect(page.getByText('来自“台账.xlsx”的“2023、2024”')).toBeVisible();
  await expectCustomers(page, '2');
});
