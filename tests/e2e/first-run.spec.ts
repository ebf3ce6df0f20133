import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleArchive, goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';

test('a new archive begins empty, under the name of the business', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { name: '欢迎使用客档' })).toBeVisible();
  await expect(page.getByText(app.folder)).toBeVisible();
  await page.getByLabel('单位名称（可以以后再填）').fill('杭州八骏贸易有限公司');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('0 位客户');
  await goTo(page, '/settings');
  await expect(page.getByLabel('单位名称')).toHaveValue('杭州八骏贸易有限公司');
});

test('who has a sheet is led to the import', async ({ page }) => {
  await page.getByRole('button', { name: '去导入' }).click();
  await expect(page.getByRole('link', { name: '导入' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('导入');
});

test('made-up customers can be looked at, and be taken back as one change', async ({ page }) => {
  await createSampleArchive(page);
  await goTo(page, '/history');
  await page.getByRole('button', { name: '撤销：放入 120 位示例客户' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('0 位客户');
});

test('a backup from another computer is restored on the first screen', async ({ app }) => {
  await createSampleArchive(app.page);
  await goTo(app.page, '/backups');
  const backup = await app.receiveFile(() =>
    app.page.getByRole('button', { name: '备份到其他地方…' }).click(),
  );

  const { page } = app;
  await goTo(page, '/history');
  await page.getByRole('button', { name: '撤销：放入 120 位示例客户' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('0 位客户');
  await goTo(page, '/backups');
  await app.chooseFile(backup, () => page.getByRole('button', { name: '从文件恢复…' }).click());
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^恢复到/u })
    .click();
  await expect(page.getByRole('dialog')).toContainText('现在有 120 位客户。');
});

const fileName = 'kedang.db';

test('a file that is no archive is named, left alone, and can be replaced by its owner', async ({
  launch,
}) => {
  const app = await launch(async (folder) =>
    writeFileSync(join(folder, fileName), '这是一封信，不是档案。'.repeat(200)),
  );
  const { page } = app;
  await expect(page.getByRole('heading', { name: '档案现在打不开' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('不是客档的档案文件');
  await expect(page.getByRole('alert')).toContainText('没有动这个文件');
  await expect(page.getByText('这个文件夹里没有找到备份')).toBeVisible();
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('alert')).toContainText('不是客档的档案文件');
});

test('an archive of zero bytes is never opened as an empty one; a found backup brings everything back', async ({
  app,
}) => {
  await createSampleArchive(app.page);
  await goTo(app.page, '/backups?make=1');
  await expect(app.page.getByText('备份是最新的')).toBeVisible();
  await app.restart();
  await expect(app.page.getByRole('contentinfo')).toContainText('120 位客户');

  await app.killAndStart();
  await expect(app.page.getByRole('contentinfo')).toContainText('120 位客户');
  for (const name of readdirSync(app.folder)) {
    if (name.startsWith(fileName)) writeFileSync(join(app.folder, name), '');
  }
  await app.killAndStart();
  const { page } = app;
  await expect(page.getByRole('alert')).toContainText('是空的');
  await page
    .getByRole('button', { name: /恢复 .+ 的备份/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('备份里有这些内容');
  await dialog.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 120 位客户。');
  await dialog.getByRole('button', { name: '好' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('120 位客户');
});

test('a damaged archive is kept beside the restored one', async ({ app }) => {
  await createSampleArchive(app.page);
  await goTo(app.page, '/backups?make=1');
  await expect(app.page.getByText('备份是最新的')).toBeVisible();
  const damaged = join(app.files, 'damaged.db');
  writeFileSync(damaged, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_000, 7)]));
  await app.killAndStart();
  await expect(app.page.getByRole('contentinfo')).toContainText('120 位客户');
  copyFileSync(damaged, join(app.folder, fileName));
  for (const suffix of ['-wal', '-shm']) writeFileSync(join(app.folder, fileName + suffix), '');
  await app.killAndStart();

  const { page } = app;
  await expect(page.getByRole('heading', { name: '档案现在打不开' })).toBeVisible();
  await page
    .getByRole('button', { name: /恢复 .+ 的备份/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 120 位客户。');
  const kept = readdirSync(app.folder).filter((name) => name !== fileName && /kedang.*db/u.test(name));
  expect(kept.length).toBeGreaterThan(0);
});
