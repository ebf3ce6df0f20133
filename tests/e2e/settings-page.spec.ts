import { expectOpen } from './customer-steps.ts';
import { goTo, toast } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive, withSamples } from './support/filled-archive.ts';

// Settings that change nothing but the archive, in the browser only; those of the host are in settings.spec.ts.

test.beforeEach(({ page }) => expectOpen(page));

test.describe('in a new archive', () => {
  test.use({ found: { prepare: withEmptyArchive } });

  test('a pattern of codes shows what it makes, is refused without a number, and holds for the next customer', async ({
    page,
  }) => {
    await goTo(page, '/settings');
    const pattern = page.getByLabel('客户编号规则');
    await pattern.fill('VIP-');
    await expect(page.getByText('规则里要有流水号')).toBeVisible();
    await pattern.blur();
    await pattern.fill('VIP{YYYY}-{000}');
    const year = new Date().getFullYear();
    await expect(page.getByText(`编出来是：VIP${year}-001、VIP${year}-002、VIP${year}-003`)).toBeVisible();
    await pattern.press('Enter');
    await expect(toast(page, '修改设置：编号规则')).toBeVisible();
    await expect(page.getByText(`下一位新客户：VIP${year}-001`)).toBeVisible();
  });

  test('Escape takes back what was typed but not saved', async ({ page }) => {
    await goTo(page, '/settings');
    const actor = page.getByLabel('操作人');
    const before = await actor.inputValue();
    await actor.fill('小王');
    await actor.press('Escape');
    await expect(actor).toHaveValue(before);
  });

  test('changes are recorded under the name that was set', async ({ page }) => {
    await goTo(page, '/settings');
    await page.getByLabel('操作人').fill('小王');
    await page.getByLabel('操作人').press('Enter');
    await expect(toast(page, '修改设置：操作人')).toBeVisible();
    await page.getByLabel('单位名称').fill('宁波恒通五金');
    await page.getByLabel('单位名称').press('Enter');
    await expect(toast(page, '修改设置：单位名称')).toBeVisible();
    await goTo(page, '/history');
    await expect(page.getByRole('row').filter({ hasText: '修改设置：单位名称' })).toContainText('小王');
  });

  test('a tag is made, renamed, coloured and grouped, each with undo', async ({ page }) => {
    await goTo(page, '/settings?section=tags');
    await expect(page.getByText('还没有标签')).toBeVisible();
    await page.getByLabel('新标签的名称').fill('重点关注');
    await page.getByLabel('新标签的名称').press('Enter');
    await expect(page.getByLabel('“重点关注”的名称')).toHaveValue('重点关注');
    await expect(page.getByLabel('新标签的名称')).toHaveValue('');

    await page.getByRole('button', { name: '“重点关注”的颜色' }).click();
    await page.getByRole('radio', { name: '颜色 7', exact: true }).click();
    await expect(toast(page, '修改标签“重点关注”')).toBeVisible();

    await page.getByLabel('“重点关注”的分组').fill('关系');
    await page.getByLabel('“重点关注”的分组').press('Enter');
    await page.getByLabel('“重点关注”的名称').fill('大客户');
    await page.getByLabel('“重点关注”的名称').press('Enter');
    await expect(page.getByLabel('“大客户”的分组')).toHaveValue('关系');

    await toast(page, '修改标签“大客户”').getByRole('button', { name: '撤销' }).click();
    await expect(page.getByLabel('“重点关注”的名称')).toBeVisible();
  });

  test('two tags cannot share a name; nothing is lost by trying', async ({ page }) => {
    await goTo(page, '/settings?section=tags');
    for (const name of ['月结', '需发票']) {
      await page.getByLabel('新标签的名称').fill(name);
      await page.getByLabel('新标签的名称').press('Enter');
      await expect(page.getByLabel(`“${name}”的名称`)).toBeVisible();
    }
    await page.getByLabel('“需发票”的名称').fill('月结');
    await page.getByLabel('“需发票”的名称').press('Enter');
    await expect(toast(page, '已经有一个叫“月结”的标签')).toBeVisible();
    await expect(page.getByLabel('“需发票”的名称')).toHaveValue('需发票');
  });
});

test.describe('among the sample customers', () => {
  test.use({ found: { prepare: withSamples } });

  test('deleting a tag names the customers who carry it, and undo puts it back on all of them', async ({
    page,
  }) => {
    await goTo(page, '/settings?section=tags');
    await page.getByRole('button', { name: '删除“重点关注”' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(/会从 \d+ 位客户上去掉/u);
    const count = /会从 (\d+) 位/u.exec((await dialog.textContent()) ?? '')?.[1];
    await dialog.getByRole('button', { name: '删除“重点关注”' }).click();
    await expect(page.getByLabel('“重点关注”的名称')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(toast(page, '已撤销：删除标签“重点关注”')).toBeVisible();
    await expect(
      page.getByRole('listitem').filter({ has: page.getByLabel('“重点关注”的名称') }),
    ).toContainText(`${count} 位客户`);
  });
});
