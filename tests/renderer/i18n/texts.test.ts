import { describe, expect, test } from 'vitest';
import { en } from '../../../src-renderer/i18n/en.ts';
import { zhCN } from '../../../src-renderer/i18n/zh-CN.ts';

type Texts = { readonly [name: string]: string | Texts };

const leaves = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const here = path === '' ? name : `${path}.${name}`;
    return typeof value === 'string' ? [[here, value]] : leaves(value, here);
  });

const chinese = new Map(leaves(zhCN));
const english = new Map(leaves(en));
const han = /\p{Script=Han}/u;
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/gu)].map(([, name]) => name ?? '').sort();
/** The Chinese text that an English one stands for: a singular stands for the plural. */
const sourceOf = (path: string): string | undefined =>
  chinese.get(path) ?? chinese.get(path.replace(/_one$/u, '_other'));

/** Kept in another language on purpose: languages by their own names, what finds an action, a pasted Chinese record. */
const foreign = (path: string): boolean =>
  path.startsWith('settings.display.languageValue.') ||
  path.endsWith('.keywords') ||
  path === 'customer.paste.example';

/** Names that are the same in every language. */
const sameEverywhere =
  /^(?:[A-Z0-9]|QQ|Excel|CSV|Esc|Ctrl|Shift|Alt|Enter|Tab|Home|End|PageUp|PageDown|Delete|[↑↓←→])$/u;

// A singular may say “this customer” where the plural counts them.
const shown = (path: string, text: string): string =>
  placeholders(text)
    .filter((name) => name !== 'count' || !path.endsWith('_one'))
    .join();

/** Texts that say an amount a second time in 万, which English does not count in. */
const inChineseUnits = new Set(['customer.detail.capital']);

describe('the texts of both languages', () => {
  test('English has a text for every Chinese one, and none besides', () => {
    const expected = [...chinese.keys()].flatMap((path) =>
      path.endsWith('_other') ? [path, path.replace(/_other$/u, '_one')] : [path],
    );
    expect([...english.keys()].sort()).toEqual(expected.sort());
  });

  test('no English text is Chinese', () => {
    const untranslated = [...english].filter(([path, text]) => han.test(text) && !foreign(path));
    expect(untranslated).toEqual([]);
  });

  test('no Chinese text is English', () => {
    const untranslated = [...chinese].filter(
      ([path, text]) =>
        !han.test(text) &&
        /\p{Script=Latin}/u.test(text.replaceAll(/\{\{[^}]*\}\}/gu, '')) &&
        !sameEverywhere.test(text) &&
        !foreign(path),
    );
    expect(untranslated).toEqual([]);
  });

  test('a text shows the same parameters in both languages', () => {
    const different = [...english].filter(
      ([path, text]) => !inChineseUnits.has(path) && shown(path, text) !== shown(path, sourceOf(path) ?? ''),
    );
    expect(different).toEqual([]);
  });

  test('Chinese sentences carry full-width punctuation', () => {
    const halfWidth = [...chinese].filter(
      ([path, text]) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text) && !foreign(path),
    );
    expect(halfWidth).toEqual([]);
  });
});
