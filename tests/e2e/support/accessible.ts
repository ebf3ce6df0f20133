import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settled } from './hearing.ts';

/**
 * What axe finds wrong on the screen, each with where. It is asked when nothing is on its way or moving: colours are read, and
 * what still fades in would look too pale. What stands there meanwhile is watched by `complainOfNameless`.
 */
export async function axeComplaints(page: Page): Promise<string[]> {
  await settled(page);
  // In Electron there is no second page for axe to finish in; this mode needs none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Expects that axe finds nothing wrong with what is on the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeComplaints(page)).toEqual([]);
}
