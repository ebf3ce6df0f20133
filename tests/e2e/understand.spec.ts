import { chip, commit, csvFile, dropSheet, planGrid, sheetGrid, openImport, toPlan } from './import-steps.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';

test.use({ found: { prepare: withEmptyArchive } });

const header = '客户名称,客户状态,成立日期,归属';

test('what the owner says about a sheet holds for it, and for the next one with its headers', async ({
  app,
}) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '2023.csv', [
      header,
      '杭州八骏科技有限公司,暂缓,3/4/2023,老陈',
      '宁波恒通五金有限公司,老客户,5/6/2023,小李',
    ]),
  );

  // Day and month are asked for once.
  await expect(page.getByText('里的 3/4/2023 是哪一天？')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '4月3日（日/月）' }).click();
  await expect(page.getByText('里的 3/4/2023 是哪一天？')).toBeHidden();

  // A word becomes what the owner says.
  await chip(page, 'B').click();
  await page.getByRole('combobox', { name: '“暂缓”成为' }).selectOption('沉睡');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // A column feeds a second field.
  await chip(page, 'D').click();
  // That of the column before may still be going.
  const ofColumn = page.getByRole('dialog', { name: '第 D 列“归属”是什么' });
  await ofColumn.getByText('也放进', { exact: true }).click();
  await ofColumn.getByRole('option', { name: '备注', exact: true }).click();
  await expect(chip(page, 'D')).toHaveText('负责人 + 备注');

  await page.getByRole('combobox', { name: '工作表名“2023”是什么' }).selectOption('“2023” → 标签');
  await toPlan(page);
  await expect(planGrid(page)).toContainText('2023-04-03');
  await expect(planGrid(page)).toContainText('沉睡');
  await commit(page);

  // A name that says what is on the sheet may still say of which year it is.
  await page.getByRole('button', { name: '再导入一个' }).click();
  await dropSheet(app, csvFile(app, '2024年客户.csv', [header, '苏州海泰贸易有限公司,暂缓,7/8/2024,老陈']));
  await page
    .getByRole('combobox', { name: '工作表名“2024年客户”是什么' })
    .selectOption('年份 → 标签“2024年”');
  await expect(chip(page, 'D')).toHaveText('负责人 + 备注');
  await expect(page.getByText('是哪一天？')).toBeHidden();
  await toPlan(page);
  await expect(planGrid(page)).toContainText('2024-08-07');
  await expect(planGrid(page)).toContainText('沉睡');
  await commit(page);
  await page.getByRole('button', { name: '查看这些客户' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('2024年');
});

test('of two tables on a sheet the longer one comes in, or the other', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  const lines = [
    '客户名称,手机',
    '杭州八骏科技有限公司,13800138000',
    '宁波恒通五金有限公司,13900139000',
    '',
    '供应商名称,电话',
    '上海宏美五金有限公司,021-58880001',
  ];
  await dropSheet(app, csvFile(app, '名单.csv', lines));
  const tables = page.getByRole('combobox', { name: '这张表里有 2 个表格，导入哪一个' });
  await expect(tables).toHaveValue('0');
  await expect(page.getByText('这次只导入第 1 个')).toBeVisible();
  await expect(sheetGrid(page).getByText('另一个表格').first()).toBeVisible();
  await tables.selectOption({ label: '表格 2/2（A5:B6）' });
  await expect(page.getByText('1 行客户')).toBeVisible();
  await expect(page.getByText('这次只导入第 2 个')).toBeVisible();
  await expectAccessible(page);
  await toPlan(page);
  await expect(planGrid(page)).toContainText('上海宏美五金有限公司');
});

test('a mapping is saved by name and used for another sheet', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(app, csvFile(app, '供应商.csv', ['客户名称,归属', '杭州八骏科技有限公司,城西']));
  await chip(page, 'B').click();
  await page.getByRole('option', { name: '来源', exact: true }).click();
  await expect(chip(page, 'B')).toHaveText('来源');
  await page.getByRole('button', { name: '方案' }).click();
  await page.getByRole('menuitem', { name: '存为方案…' }).click();
  await page.getByRole('textbox', { name: '方案名称' }).fill('供应商台账');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('保存导入方案“供应商台账”')).toBeVisible();

  // A file that is dropped takes the place of the one before, after a question.
  await dropSheet(
    app,
    csvFile(app, '经销商.csv', ['归属,客户名称,电话', '城东,宁波恒通五金有限公司,0574-87654321']),
  );
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await expect(chip(page, 'C')).toBeVisible();
  await expect(chip(page, 'A')).not.toHaveText('来源');
  await page.getByRole('button', { name: '方案' }).click();
  await page.getByRole('menuitem', { name: '供应商台账', exact: true }).click();
  await expect(chip(page, 'A')).toHaveText('来源');
  await toPlan(page);
  await expect(planGrid(page)).toContainText('城东');
});
