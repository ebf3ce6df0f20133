import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectOpen } from './customer-steps.ts';
import { goTo, toast } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withSamples } from './support/filled-archive.ts';

test.use({ found: { prepare: withSamples } });

test.beforeEach(({ page }) => expectOpen(page));

test('one sentence says whether the archive is safe', async ({ page }) => {
  await expect(page.getByRole('contentinfo')).toContainText('还没有备份');
  await goTo(page, '/backups');
  await expect(page.getByText('还没有备份。')).toBeVisible();
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(toast(page, /备份做好了，并且检查过：120 位客户/u)).toBeVisible();
  await expect(
    page.getByText(/备份是最新的：最近一份做于(?:今天|昨天) \d\d:\d\d，之后没有改动。/u),
  ).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/最近备份 (?:今天|昨天) \d\d:\d\d/u);

  await goTo(page, '/settings?section=tags');
  await page.getByLabel('新标签的名称').fill('展会');
  await page.getByLabel('新标签的名称').press('Enter');
  await expect(page.getByLabel('“展会”的名称')).toBeVisible();
  await goTo(page, '/backups');
  await expect(page.getByText('之后的改动还没有备份进去')).toBeVisible();
});

test('leaving the program makes a backup of what was changed', async ({ app }) => {
  await app.restart();
  await goTo(app.page, '/backups');
  await expect(app.page.getByText('备份是最新的')).toBeVisible();
  await expect(app.page.getByText('退出时', { exact: true })).toBeVisible();
});

test('restoring shows then beside now, keeps what was there, and can be taken back by restoring that', async ({
  page,
}) => {
  await goTo(page, '/backups?make=1');
  await expect(page.getByText('备份是最新的')).toBeVisible();
  await goTo(page, '/history');
  await page.getByRole('button', { name: '撤销：放入 120 位示例客户' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('0 位客户');

  await goTo(page, '/backups');
  await page.getByRole('button', { name: /恢复 .+ 的备份/u }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /^客户/u })).toContainText('120恢复后多 1200');
  await dialog.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 120 位客户。');
  await expect(dialog).toContainText('恢复之前的内容存成了一份备份');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('120 位客户');

  await expect(page.getByText('恢复前的安全备份', { exact: true })).toBeVisible();
  await page
    .getByRole('button', { name: /恢复 .+ 的备份/u })
    .first()
    .click();
  await expect(dialog.getByRole('row', { name: /^客户/u })).toContainText('0恢复后少 120120');
  await dialog.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 0 位客户。');
});

test('a backup goes to a place of choice, and comes back from there', async ({ app }) => {
  const { page } = app;
  await goTo(page, '/backups');
  const path = await app.receiveFile(() => page.getByRole('button', { name: '备份到其他地方…' }).click());
  await expect(toast(page, '备份做好了')).toBeVisible();
  await app.chooseFile(path, () => page.getByRole('button', { name: '从文件恢复…' }).click());
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /^客户/u })).toContainText('120一样120');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
});

test('a damaged backup is refused before anything is touched, and so is a file that is none', async ({
  app,
}) => {
  const { page } = app;
  await goTo(page, '/backups');
  const path = await app.receiveFile(() => page.getByRole('button', { name: '备份到其他地方…' }).click());
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const damaged = join(app.files, '坏了.kedang');
  writeFileSync(damaged, bytes);
  const photo = join(app.files, '照片.kedang');
  writeFileSync(photo, Buffer.alloc(40_000, 0xd8));

  const dialog = page.getByRole('dialog');
  for (const [file, sentence] of [
    [damaged, '损坏了，不能用来恢复'],
    [photo, '不是客档的备份文件'],
  ] as const) {
    await app.chooseFile(file, () => page.getByRole('button', { name: '从文件恢复…' }).click());
    await expect(dialog.getByRole('alert')).toContainText(sentence);
    await expect(dialog.getByRole('alert')).toContainText('现在的档案没有动');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await expect(page.getByRole('contentinfo')).toContainText('120 位客户');
});
