import type { Page } from '@playwright/test';
import { expectOpen } from './customer-steps.ts';
import { goTo } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withSamples } from './support/filled-archive.ts';

test.use({ found: { prepare: withSamples } });

/** A restore makes a backup, checks two, and opens the archive anew. */
const slowly = { timeout: 45_000 };

/** A backup of 120 customers, of which three are in the trash now. */
async function backUpAndTrash(page: Page): Promise<string[]> {
  await expectOpen(page);
  await goTo(page, '/backups?make=1');
  await expect(page.getByText('备份是最新的')).toBeVisible();
  await goTo(page, '/customers');
  const grid = page.getByRole('grid');
  const names: string[] = [];
  for (const index of [1, 2, 3]) {
    const row = grid.getByRole('row').nth(index);
    const name = row.getByRole('gridcell').nth(2);
    // Rows are there before what stands in them.
    await expect(name).toHaveText(/\S/u);
    names.push((await name.textContent()) ?? '');
    await row.getByRole('checkbox').click();
  }
  await page.getByRole('button', { name: '移入回收站' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('117 位客户');
  return names;
}

const openDialog = async (page: Page) => {
  await goTo(page, '/backups');
  await page
    .getByRole('button', { name: /恢复 .+ 的备份/u })
    .last()
    .click();
  return page.getByRole('dialog');
};

test('a restore shows who would come back, and is taken back with one click', async ({ page }) => {
  const names = await backUpAndTrash(page);
  const dialog = await openDialog(page);
  await expect(dialog).toContainText('这份备份比现在多 3 位客户');
  await dialog.getByRole('button', { name: '看看是哪些客户' }).click();
  const list = dialog.getByRole('grid', { name: '会回来' });
  for (const name of names) await expect(list).toContainText(name);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^恢复到/u }).click();
  await expect(dialog).toContainText('现在有 120 位客户。', slowly);
  await expect(dialog.getByRole('button', { name: '撤销恢复' })).toBeVisible();
  await dialog.getByRole('button', { name: '好' }).click();
  // Closed without going back, it is still offered.
  await page.getByRole('alert').getByRole('button', { name: '撤销恢复' }).click();
  await expect(page.getByRole('dialog')).toContainText('现在有 117 位客户。', slowly);
  await page.getByRole('dialog').getByRole('button', { name: '好' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('117 位客户');
  await expect(page.getByText('恢复前的安全备份', { exact: true }).first()).toBeVisible();
});

test('one customer is picked out of a backup, and undo takes it away again', async ({ page }) => {
  const [name = ''] = await backUpAndTrash(page);
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: '只取回部分客户…' }).click();
  await dialog.getByLabel('在这份备份里找').fill(name);
  const list = dialog.getByRole('grid', { name: '备份里的客户' });
  await expect(list.getByRole('row', { name })).toContainText('在回收站里');
  await list.getByRole('row', { name }).getByRole('checkbox').click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '取回 1 位客户' }).click();
  await expect(dialog).toContainText('从回收站取回了 1 位客户。');
  await expect(page.getByRole('contentinfo')).toContainText('118 位客户');
  await dialog.getByRole('button', { name: '撤销' }).click();
  await expect(dialog).toContainText('已经撤销');
  await expect(page.getByRole('contentinfo')).toContainText('117 位客户');
  await dialog.getByRole('button', { name: '好' }).click();
  await goTo(page, '/history');
  await expect(page.getByText(`从备份取回“${name}”`).first()).toBeVisible();
});
