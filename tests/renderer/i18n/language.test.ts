import { expect, test } from 'vitest';
import { chooseLanguage } from '../../../src-renderer/i18n/i18n.ts';

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh_TW', 'zh-CN'],
  ['en-US', 'en'],
  ['de-DE', 'en'],
  ['', 'en'],
] as const)('on a system in “%s” the program begins in %s', (locale, language) => {
  expect(chooseLanguage('system', locale)).toBe(language);
});

test('a chosen language goes before the system’s', () => {
  expect(chooseLanguage('en', 'zh-CN')).toBe('en');
  expect(chooseLanguage('zh-CN', 'en-US')).toBe('zh-CN');
});
