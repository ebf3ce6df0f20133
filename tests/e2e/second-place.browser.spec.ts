import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleArchive, goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';

const kedangFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.kedang')) : [];

test('a second place is chosen, gets its copy, and says in words when it is gone and when it is back', async ({
  app,
}) => {
  const { page } = app;
  const stick = join(app.files, 'U 盘');
  mkdirSync(stick);
  const copies = join(stick, '客档备份');
  await createSampleArchive(page);
  await goTo(page, '/backups');
  const place = page.getByRole('region', { name: '第二处' });
  await expect(place).toContainText('还没有第二处');
  await place.getByRole('button', { name: '选择第二处…' }).click();
  const dialog = page.getByRole('dialog', { name: '选择第二处…' });
  await dialog.getByLabel('文件夹', { exact: true }).fill(join(app.files, '没有这里'));
  await dialog.getByRole('button', { name: '用这里' }).click();
  await expect(dialog.getByRole('alert')).toContainText('没有接上');
  await dialog.getByLabel('文件夹', { exact: true }).fill(stick);
  await dialog.getByLabel('文件夹', { exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(place).toContainText('还是空的');
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.getByText('备份是最新的')).toBeVisible();
  await expect(place).toContainText('已是最新');
  await expect(place).toContainText(copies);
  await expect(page.getByRole('contentinfo')).toContainText(/第二处\s+已是最新/u);
  await expect(page.getByText(/本机（.+ 检查过）/u)).toBeVisible();
  await expect(page.getByText(/第二处（.+ 检查过）/u)).toBeVisible();
  expect(kedangFiles(copies)).toHaveLength(1);

  renameSync(stick, `${stick} 拔出`);
  await place.getByRole('button', { name: '现在复制' }).click();
  await expect(place).toContainText('没有接上');
  await expect(place).toContainText('接上以后会自动把缺的备份补过去');
  await expect(page.getByRole('contentinfo')).toContainText(/第二处\s+没有接上/u);
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.getByRole('button', { name: /恢复 .+ 的备份/u })).toHaveCount(2);

  renameSync(`${stick} 拔出`, stick);
  await place.getByRole('button', { name: '现在复制' }).click();
  await expect(place).toContainText('已是最新');
  expect(kedangFiles(copies)).toHaveLength(2);

  await place.getByRole('button', { name: '不再用它' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '不再用它' }).click();
  await expect(place).toContainText('还没有第二处');
  expect(kedangFiles(copies)).toHaveLength(2);
});
