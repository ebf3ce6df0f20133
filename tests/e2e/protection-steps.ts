import type { Locator, Page } from '@playwright/test';
import { goTo, placeOf } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect } from './support/app.ts';
import { untick } from './support/ticks.ts';

/** A password that the program takes. */
export const password = '西湖的水 和 长江的风';

/** What stands in place of everything while the archive waits for its password. */
export const lockScreen = (page: Page): Locator => page.getByRole('heading', { name: '客档已锁定' });

/** Goes to where a password is set, and types {@link password}. */
export async function typePassword(page: Page): Promise<void> {
  await goTo(page, '/settings?section=protection');
  await page.getByRole('button', { name: '设置密码…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('没有密码，也没有恢复密钥');
  await dialog.getByLabel('新密码').fill('woaini1314');
  await expect(dialog).toContainText('太常见');
  await dialog.getByLabel('新密码').fill(password);
  await dialog.getByLabel('再输一次').fill(password);
}

/**
 * Sets {@link password} by the keyboard, writes the recovery key down, confirms it, and answers it.
 *
 * @param openBackups how many backups are there, which open without it; they stay, and the key with them
 */
export async function protect(page: Page, { openBackups = 0 } = {}): Promise<string> {
  await typePassword(page);
  const dialog = page.getByRole('dialog');
  if (openBackups > 0) {
    await expect(dialog).toContainText(`已有 ${openBackups} 份备份做于设密码之前`);
    await untick(dialog.getByRole('checkbox', { name: /换一把新钥匙/u }));
  }
  await expectAccessible(page);
  await dialog.getByLabel('再输一次').press('Enter');
  const written = await writeKeyDown(page);
  if (openBackups > 0) await dialog.getByRole('button', { name: '留着' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('已设密码');
  return written;
}

/** Writes the recovery key down that is shown, confirms it by the keyboard, and answers it. */
export async function writeKeyDown(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  const groups = dialog.getByRole('list', { name: '恢复密钥' }).getByRole('listitem');
  await expect(groups).toHaveCount(9);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: '客档 恢复密钥' })).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: null });
  const written = (await groups.allTextContents()).map((text) => text.replace(/^\d/u, ''));
  // What was not printed has lost the focus.
  await dialog.getByRole('button', { name: '我抄好了' }).focus();
  await page.keyboard.press('Enter');
  const asked = dialog.getByLabel(/^第 \d 组$/u);
  await expect(asked).toHaveCount(2);
  for (const field of await asked.all()) {
    const label = (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? '';
    await field.fill((written[Number(/\d/u.exec(label)?.[0]) - 1] ?? '').toLowerCase());
  }
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('恢复密钥可以用了');
  await page.keyboard.press('Enter');
  return written.join('-');
}

/** Types {@link password} on the lock screen. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(lockScreen(page)).toBeHidden();
}

/** Expects that a locked window holds nothing that contains `text`: not on the screen, not hidden, not in its address. */
export async function expectForgotten(page: Page, text: string): Promise<void> {
  expect(await page.content()).not.toContain(text);
  expect(await placeOf(page)).not.toContain(text);
  const values = await page
    .locator('input, textarea')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(values.join('\n')).not.toContain(text);
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(stored).not.toContain(text);
}
