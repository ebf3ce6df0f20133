import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createSampleArchive, goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';

const assets = resolve(import.meta.dirname, '../../out/renderer/assets');

/** The styles of all parts of the built page, by file. */
const builtStyles = (): [file: string, text: string][] =>
  readdirSync(assets)
    .filter((file) => file.endsWith('.css'))
    .map((file) => [file, readFileSync(join(assets, file), 'utf8')]);

interface RuleOfMantine {
  readonly file: string;
  readonly layer: string;
}

/** The rules for Mantine's own classes (`.m_8d3f4000`), by file and by the layer they stand in (none is ''). */
const rulesOfMantine = (page: Page): Promise<RuleOfMantine[]> =>
  page.evaluate((styles) => {
    const found: RuleOfMantine[] = [];
    const walk = (file: string, rules: CSSRuleList, layer: string): void => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule && /\.m_[0-9a-f]{6,8}\b/u.test(rule.selectorText))
          found.push({ file, layer });
        if (rule instanceof CSSLayerBlockRule) walk(file, rule.cssRules, rule.name);
        else if (rule instanceof CSSGroupingRule) walk(file, rule.cssRules, layer);
      }
    };
    for (const [file, text] of styles) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      walk(file, sheet.cssRules, '');
    }
    return found;
  }, builtStyles());

/** Fetches the styles of the first screen, Mantine's among them, once more behind all others. */
const linkMantineLast = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][href*="/index-"]')];
    for (const link of links) {
      const again = link.cloneNode();
      const loaded = new Promise((resolve) => again.addEventListener('load', resolve));
      document.head.append(again);
      await loaded;
    }
  });

/** That a locator looks as another does, in what our styles say of both. */
async function expectSameLook(one: Locator, other: Locator, properties: readonly string[]): Promise<void> {
  for (const property of properties) {
    const value = await other.evaluate(
      (element, name) => getComputedStyle(element).getPropertyValue(name),
      property,
    );
    await expect(one).toHaveCSS(property, value);
  }
}

test('styles of the components stand in a layer of their own, in every part of the page', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const rules = await rulesOfMantine(page);
  expect(rules.length).toBeGreaterThan(1_000);
  const outside = rules.filter(({ layer }) => layer !== 'mantine').map(({ file }) => file);
  expect([...new Set(outside)]).toEqual([]);
});

test('what changes a component wins, even when the styles of components are fetched last', async ({
  page,
}) => {
  await createSampleArchive(page);
  await linkMantineLast(page);
  const head = (name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}`, 'u') });
  // A head that sorts is one of Mantine's buttons, the head of the tags is none.
  const sorting = head('编号').getByRole('button').first();
  await expect(sorting).toHaveCSS('font-size', '12px');
  await expect(sorting).toHaveCSS('padding-left', '8px');
  await expect(sorting).toHaveCSS('font-weight', '600');
  await expectSameLook(sorting, head('标签').getByText('标签', { exact: true }).locator('..'), [
    'font-size',
    'padding-left',
    'color',
    'height',
  ]);

  await goTo(page, '/customers/new');
  const label = page.locator('label').filter({ hasText: '公司名称' });
  await expect(label).toHaveCSS('font-weight', '400');

  await goTo(page, '/settings?section=display');
  const tab = page.getByRole('tab').first().locator('.mantine-Tabs-tabLabel');
  await expect(tab).toHaveCSS('text-align', 'start');
});
