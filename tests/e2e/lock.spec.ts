import { createArchive, enterCustomer, secondWindow } from './customer-steps.ts';
import { csvFile, dropSheet, toPlan } from './import-steps.ts';
import { expectForgotten, lockScreen, protect, unlock } from './protection-steps.ts';
import { goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';

const canary = '机密客户朱鹮科技';

test('two windows are locked and opened together, and neither holds anything of a customer meanwhile', async ({
  app,
  page,
}) => {
  await createArchive(page);
  await protect(page);
  await enterCustomer(page, { 公司名称: canary });
  await goTo(page, `/customers?text=${encodeURIComponent('朱鹮')}`);
  const other = await secondWindow(app);
  for (const each of [page, other]) await expect(each.getByText(canary).first()).toBeVisible();

  await other.keyboard.press('Control+l');
  for (const each of [page, other]) {
    await expect(lockScreen(each)).toBeVisible();
    await expectForgotten(each, '朱鹮');
  }
  await unlock(page);
  for (const each of [page, other]) await expect(each.getByText(canary).first()).toBeVisible();
});

test('an import that is being written when the archive is locked is there as a whole afterwards', async ({
  app,
  page,
}) => {
  await createArchive(page);
  await protect(page);
  await goTo(page, '/import');
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();
  const rows = Array.from({ length: 4_000 }, (_, row) => `第${row}号朱鹮养殖场,139${10_000_000 + row}`);
  await dropSheet(app, csvFile(app, '台账.csv', ['客户名称,手机', ...rows]));
  await toPlan(page);
  await page.getByRole('button', { name: '导入 4,000 位' }).click();
  await page.keyboard.press('Control+l');
  await expect(lockScreen(page)).toBeVisible();
  await expectForgotten(page, '朱鹮');
  await unlock(page);
  await goTo(page, '/customers');
  await expect(page.getByRole('main')).toContainText('4,000');
});
