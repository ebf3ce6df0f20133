import type { Locator, Page } from '@playwright/test';
import { goTo } from './rooms.ts';
import { type App, expect } from './support/app.ts';

/** Makes a new, empty archive on the first screen. */
export async function createArchive(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await expectOpen(page);
}

/** Expects that an archive is open and can be worked with. */
export const expectOpen = (page: Page): Promise<void> =>
  expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();

/** Goes to the page of the customer that was first in the archive when the app started. */
export async function openFirstCustomer(page: Page, name: string): Promise<void> {
  await expectOpen(page);
  await goTo(page, '/customers/1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** The form of a new customer, opened by key; its name has the cursor. */
export async function openNewForm(page: Page): Promise<Locator> {
  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: '新客户' });
  await expect(form.getByRole('textbox', { name: '公司名称' })).toBeFocused();
  return form;
}

/** Enters a customer by its fields and saves; ends on its page. */
export async function enterCustomer(page: Page, fields: Record<string, string>): Promise<void> {
  const form = await openNewForm(page);
  for (const [label, value] of Object.entries(fields)) await input(form, label).fill(value);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(fields['公司名称'] ?? '');
}

/** An input of a form by its name; a list to choose from as well as a line. The first, where each row has one. */
export const input = (form: Locator | Page, label: string): Locator =>
  form
    .getByRole('textbox', { name: label, exact: true })
    .or(form.getByRole('combobox', { name: label, exact: true }))
    .first();

/** The button that shows a field of the customer's page and opens it for editing. */
export const fieldButton = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${label}：`, 'u') });

/** A second window on the same archive, at the same place as the first. */
export async function secondWindow(app: App): Promise<Page> {
  const address = await app.page.evaluate(() => location.href);
  if (app.kind === 'electron') {
    const [opened] = await Promise.all([
      app.electron.waitForEvent('window'),
      app.electron.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
        items.find(({ label }) => label === '新窗口')?.click();
      }),
    ]);
    await opened.evaluate((hash) => void (location.hash = hash), new URL(address).hash);
    return opened;
  }
  const opened = await app.page.context().newPage();
  await opened.goto(address);
  return opened;
}

/** Types as a Chinese input method does: a composition that is shown first and written then. */
export async function compose(page: Page, steps: readonly string[], text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const shown of steps) {
    await session.send('Input.imeSetComposition', {
      text: shown,
      selectionStart: shown.length,
      selectionEnd: shown.length,
    });
  }
  // What browsers send for every key that the input method takes.
  for (const key of ['Enter', 'Escape', ' ']) {
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
      code: key,
    });
  }
  // Other systems name the key that the input method takes, and say that it composes.
  await page.evaluate(() => {
    for (const [key, ctrlKey] of [
      ['Enter', false],
      ['Escape', false],
      ['Enter', true],
    ] as const) {
      const keyDown = { key, ctrlKey, isComposing: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keyDown));
    }
  });
  await session.send('Input.insertText', { text });
  await session.detach();
}

/** Puts text on the clipboard of the system. */
export async function putOnClipboard(app: App, text: string): Promise<void> {
  if (app.kind === 'electron') {
    await app.electron.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);
    return;
  }
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.page.evaluate((given) => navigator.clipboard.writeText(given), text);
}

/** What is on the clipboard of the system. */
export async function onClipboard(app: App): Promise<string> {
  if (app.kind === 'electron') return app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return app.page.evaluate(() => navigator.clipboard.readText());
}
