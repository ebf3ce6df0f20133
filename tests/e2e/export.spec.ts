import { readFileSync, statSync } from 'node:fs';
import { readZip } from '../support/read-zip.ts';
import { commit, dropSheet, filter, ledgerFile, startImport, toPlan } from './import-steps.ts';
import { goTo } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { type App, expect, test } from './support/app.ts';
import { withHardwareTrader } from './support/filled-archive.ts';
import { row } from './support/list-page.ts';
import { tick, untick } from './support/ticks.ts';

/** Exports with the dialog that is open, and returns the path of the written file. */
const exported = async (app: App): Promise<string> => {
  const path = await app.receiveFile(() =>
    app.page
      .getByRole('dialog')
      .getByRole('button', { name: /^导出 \d/u })
      .click(),
  );
  await expect(app.page.getByRole('dialog')).toContainText(/导出了 [\d,]+ 位客户/u);
  return path;
};

test('the list as it is filtered goes to Excel with its columns, and the number is named before', async ({
  launch,
}) => {
  const app = await launch(withHardwareTrader);
  const { page } = app;
  await goTo(page, '/customers?region=%E6%B5%99%E6%B1%9F%E7%9C%81');
  await expect(page.getByText('共 2 位客户')).toBeVisible();
  await page.getByRole('button', { name: '导出这个列表' }).click();
  await expect(page.getByRole('button', { name: '导出 2 位客户' })).toBeVisible();
  await expectAccessible(page);
  const path = await exported(app);
  expect(path).toMatch(/客户-\d{4}-\d\d-\d\d-\d{4}\.xlsx$/u);

  const text = [...(await readZip(path)).values()].join('\n');
  for (const shown of ['客户编号', '客户名称', '杭州八骏科技有限公司', '138 1234 5678', '成交', '重点关注'])
    expect(text).toContain(shown);
  expect(text).not.toContain('上海利源建材商行');
  expect(text).not.toContain('每月 25 日对账');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await page.evaluate(() => location.hash)).not.toContain('export');
});

test('ticked customers go to CSV, in UTF-8 with its mark or in GBK', async ({ launch }) => {
  const app = await launch(withHardwareTrader);
  const { page } = app;
  for (const name of ['李娜', '单晓东']) await tick(row(page, name).getByRole('checkbox'));
  const openDialog = async (): Promise<void> => {
    await page
      .getByRole('toolbar', { name: '对已选客户的操作' })
      .getByRole('button', { name: '导出' })
      .click();
    await page.getByText('CSV 文本（.csv）').click();
  };
  await openDialog();
  const unicode = readFileSync(await exported(app));
  expect([...unicode.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(unicode.toString('utf8').split('\r\n').filter(Boolean)).toHaveLength(3);
  expect(unicode.toString('utf8')).toContain('单晓东');
  await page.getByRole('button', { name: '完成' }).click();

  await openDialog();
  await page.getByRole('combobox', { name: '文字编码' }).click();
  await page.getByRole('option', { name: /^GBK/u }).click();
  await page.getByText('自己选').click();
  await tick(page.getByRole('checkbox', { name: '性别' }));
  await untick(page.getByRole('checkbox', { name: '负责人' }));
  const chinese = new TextDecoder('gb18030').decode(readFileSync(await exported(app)));
  expect(chinese).toContain('客户名称');
  expect(chinese).toContain('性别');
  expect(chinese).not.toContain('负责人');
  expect(chinese).toContain('单晓东');
});

test('everything that was exported can be imported again, and that changes nothing', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  await dropSheet(app, ledgerFile);
  await toPlan(page);
  await commit(page);
  await goTo(page, '/customers');
  await page.getByRole('button', { name: '导出这个列表' }).click();
  await page.getByText('全部资料').click();
  const path = await exported(app);
  expect(statSync(path).size).toBeGreaterThan(10_000);
  await page.getByRole('button', { name: '完成' }).click();

  await goTo(page, '/import');
  await dropSheet(app, path);
  await toPlan(page);
  await expect(filter(page, '全部')).toHaveText('全部 404');
  await expect(filter(page, '跳过')).toHaveText('跳过 404');
  await expect(page.getByRole('button', { name: '没有新内容可导入' })).toBeDisabled();
});

test('the export is asked for from anywhere, and closing it writes nothing', async ({ launch }) => {
  const app = await launch(withHardwareTrader);
  const { page } = app;
  await goTo(page, '/customers?stage=lead');
  await expect(page.getByText('共 2 位客户')).toBeVisible();
  const askFinder = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('导出');
    await page.getByRole('option', { name: '导出当前客户' }).click();
  };
  await askFinder();
  await expect(page.getByRole('button', { name: '导出 2 位客户' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('共 2 位客户')).toBeVisible();

  await goTo(page, '/settings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置');
  await askFinder();
  await expect(page.getByRole('button', { name: '导出 7 位客户' })).toBeVisible();
});
