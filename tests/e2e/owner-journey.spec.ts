import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from '../support/read-zip.ts';
import { fieldButton } from './customer-steps.ts';
import { commit, dropSheet, expectCustomers, ledgerFile, startImport, toPlan } from './import-steps.ts';
import { goTo, toast } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { row, rows, searchBox } from './support/list-page.ts';

const customer = '深圳隆润服饰有限公司';

test('an owner brings in the old ledger, finds, edits and tags a customer, undoes, exports, backs up, loses all, and has it back', async ({
  app,
}) => {
  test.setTimeout(180_000);

  await test.step('first run: the old ledger comes in', async () => {
    await startImport(app.page);
    await dropSheet(app, ledgerFile);
    await toPlan(app.page);
    await commit(app.page);
    await expectCustomers(app.page, '404');
  });

  await test.step('a customer is found by the end of a phone number, another by initials', async () => {
    const { page } = app;
    await page.getByRole('button', { name: '查看这些客户' }).click();
    await expect(page.getByText('共 404 位客户')).toBeVisible();
    await page.keyboard.press('/');
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('0431');
    await expect(row(page, '宁波和鑫食品有限责任公司')).toContainText('18600000431');
    await searchBox(page).fill('szlrfs');
    await expect(rows(page)).toHaveCount(1);
    await expect(row(page, customer)).toBeVisible();
  });

  await test.step('it is edited in its place', async () => {
    const { page } = app;
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(customer);
    await fieldButton(page, '地址').click();
    await page.getByRole('textbox', { name: '地址' }).fill('南山区科技园路 1 号');
    await page.keyboard.press('Enter');
    await expect(fieldButton(page, '地址')).toHaveText('南山区科技园路 1 号');
  });

  await test.step('it is tagged', async () => {
    const { page } = app;
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('重点关注');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '去掉标签 重点关注' })).toBeVisible();
    await page.getByRole('button', { name: '完成' }).click();
    await expect(page.locator('header').getByText('重点关注')).toBeVisible();
    await goTo(page, '/customers?text=szlrfs');
    await expect(row(page, customer)).toContainText('重点关注');
  });

  await test.step('the tag was a mistake: undo takes it back, the address stays', async () => {
    const { page } = app;
    await page.locator('body').press('Control+z');
    await expect(toast(page, '已撤销')).toBeVisible();
    await expect(row(page, customer)).not.toContainText('重点关注');
    await row(page, customer).dblclick();
    await expect(fieldButton(page, '地址')).toHaveText('南山区科技园路 1 号');
  });

  await test.step('the customers are exported to Excel', async () => {
    const { page } = app;
    await goTo(page, '/customers?export=1');
    await page.getByText('全部资料').click();
    const sheet = await app.receiveFile(() => page.getByRole('button', { name: '导出 404 位客户' }).click());
    await expect(page.getByRole('dialog')).toContainText('导出了 404 位客户');
    await page.getByRole('button', { name: '完成' }).click();
    expect([...(await readZip(sheet)).values()].join('')).toContain('南山区科技园路 1 号');
  });

  const backup = await test.step('a backup goes to another place', async () => {
    const { page } = app;
    await goTo(page, '/backups');
    const path = await app.receiveFile(() => page.getByRole('button', { name: '备份到其他地方…' }).click());
    await expect(toast(page, '备份做好了，并且检查过：404 位客户')).toBeVisible();
    expect(readFileSync(path).length).toBeGreaterThan(10_000);
    return path;
  });

  await test.step('the disk is lost: the program starts on an empty folder', async () => {
    app.tolerate(/WebSocket connection|ERR_CONNECTION_REFUSED/u);
    for (const name of readdirSync(app.folder)) rmSync(join(app.folder, name), { recursive: true });
    await app.killAndStart();
    await expect(app.page.getByRole('heading', { name: '欢迎使用客档' })).toBeVisible();
  });

  await test.step('the backup brings everything back', async () => {
    const { page } = app;
    await app.chooseFile(backup, () => page.getByRole('button', { name: '选备份文件…' }).click());
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^恢复到/u }).click();
    await expect(dialog).toContainText('现在有 404 位客户。');
    await page.keyboard.press('Enter');
    await expectCustomers(page, '404');
    await goTo(page, '/customers?text=szlrfs');
    await row(page, customer).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(customer);
    await expect(fieldButton(page, '地址')).toHaveText('南山区科技园路 1 号');
  });
});
