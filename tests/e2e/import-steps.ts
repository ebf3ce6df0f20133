import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectOpen } from './customer-steps.ts';
import { goTo } from './rooms.ts';
import { type App, expect } from './support/app.ts';

const samples = resolve(import.meta.dirname, '../fixtures/samples');

/** 404 customers in 416 rows, below a title and a header of two rows. */
export const ledgerFile = join(samples, '客户台账2015-2024.xlsx');
/** 180 people in GBK. */
export const contactsFile = join(samples, '通讯录导出.csv');

/** Makes a new archive on the first screen and goes on to the import. */
export async function startImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '去导入' }).click();
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();
}

/** Goes to the import of an archive that was there when the app started. */
export async function openImport(page: Page): Promise<void> {
  await expectOpen(page);
  await goTo(page, '/import');
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();
}

/** A CSV file of the test, from its lines. */
export function csvFile(app: App, name: string, lines: readonly string[]): string {
  const path = join(app.files, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Drops a file on the page and waits until its sheet is shown. */
export async function dropSheet(app: App, path: string): Promise<void> {
  await app.dropFile(app.page.getByRole('main'), path);
  await expect(sheetGrid(app.page).getByRole('rowheader').first()).toBeVisible();
}

/** Expects so many copies of dropped sheets to lie in the host's folder, in the clear; only Electron has it in a known place. */
export async function expectCopies(app: App, count: number): Promise<void> {
  if (app.kind !== 'electron') return;
  const kept = join(await app.electron.evaluate((electron) => electron.app.getPath('userData')), 'files');
  await expect.poll(() => readdirSync(kept).length).toBe(count);
}

/** The sheet with its columns. */
export const sheetGrid = (page: Page): Locator => page.getByRole('grid', { name: /^表格“.*”的内容$/u });

/** The plan with its rows. */
export const planGrid = (page: Page): Locator => page.getByRole('grid', { name: '核对结果' });

/** A row of either, by its number in the sheet. */
export const sheetRow = (grid: Locator, number: number): Locator =>
  grid
    .getByRole('row')
    .filter({ has: grid.page().getByRole('rowheader', { name: new RegExp(`^${number}(?!\\d)`, 'u') }) });

/** What a column was taken for. */
export const chip = (page: Page, letter: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^第 ${letter} 列`, 'u') });

/** A count of the plan, which is a filter. */
export const filter = (page: Page, text: string): Locator =>
  page.getByRole('group', { name: '只看' }).getByRole('button', { name: text });

/** Goes on from the columns to the plan. */
export async function toPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
  // Some sheets have tens of thousands of rows, and some machines are busy.
  await expect(planGrid(page).getByRole('rowheader').first()).toBeVisible({ timeout: 60_000 });
}

/** Writes the plan and waits for the result. */
export async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:导入 [\d,]+ 位|更新 [\d,]+ 位)/u }).click();
  await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible();
}

/** The numbers of the result page. */
export async function resultCounts(page: Page): Promise<Record<string, string>> {
  const [names, numbers] = await Promise.all([
    page.getByRole('main').locator('dt').allTextContents(),
    page.getByRole('main').locator('dd').allTextContents(),
  ]);
  return Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? '']));
}

/** How many customers the status bar counts. */
export const expectCustomers = (page: Page, count: string): Promise<void> =>
  expect(page.getByRole('contentinfo')).toContainText(`${count} 位客户`);
