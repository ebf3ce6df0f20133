import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withMadeUpCustomers } from './support/filled-archive.ts';

test('of a damaged archive without a backup everything readable comes back, and the damaged file is kept', async ({
  launch,
}) => {
  const app = await launch(async (folder) => {
    await withMadeUpCustomers(300)(folder);
    const file = join(folder, 'kedang.db');
    truncateSync(file, Math.floor((statSync(file).size * 0.7) / 4_096) * 4_096);
  });
  const { page } = app;
  await expect(page.getByRole('heading', { name: '档案现在打不开' })).toBeVisible();
  await expectAccessible(page);
  const stick = join(app.files, 'U 盘');
  mkdirSync(stick);
  const aside = page.getByRole('button', { name: '复制到别处…' });
  if (app.kind === 'electron') await app.chooseFile(stick, () => aside.click());
  else {
    await aside.click();
    await page.getByRole('dialog').getByLabel('文件夹', { exact: true }).fill(stick);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('status')).toContainText('逐字节核对过');
  const [copy = 'nothing was copied'] = readdirSync(stick);
  await expect(page.getByRole('status')).toContainText(join(stick, copy));
  const [damaged, copied] = [app.folder, join(stick, copy)].map((folder) =>
    readFileSync(join(folder, 'kedang.db')),
  );
  expect(copied).toEqual(damaged);
  await expectAccessible(page);
  await page.getByRole('button', { name: '抢救能读出的资料…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('损坏的文件原样保留');
  await dialog.getByRole('button', { name: '开始抢救' }).click();
  await expect(dialog).toContainText(/抢救出 \d+ 位客户，新档案已经打开/u);
  await expectAccessible(page);
  const kept = readdirSync(app.folder).find((name) => name.startsWith('原档案-'));
  await expect(dialog).toContainText(kept ?? 'nothing was kept');
  await dialog.getByRole('button', { name: '好' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/\d+ 位客户/u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户');
});
