import { rooms } from './every-room.ts';
import { createSampleArchive, goTo } from './rooms.ts';
import { axeComplaints, expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    // One of the two walks sees every screen also before it knows anything: answers take some frames to come.
    if (scheme === 'dark') test.use({ late: [60, 120] });

    test('every screen is free of what axe objects to', async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await axeComplaints(page), 'first run').toEqual([]);

      await createSampleArchive(page);
      await goTo(page, '/backups?make=1');
      await expect(page.getByText('备份是最新的')).toBeVisible();
      for (const room of rooms) {
        await room.open(page);
        expect.soft(await axeComplaints(page), room.name).toEqual([]);
        await room.close?.(page);
      }
    });
  });
}

test('the dialog of restoring is free of what axe objects to', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await createSampleArchive(page);
  await goTo(page, '/backups?make=1');
  await page.getByRole('button', { name: /恢复 .+ 的备份/u }).click();
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
  await expectAccessible(page);
});
