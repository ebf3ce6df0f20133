import type { Page } from '@playwright/test';
import { goTo } from './rooms.ts';
import { expect } from './support/app.ts';
import { settled } from './support/hearing.ts';

/** A screen of the program: how to come to it, and how to leave it where it is a dialog. */
export interface Room {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly close?: (page: Page) => Promise<void>;
}

const at = (name: string, address: string): Room => ({
  name,
  open: async (page) => {
    await goTo(page, address);
    await expect(page.getByRole('main').locator('h1, [role=alert]').first()).toBeVisible();
    await settled(page);
  },
});

const dialog = (name: string, keys: string): Room => ({
  name,
  open: async (page) => {
    await page.locator('body').click({ position: { x: 4, y: 400 } });
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await settled(page);
  },
  close: async (page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  },
});

/** Every screen of an open archive whose first customer has the id 1. */
export const rooms: readonly Room[] = [
  at('customers', '/customers'),
  at('customers that a filter does not find', '/customers?text=%E8%93%AC%E8%8E%B1%E4%BB%99%E5%B2%9B'),
  at('trash', '/trash'),
  at('a customer', '/customers/1'),
  at('a customer that is not there', '/customers/999999'),
  at('an address that leads nowhere', '/nowhere'),
  at('new customer', '/customers/new'),
  at('import', '/import'),
  at('backups', '/backups'),
  at('history', '/history'),
  at('settings: business', '/settings'),
  at('settings: display', '/settings?section=display'),
  at('settings: tags', '/settings?section=tags'),
  at('settings: custom fields', '/settings?section=fields'),
  at('settings: archive', '/settings?section=archive'),
  at('settings: about', '/settings?section=about'),
  dialog('finder', 'Control+k'),
  dialog('keys', '?'),
];
