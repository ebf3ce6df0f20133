import type { Locator, Page } from '@playwright/test';

/** What tests do with the list of customers, in the words of its Chinese screen. */
export const rows = (page: Page): Locator =>
  page.getByRole('grid').locator('[role="row"][aria-rowindex]:not([aria-rowindex="1"])');

/** The row of one customer. */
export const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });

/** The row the keyboard is at. */
export const activeRow = (page: Page): Locator => page.locator('[role="row"][data-active]');

export const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: '搜索客户' });

export const filterRail = (page: Page): Locator => page.getByRole('complementary', { name: '筛选' });

/** The conditions in effect. */
export const chips = (page: Page): Locator =>
  page.getByRole('list', { name: '当前条件' }).getByRole('listitem');

/** The bar of bulk actions; not there while nothing is ticked. */
export const bulkBar = (page: Page): Locator => page.getByRole('toolbar', { name: '对已选客户的操作' });

/** The tabs of the saved views. */
export const viewTabs = (page: Page): Locator => page.getByRole('navigation', { name: '视图' });

/** Goes to an address of the page, `/customers?stage=active`. */
export const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);
