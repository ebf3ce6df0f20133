import {
  chip,
  commit,
  csvFile,
  dropSheet,
  expectCustomers,
  filter,
  openImport,
  planGrid,
  resultCounts,
  sheetGrid,
  sheetRow,
  toPlan,
} from './import-steps.ts';
import { goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';

test.use({ found: { prepare: withEmptyArchive } });

// The words of an owner about a sheet, in both hosts: what was taken for something else, and who is whom.

test('a wrong guess is corrected where it stands, by mouse or by keyboard alone', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '展会名单.csv', [
      '单位,对接人,电话,内部编号',
      '杭州八骏科技有限公司,张三,13812345678,A-7',
      '宁波恒通五金有限公司,李娜,13912345678,A-9',
    ]),
  );
  await expect(chip(page, 'A')).toHaveText('客户名称');

  // The head is above the first row; Enter opens what the column can be.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '第 D 列“内部编号”是什么' })).toBeFocused();
  await page.keyboard.type('备注');
  await page.keyboard.press('Enter');
  await expect(chip(page, 'D')).toHaveText('备注');
  await expect(chip(page, 'D')).toHaveAccessibleName('第 D 列“内部编号”：备注，您指定的');
  await expect(sheetGrid(page)).toBeFocused();

  // A field that only one column can have is taken from the other.
  await chip(page, 'B').click();
  await page.getByRole('option', { name: '客户名称 现在是第 A 列' }).click();
  await expect(chip(page, 'A')).toHaveText('不导入');
  await chip(page, 'B').click();
  await page.getByRole('option', { name: '不导入' }).click();
  await chip(page, 'A').click();
  await page
    .getByRole('listbox', { name: '第 A 列“单位”是什么' })
    .getByRole('option', { name: '客户名称', exact: true })
    .click();

  await page.keyboard.press('Control+Enter');
  await expect(planGrid(page)).toContainText('A-7');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible();
  await goTo(page, '/customers?text=A-7');
  await expect(page.getByText('共 1 位客户')).toBeVisible();
  await expect(page.getByRole('grid')).toContainText('杭州八骏科技有限公司');
});

test('a possibly existing customer is shown with the reason and decided, one by one or all at once', async ({
  app,
}) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '一.csv', [
      '客户名称,联系人,手机',
      '杭州八骏科技有限公司,张三,13812345678',
      '宁波恒通五金有限公司,李娜,13912345678',
    ]),
  );
  await toPlan(page);
  await commit(page);
  await page.getByRole('button', { name: '再导入一个' }).click();
  await dropSheet(
    app,
    csvFile(app, '二.csv', [
      '客户名称,联系人,手机,等级',
      '上海利源建材商行,张三,13812345678,A',
      '苏州盛隆机械厂,李娜,13912345678,B',
      '南京瑞丰装饰工程有限公司,赵敏,13700001111,C',
    ]),
  );
  await toPlan(page);
  await expect(filter(page, '疑似重复')).toHaveText('疑似重复 2');
  const plan = planGrid(page);
  await expect(sheetRow(plan, 2)).toContainText('疑似重复');
  await expect(sheetRow(plan, 2)).toContainText('杭州八骏科技有限公司 同电话');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const details = page.getByRole('complementary', { name: '第 2 行' });
  await expect(details).toContainText('可能是同一位');
  await expect(details).toContainText('13812345678');
  await page.keyboard.press('2');
  await expect(sheetRow(plan, 2)).toContainText('更新');
  await expect(filter(page, '疑似重复')).toHaveText('疑似重复 1');
  await expect(details.getByRole('region', { name: '会改的资料' })).toContainText('等级A');
  await expect(details.getByRole('button', { name: '并入已有' })).toHaveAttribute('aria-pressed', 'true');

  // Looking at the customer and coming back, or going back a step, loses nothing.
  await details.getByRole('link', { name: '打开这位客户' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('杭州八骏科技有限公司');
  await page.goBack();
  await expect(filter(page, '疑似重复')).toHaveText('疑似重复 1');
  await page.getByRole('button', { name: '上一步' }).click();
  await toPlan(page);
  await expect(filter(page, '更新')).toHaveText('更新 1');

  await page.getByRole('button', { name: '疑似重复的 1 行，全部…' }).click();
  await page.getByRole('menuitem', { name: '全部跳过' }).click();
  await expect(filter(page, '跳过')).toHaveText('跳过 1');
  await page.getByRole('button', { name: '导入 1 位新客户，更新 1 位' }).click();
  await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible();
  expect(await resultCounts(page)).toEqual({ 新增客户: '1', 更新客户: '1', 跳过的行: '1', 有疑问的行: '0' });
  await expectCustomers(page, '3');
});
