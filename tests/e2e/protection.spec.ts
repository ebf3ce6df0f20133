import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { createArchive, enterCustomer } from './customer-steps.ts';
import { lockScreen, password, protect, typePassword, writeKeyDown } from './protection-steps.ts';
import { goTo, placeOf } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

const other = '另一个想不到的密码';
const canary = '机密客户朱鹮科技';

const addCustomer = (page: Page): Promise<void> => enterCustomer(page, { 公司名称: canary });

test('a password, a recovery key, the lock and the way back in', async ({ app }) => {
  await createArchive(app.page);
  await expect(app.page.getByRole('contentinfo')).toContainText('未加密保护');
  await addCustomer(app.page);
  const recoveryKey = await protect(app.page);

  await goTo(app.page, `/customers?text=${encodeURIComponent('朱鹮')}`);
  await expect(app.page.getByText(canary).first()).toBeVisible();
  await app.page.keyboard.press('Control+l');
  await expect(lockScreen(app.page)).toBeVisible();
  expect(await app.page.content()).not.toContain('朱鹮');
  expect(await placeOf(app.page)).not.toContain('朱鹮');

  await expectAccessible(app.page);
  const field = app.page.getByLabel('密码', { exact: true });
  await expect(field).toBeFocused();
  await field.fill(other);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('alert')).toContainText('密码不对');
  await field.fill(password);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText(canary).first()).toBeVisible();
  expect(await placeOf(app.page)).toContain('朱鹮');

  await app.restart();
  await expect(lockScreen(app.page)).toBeVisible();
  await app.page.getByRole('button', { name: '忘记密码了？' }).click();
  await app.page.getByLabel('恢复密钥').fill(recoveryKey.replaceAll('-', ' ').toLowerCase());
  await app.page.getByLabel('新密码').fill(other);
  await app.page.getByLabel('再输一次').fill(other);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText(canary).first()).toBeVisible();
  await app.page.getByRole('button', { name: '锁定' }).click();
  await expect(lockScreen(app.page)).toBeVisible();
  await app.page.getByLabel('密码', { exact: true }).fill(other);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText(canary).first()).toBeVisible();
});

test('what stands in a form when the archive is locked is there again afterwards', async ({ page }) => {
  await createArchive(page);
  await protect(page);
  await goTo(page, '/customers/new');
  const name = page.getByRole('textbox', { name: '公司名称' });
  await name.fill(canary);
  await page.keyboard.press('Control+l');
  await expect(lockScreen(page)).toBeVisible();
  expect(await page.content()).not.toContain('朱鹮');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue(canary);
});

test('a copy for somebody else has its own password, which restoring asks for', async ({ app }) => {
  await createArchive(app.page);
  await addCustomer(app.page);
  await goTo(app.page, '/backups');
  await app.page.getByRole('button', { name: '另存一份给别人…' }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByLabel('这份备份的密码').fill(other);
  await dialog.getByLabel('再输一次').fill(other);
  const path = await app.receiveFile(() => app.page.keyboard.press('Enter'));
  await expect(dialog).toBeHidden();
  await app.chooseFile(path, () => app.page.getByRole('button', { name: '从文件恢复…' }).click());
  await app.page.getByLabel('备份的密码或恢复密钥').fill(password);
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('密码不对');
  await app.page.getByLabel('备份的密码或恢复密钥').fill(other);
  await app.page.keyboard.press('Enter');
  await expect(dialog).toContainText(canary);
});

test('a recovery key is saved as a text that says what it is, of which archive, and from when', async ({
  app,
}) => {
  const { page } = app;
  await createArchive(page);
  await protect(page);
  await page.getByRole('button', { name: '换一个恢复密钥…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('现在的密码').fill(password);
  await page.keyboard.press('Enter');
  const groups = dialog.getByRole('list', { name: '恢复密钥' }).getByRole('listitem');
  await expect(groups).toHaveCount(9);
  await expectAccessible(page);
  const written = (await groups.allTextContents()).map((text) => text.replace(/^\d/u, ''));
  const path = await app.receiveFile(() => dialog.getByRole('button', { name: '存成文本…' }).click());
  const day = /^客档恢复密钥 (\d{4}-\d\d-\d\d)\.txt$/u.exec(basename(path))?.[1];
  const text = readFileSync(path, 'utf8');
  expect(text.split('\r\n')).toContain(written.join('-'));
  for (const [index, group] of written.entries()) expect(text).toContain(`${index + 1}.  ${group}\r\n`);
  expect(text).toContain('忘记密码时，在锁定界面点“忘记密码了？”');
  expect(text).toContain(`做于 ${day ?? 'no day'} `);
  expect(text).toContain(app.folder);
});

test('with the first password comes a new key, and backups of before it are deleted when the owner says so', async ({
  app,
}) => {
  const { page } = app;
  await createArchive(page);
  await addCustomer(page);
  await goTo(page, '/backups?make=1');
  await expect(page.getByText('备份是最新的')).toBeVisible();
  await typePassword(page);
  const dialog = page.getByRole('dialog');
  const newKey = dialog.getByRole('checkbox', { name: /换一把新钥匙/u });
  await expect(newKey).toBeChecked();
  await expect(dialog).toContainText('已有 1 份备份做于设密码之前');
  await expectAccessible(page);
  await dialog.getByLabel('再输一次').press('Enter');
  // The password holds before the new key does, which comes by itself and is a key that no recovery key opens.
  await writeKeyDown(page);

  await expect(dialog).toContainText('不用密码就能打开的备份');
  const remove = dialog.getByRole('button', { name: /^删除选中的/u });
  await expect(remove).toBeDisabled();
  await expectAccessible(page);
  const old = dialog.getByRole('checkbox', { name: /手动 · 1 位客户/u });
  await old.focus();
  await page.keyboard.press('Space');
  await expect(remove).toHaveText('删除选中的 1 份');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('删掉了 1 份');
  await expect(dialog).toContainText('没有不用密码就能打开的备份了');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '好' }).click();
  await expect(page.getByRole('main')).not.toContainText('不用密码就能打开');

  await page.keyboard.press('Control+l');
  await expect(lockScreen(page)).toBeVisible();
  await page.getByRole('button', { name: '密码和恢复密钥都没有了？从备份恢复…' }).click();
  const list = page.getByRole('region', { name: '可以恢复的备份' });
  await expect(list).toContainText('要做备份时的密码');
  await expect(list).not.toContainText('不用密码');
});

test('who forgot password and recovery key restores a backup from the lock screen, and what was locked waits for its password', async ({
  app,
}) => {
  const { page } = app;
  await createArchive(page);
  await addCustomer(page);
  await goTo(page, '/backups?make=1');
  await expect(page.getByText('备份是最新的')).toBeVisible();
  await protect(page, { openBackups: 1 });
  await enterCustomer(page, { 公司名称: '设密码以后的客户' });
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '密码和恢复密钥都没有了？从备份恢复…' }).click();
  await expect(page.getByRole('main')).toContainText('原样另外留着，仍然加密，什么也不删');
  await expectAccessible(page);
  const list = page.getByRole('region', { name: '可以恢复的备份' });
  await expect(list).toContainText('不用密码');
  await list.getByRole('button', { name: /恢复 .+ 的备份/u }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('现在锁着的档案会原样另外留着');
  await dialog.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 1 位客户。');
  await expect(dialog).toContainText('恢复出来的档案没有密码');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '好' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('未加密保护');

  await goTo(page, '/backups');
  await page.getByRole('button', { name: /^想起密码了：打开 原档案-/u }).click();
  await dialog.getByLabel('当时的密码或恢复密钥').fill(other);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('密码不对');
  await dialog.getByLabel('当时的密码或恢复密钥').fill(password);
  await page.keyboard.press('Enter');
  // The dialog of the password goes while that of the backup comes.
  const inspection = page.getByRole('dialog').filter({ hasText: '这份备份比现在多 1 位客户' });
  await expect(inspection).toBeVisible();
  await expect(dialog).toHaveCount(1);
  await expectAccessible(page);
  await inspection.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 2 位客户。');
});
