import { expect, type Locator } from '@playwright/test';

/*
 * Boxes whose state stands in the address or in the archive change a moment after the click. Playwright's own
 * `check()` looks at once and would call that moment a failure.
 */

/** Ticks a box or chooses a radio that is not yet. */
export async function tick(box: Locator): Promise<void> {
  if (!(await box.isChecked())) await box.click();
  await expect(box).toBeChecked();
}

/** Takes the tick off a box. */
export async function untick(box: Locator): Promise<void> {
  if (await box.isChecked()) await box.click();
  await expect(box).not.toBeChecked();
}
