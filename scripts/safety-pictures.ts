import type { Page } from '@playwright/test';
import { mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { launchBrowserApp } from '../tests/e2e/support/browser-app.ts';
import { withMadeUpCustomers } from '../tests/e2e/support/filled-archive.ts';
import type { TakePicture } from './import-pictures.ts';

/*
 * The pictures of keeping an archive safe: a second place for backups, a restore with its differences, single customers out of a
 * backup, password, recovery key and lock, the archive in another folder, and a damaged one.
 */

type App = Awaited<ReturnType<typeof launchBrowserApp>>;

const password = '西湖的水 和 长江的风';

const go = (page: Page, address: string): Promise<unknown> =>
  page.evaluate(`location.hash = ${JSON.stringify(address)}`);

/** Says the path of a folder, as one does where the system has no dialog for it. */
const sayFolder = async (page: Page, folder: string): Promise<void> => {
  await page.getByRole('dialog').getByLabel('文件夹', { exact: true }).fill(folder);
  await page.keyboard.press('Enter');
};

async function backupPictures(page: Page, files: string, picture: TakePicture): Promise<void> {
  const stick = join(files, 'U 盘');
  mkdirSync(stick);
  await go(page, '/backups?make=1');
  await page.getByText('备份是最新的').waitFor();
  const place = page.getByRole('region', { name: '第二处' });
  await place.getByRole('button', { name: '选择第二处…' }).click();
  await picture(page, 'backups-1-choose-place');
  await sayFolder(page, stick);
  await place.getByText('已是最新').waitFor();
  await go(page, '/customers');
  for (const index of [1, 2])
    await page.getByRole('grid').getByRole('row').nth(index).getByRole('checkbox').click();
  await page.getByRole('button', { name: '移入回收站' }).click();
  await page.getByRole('contentinfo').getByText('118 位客户').waitFor();
  await go(page, '/backups');
  const dialog = page.getByRole('dialog');
  const restore = page.getByRole('button', { name: /恢复 .+ 的备份/u }).last();
  await restore.click();
  await dialog.getByText('这份备份比现在多 2 位客户').waitFor();
  await dialog.getByRole('button', { name: '看看是哪些客户' }).click();
  await dialog.getByRole('grid', { name: '会回来' }).getByRole('row').nth(1).waitFor();
  await picture(page, 'backups-2-restore');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await restore.click();
  await dialog.getByRole('button', { name: '只取回部分客户…' }).click();
  await dialog.getByRole('grid', { name: '备份里的客户' }).getByRole('row').nth(1).waitFor();
  await picture(page, 'backups-3-bring-back');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

async function lockPictures(page: Page, picture: TakePicture): Promise<void> {
  await go(page, '/settings?section=protection');
  await page.getByRole('button', { name: '设置密码…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新密码').fill(password);
  await dialog.getByLabel('再输一次').fill(password);
  await picture(page, 'protection-1-password');
  await page.keyboard.press('Enter');
  const groups = dialog.getByRole('list', { name: '恢复密钥' }).getByRole('listitem');
  await groups.nth(8).waitFor();
  await picture(page, 'protection-2-recovery-key');
  const written = (await groups.allTextContents()).map((text) => text.replace(/^\d/u, ''));
  await dialog.getByRole('button', { name: '我抄好了' }).click();
  const asked = dialog.getByLabel(/^第 \d 组$/u);
  await asked.first().waitFor();
  for (const [index, group] of written.entries()) {
    const field = dialog.getByLabel(`第 ${index + 1} 组`, { exact: true });
    if (await field.isVisible()) await field.fill(group);
  }
  await page.keyboard.press('Enter');
  await dialog.getByText('恢复密钥可以用了').waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('做于设密码之前').waitFor();
  await picture(page, 'protection-2-open-backups');
  await dialog.getByRole('button', { name: '留着' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: '客档已锁定' }).waitFor();
  await picture(page, 'protection-3-lock');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('contentinfo').waitFor();
}

async function movingPictures(page: Page, files: string, picture: TakePicture): Promise<void> {
  const folder = join(files, 'D 盘');
  mkdirSync(folder);
  await go(page, '/settings?section=archive');
  await page.getByRole('button', { name: '搬到另一个文件夹…' }).click();
  await sayFolder(page, folder);
  await page.getByRole('button', { name: '开始搬' }).waitFor();
  await picture(page, 'moving');
  await page.getByRole('button', { name: '取消' }).click();
}

/** On an archive of the sample customers. */
export async function safetyPictures(app: App, files: string, picture: TakePicture): Promise<void> {
  await backupPictures(app.page(), files, picture);
  await lockPictures(app.page(), picture);
  await movingPictures(app.page(), files, picture);
}

/** Makes an archive in the folder of which the last third is missing. */
export async function damageArchive(folder: string): Promise<void> {
  await withMadeUpCustomers(300)(folder);
  const file = join(folder, 'kedang.db');
  truncateSync(file, Math.floor((statSync(file).size * 0.7) / 4_096) * 4_096);
}

/** On an archive that {@link damageArchive} made. */
export async function damagePictures({ page }: App, picture: TakePicture): Promise<void> {
  await page().getByRole('heading', { name: '档案现在打不开' }).waitFor();
  await picture(page(), 'damaged-1-start');
  await page().getByRole('button', { name: '抢救能读出的资料…' }).click();
  const dialog = page().getByRole('dialog');
  await dialog.getByRole('button', { name: '开始抢救' }).click();
  await dialog.getByText('新档案已经打开').waitFor();
  await picture(page(), 'damaged-2-salvaged');
}
