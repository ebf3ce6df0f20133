import { listPastImports, pastFile } from '../support/past-imports.ts';
import { readZip } from '../support/read-zip.ts';
import { commit, csvFile, dropSheet, expectCustomers, filter, openImport, toPlan } from './import-steps.ts';
import { goTo, toast } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';
import { archiveWith } from './support/seed.ts';

test.use({ found: { prepare: withEmptyArchive } });

test('the template is downloaded, and what it holds by itself brings nobody in', async ({ app }) => {
  const { page } = app;
  await openImport(page);
  const path = await app.receiveFile(() => page.getByRole('button', { name: '下载模板' }).click());
  expect(path).toMatch(/客户导入模板\.xlsx$/u);
  await expect(toast(page, '客户导入模板.xlsx')).toBeVisible();
  await dropSheet(app, path);
  await expect(page.getByText('0 行客户')).toBeVisible();
  await expect(page.getByText('示例', { exact: true }).first()).toBeVisible();
});

test('an import has a page for ever: undone after an edit, it says what stayed and whose it is', async ({
  app,
}) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '展会.csv', [
      '客户名称,手机',
      '杭州八骏科技有限公司,13812345678',
      '宁波恒通五金有限公司,13912345678',
    ]),
  );
  await toPlan(page);
  await commit(page);
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '新建视图“展会”')).toBeVisible();

  await goTo(page, '/customers/1?edit=1');
  await page.keyboard.press('e');
  await page.getByLabel('简称').fill('八骏');
  await page.keyboard.press('Control+s');
  await expect(toast(page, '修改“杭州八骏科技有限公司”的简称')).toBeVisible();

  await goTo(page, '/import');
  await page.getByRole('link', { name: '展会.csv' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '展会.csv' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  const dialog = page.getByRole('dialog', { name: '撤销导入“展会.csv”？' });
  await expect(dialog).toContainText('移除 1 位客户');
  await expect(dialog).toContainText('之后改过的 1 位会保留改过的内容');
  await expect(dialog.getByRole('list', { name: '会保留的内容' })).toContainText(
    '杭州八骏科技有限公司整位客户',
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '撤销这次导入' }).click();
  await expectCustomers(page, '1');

  await page.reload();
  const kept = page.getByRole('main').getByRole('list', { name: '会保留的内容' });
  await expect(kept).toContainText('杭州八骏科技有限公司整位客户');
  await expectAccessible(page);
  await kept.getByRole('link', { name: '杭州八骏科技有限公司' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('杭州八骏科技有限公司');
  await page.goBack();
  await page.getByRole('button', { name: '重做这次导入' }).click();
  await expectCustomers(page, '2');
});

test('rows that were left out or doubtful go out, and come back corrected into their customers', async ({
  app,
}) => {
  const { page } = app;
  await openImport(page);
  await dropSheet(
    app,
    csvFile(app, '台账.csv', [
      '客户名称,手机,邮编',
      '杭州八骏科技有限公司,13812345678,310012',
      '苏州盛隆机械厂,1391234,215000',
      ',,210000',
    ]),
  );
  await toPlan(page);
  await commit(page);
  await expect(page.getByRole('heading', { name: '没导入和有疑问的 2 行' })).toBeVisible();
  const rows = page.getByRole('grid', { name: '没导入和有疑问的 2 行' });
  await expect(rows).toContainText('手机：');
  await expect(rows).toContainText('没有客户名称');
  await expect(rows.getByRole('link', { name: '苏州盛隆机械厂' })).toBeVisible();
  await expectAccessible(page);
  const path = await app.receiveFile(() => page.getByRole('button', { name: '下载这些行' }).click());
  expect(path).toMatch(/台账-待更正\.xlsx$/u);
  const text = [...(await readZip(path)).values()].join('\n');
  for (const shown of ['已导入为（客户编号）', '原因', '1391234', 'KH-0002']) expect(text).toContain(shown);

  await page.getByRole('button', { name: '再导入一个' }).click();
  await dropSheet(
    app,
    csvFile(app, '更正.csv', [
      '客户名称,手机,邮编,已导入为（客户编号）,原因',
      '苏州盛隆机械厂,13912345678,215000,KH-0002,手机：电话号码不对',
      '南京瑞丰装饰工程有限公司,,210000,,没有客户名称，没有导入',
    ]),
  );
  await toPlan(page);
  await expect(filter(page, '更新')).toHaveText('更新 1');
  await commit(page);
  await expectCustomers(page, '3');
  await goTo(page, '/customers?text=1391234');
  await expect(page.getByText('共 1 位客户')).toBeVisible();
  await expect(page.getByRole('grid')).toContainText('13912345678');
});

test('every import ever made can be found again, page by page', async ({ launch }) => {
  const { page } = await launch(archiveWith([], '八骏贸易', (session) => listPastImports(session, 52)));
  await goTo(page, '/import');
  const listed = (number: number) => page.getByRole('link', { name: pastFile(number), exact: true });
  await expect(listed(52)).toBeVisible();
  await expect(listed(3)).toHaveCount(1);
  await expect(listed(2)).toHaveCount(0);
  await expect(page.getByText('一共导入过 52 次')).toBeVisible();
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(listed(2)).toBeVisible();
  await expect(listed(1)).toBeVisible();
  await expect(listed(3)).toHaveCount(0);
  await expectAccessible(page);
  await listed(1).click();
  await expect(page.getByRole('heading', { level: 1, name: pastFile(1) })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: '上一页' }).click();
  await expect(listed(52)).toBeVisible();
});
