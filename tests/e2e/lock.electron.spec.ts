import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createArchive, enterCustomer, secondWindow } from './customer-steps.ts';
import { expectForgotten, lockScreen, protect, unlock } from './protection-steps.ts';
import { goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';

const canary = '机密客户朱鹮科技';

test('a computer that goes to sleep or is locked locks the archive in every window', async ({ app }) => {
  const { page } = app;
  await createArchive(page);
  await protect(page);
  await enterCustomer(page, { 公司名称: canary });
  await goTo(page, '/customers');
  const other = await secondWindow(app);
  // A dropped sheet is kept in the clear as long as it may be read again.
  const status = await page.evaluate(async () => {
    const headers = { 'x-file-name': 'sheet.csv' };
    return (await fetch('/files', { method: 'POST', headers, body: '名称\n朱鹮养殖场\n' })).status;
  });
  expect(status).toBe(200);
  const kept = join(await app.electron.evaluate((electron) => electron.app.getPath('userData')), 'files');
  expect(readdirSync(kept)).toHaveLength(1);
  for (const event of ['suspend', 'lock-screen'] as const) {
    for (const each of [page, other]) await expect(each.getByText(canary).first()).toBeVisible();
    await app.electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    for (const each of [page, other]) {
      await expect(lockScreen(each)).toBeVisible();
      await expectForgotten(each, '朱鹮');
    }
    await expect.poll(() => existsSync(kept)).toBe(false);
    await unlock(other);
  }
});

test('an archive without a password is not locked when the computer is', async ({ app }) => {
  const { page } = app;
  await createArchive(page);
  await enterCustomer(page, { 公司名称: canary });
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await enterCustomer(page, { 公司名称: '上海顺风贸易行' });
});
