import type { Page } from '@playwright/test';
import { expect } from './support/app.ts';

/** Goes to an address of the program, `/settings?section=tags`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/**
 * Where the page is, from `#` on and as it is read. Asked of the page itself: what Playwright has heard of its address can be
 * older than what it shows.
 */
export const placeOf = async (page: Page): Promise<string> =>
  decodeURIComponent(await page.evaluate(() => location.hash));

/** Fills a new archive with the sample customers, from the first screen. */
export async function createSampleArchive(page: Page): Promise<void> {
  await page.getByRole('button', { name: /放入示例|Add samples/u }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/120 (?:位客户|customers)/u);
}

/** The toast that says what was just done. */
export const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
