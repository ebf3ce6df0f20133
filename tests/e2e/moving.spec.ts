import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleArchive, goTo } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { type App, expect, test } from './support/app.ts';

/** Chooses a folder for the archive: in the system's dialog, or by its path where there is none. */
async function chooseFolder(app: App, folder: string): Promise<void> {
  const { page } = app;
  const button = page.getByRole('button', { name: '搬到另一个文件夹…' });
  if (app.kind === 'electron') return app.chooseFile(folder, () => button.click());
  await button.click();
  await page.getByRole('dialog').getByLabel('文件夹', { exact: true }).fill(folder);
  await page.keyboard.press('Enter');
}

test('the archive moves to a folder that is chosen, works there, and is found there at the next start', async ({
  app,
}) => {
  const to = join(app.files, 'D 盘 文件夹');
  mkdirSync(to);
  writeFileSync(join(to, '照片.jpg'), '');
  const taken = join(app.files, '别的档案');
  mkdirSync(taken);
  writeFileSync(join(taken, 'kedang.keys'), '');
  await createSampleArchive(app.page);
  const count = await app.page
    .getByRole('contentinfo')
    .getByText(/位客户/u)
    .innerText();
  await goTo(app.page, '/settings?section=archive');

  await chooseFolder(app, taken);
  const dialog = app.page.getByRole('dialog', { name: '把档案搬到另一个文件夹' });
  await expect(dialog.getByRole('alert')).toContainText('已经有客档的文件（kedang.keys）');
  await expect(dialog.getByRole('button', { name: '开始搬' })).toBeDisabled();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();

  await chooseFolder(app, to);
  const own = join(to, '客档档案');
  await expect(dialog).toContainText(app.folder);
  await expect(dialog).toContainText(own);
  await expect(dialog).toContainText('档案和钥匙；还没有备份');
  await expect(dialog).toContainText('断电或拔掉 U 盘，档案都还在原来的地方');
  await expectAccessible(app.page);
  app.tolerate(/WebSocket connection/u);
  await dialog.getByRole('button', { name: '开始搬' }).click();

  // Another page after the restart.
  const panel = () => app.page.getByRole('region', { name: '档案' });
  const note = () => panel().getByRole('note').filter({ hasText: '档案已经搬到这里' });
  await expect(panel().getByText(own, { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(note()).toContainText(app.folder);
  await expect(dialog).toBeHidden();
  await expect(app.page.getByRole('contentinfo')).toContainText(count);
  await expectAccessible(app.page);
  expect(readdirSync(app.folder).filter((name) => name === 'kedang.db')).toEqual([]);

  // The program is told the old folder again, as by a shortcut, and follows.
  await app.restart();
  await expect(app.page.getByRole('contentinfo')).toContainText(count);
  await goTo(app.page, '/settings?section=archive');
  await expect(panel().getByText(own, { exact: true })).toBeVisible();

  await note().getByRole('button', { name: '删除原来的文件…' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: '删除原来的文件' }).click();
  await expect(note()).toBeHidden();
  expect(existsSync(join(app.folder, 'kedang.keys'))).toBe(false);
  expect(existsSync(join(own, 'kedang.keys'))).toBe(true);
});
