import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildWorkbook } from '../support/build-workbook.ts';
import { writeSheets } from '../support/write-sheets.ts';
import {
  chip,
  commit,
  csvFile,
  dropSheet,
  expectCustomers,
  filter,
  sheetGrid,
  sheetRow,
  openImport,
  toPlan,
} from './import-steps.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';

test.use({ found: { prepare: withEmptyArchive } });

/** What pressing Ctrl+V does where the clipboard holds this; tests on one machine share the real one. */
const paste = (page: Page, data: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((held) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(held)) clipboardData.setData(type, text);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);

test('cells copied in a spreadsheet program are pasted and come in', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await page.getByRole('button', { name: '粘贴单元格…' }).click();
  await expect(page.getByRole('textbox', { name: '粘贴到这里' })).toBeFocused();
  await expectAccessible(page);
  await paste(page, { 'text/plain': ' ' });
  await expect(page.getByText('剪贴板里没有表格')).toBeVisible();
  await paste(page, {
    'text/html':
      '<table><tr><td>客户名称</td><td>联系电话</td></tr><tr><td>杭州八骏科技有限公司</td><td>0571-88012345</td></tr></table>',
    'text/plain': '客户名称\t联系电话',
  });
  await expect(page.getByRole('grid', { name: '表格“粘贴的表格”的内容' })).toBeVisible();
  await toPlan(page);
  await commit(page);
  await expectCustomers(page, '1');

  await page.getByRole('button', { name: '再导入一个' }).click();
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();
  await paste(page, { 'text/plain': '客户名称\t联系电话\r\n宁波恒通五金有限公司\t0574-87001234\r\n' });
  await expect(sheetRow(sheetGrid(page), 2)).toContainText('宁波恒通五金有限公司');
});

test('rows and columns that the sheet hides are pointed out, and the rows can stay out', async ({ app }) => {
  const { page } = app;
  const path = join(app.files, '客户.xlsx');
  const rows = [
    ['客户名称', '联系电话', '备注'],
    ['杭州八骏科技有限公司', '0571-88012345', '一'],
    ['宁波恒通五金有限公司', '0574-87001234', '二'],
    ['温州海天贸易有限公司', '0577-88001234', '三'],
  ];
  writeFileSync(path, buildWorkbook({ sheets: [{ rows, hiddenRows: [2], hiddenColumns: [2] }] }));
  await openImport(page);
  await dropSheet(app, path);
  await expect(page.getByText('隐藏的 1 行、1 列也会导入。')).toBeVisible();
  await expect(sheetRow(sheetGrid(page), 3)).toContainText('隐藏');
  await expect(page.getByLabel('这一列在表格里是隐藏的')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '不导入隐藏的行' }).click();
  await expect(page.getByText('2 行客户')).toBeVisible();
  await toPlan(page);
  await expect(filter(page, '全部')).toHaveText('全部 2');
});

test('an old workbook comes in by what it is, and a text is read again with what is said to be between its fields', async ({
  app,
}) => {
  const { page } = app;
  const path = join(app.files, '客户.et');
  writeFileSync(path, writeSheets({ 客户: [['客户名称'], ['杭州八骏科技有限公司']] }, 'biff8'));
  await openImport(page);
  await dropSheet(app, path);
  await expect(sheetRow(sheetGrid(page), 2)).toContainText('杭州八骏科技有限公司');

  await dropSheet(app, csvFile(app, '客户.txt', ['客户名称;电话|备注', '八骏;1|一', '恒通;2|二']));
  await expect(chip(page, 'B')).toBeVisible();
  await page.getByRole('combobox', { name: '分隔符' }).click();
  await page.getByRole('option', { name: '竖线 |' }).click();
  await expect(sheetRow(sheetGrid(page), 2)).toContainText('八骏;1');
});

test('a 接龙 is pasted as text, shown as the table that is in it, and can be refused', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await paste(page, {
    'text/plain':
      '#接龙\n1. 张三 13812345678 两箱 送到阳光小区3栋501\n2. 王姐13612345678 已付\n3. 刘洋 13712345678',
  });
  const sheet = sheetGrid(page);
  await expect(page.getByText('已经按姓名、电话、地址拆成表格：3 位')).toContainText('没有放进来的：#接龙');
  await expect(sheetRow(sheet, 2)).toContainText('阳光小区3栋501');
  await expectAccessible(page);
  await page.getByRole('button', { name: '不是这样' }).click();
  await expect(sheetRow(sheet, 2)).toContainText('1. 张三 13812345678 两箱');
  await page.getByRole('button', { name: '还是排成表格' }).click();
  await expect(chip(page, 'A')).toHaveText('客户名称');
  await toPlan(page);
  await commit(page);
  await expectCustomers(page, '3');
});

test('companies above their people are customers, and what groups the rows becomes what somebody says', async ({
  app,
}) => {
  const { page } = app;
  const path = join(app.files, '客户.xlsx');
  const head = ['姓名', '职务', '手机'];
  const firms = [
    head,
    ['杭州八骏科技有限公司'],
    ['王伟', '经理', '13800138000'],
    ['李娜', '会计', '13800138001'],
    ['宁波恒通五金商行'],
    ['张军', '老板', '13800138002'],
  ];
  const areas = [
    ['客户名称', '手机'],
    ['业务员：赵敏'],
    ['杭州八骏科技有限公司', '13800138000'],
    ['业务员：陈勇'],
    ['苏州海泰贸易有限公司', '13800138003'],
  ];
  writeFileSync(
    path,
    buildWorkbook({
      sheets: [
        { name: '单位', rows: firms, merged: ['A2:C2', 'A5:C5'] },
        { name: '业务', rows: areas },
      ],
    }),
  );
  await openImport(page);
  await dropSheet(app, path);
  await expect(page.getByText('“杭州八骏科技有限公司”等 2 行是公司名')).toBeVisible();
  await expect(chip(page, 'D')).toHaveText('客户名称');
  await expect(chip(page, 'A')).toHaveText('联系人·姓名');
  await page.getByRole('button', { name: '不是这样' }).click();
  await expect(chip(page, 'A')).toHaveText('客户名称');
  await page.getByRole('button', { name: '还是当作标题' }).click();
  await expect(page.getByText('3 行客户')).toBeVisible();
  const together = page.getByRole('checkbox', { name: '一起导入“业务”' });
  // It is ticked once the sheet is understood.
  await together.click();
  await expect(together).toBeChecked();
  await page.getByRole('button', { name: /^业务/u }).click();
  await page.getByRole('combobox', { name: '“赵敏”等小标题是什么' }).selectOption('是负责人');
  await expect(chip(page, 'C')).toHaveText('负责人');
  await expectAccessible(page);
  await toPlan(page);
  await expect(page.getByText('1 家公司另有 1 行联系人')).toBeVisible();
  await commit(page);
  await expectCustomers(page, '3');
});
