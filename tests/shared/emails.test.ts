import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isEmail, normaliseEmail } from '../../src-shared/emails.ts';

test.each([
  ['user＠example．com', 'user@example.com'],
  ['ZhangSan@Bajun.COM ', 'zhangsan@bajun.com'],
  ['mailto:info@bajun.com', 'info@bajun.com'],
  ['<info@bajun.com>', 'info@bajun.com'],
  ['info@bajun。com', 'info@bajun.com'],
  ['zhang.san+caigou@mail.bajun.com.cn', 'zhang.san+caigou@mail.bajun.com.cn'],
  ['10086@qq.com', '10086@qq.com'],
])('%s is the address %s', (text, email) => {
  expect(normaliseEmail(text)).toBe(email);
  expect(isEmail(text)).toBe(true);
});

test.each([
  '',
  '无',
  'zhangsan',
  'zhangsan@',
  '@bajun.com',
  'zhang@bajun',
  'a@@bajun.com',
  'zhang@bajun..com',
  '.a@bajun.com',
  'a@bajun.com/b@bajun.com',
  `${'a'.repeat(65)}@bajun.com`,
])('“%s” is no address', (text) => {
  expect(isEmail(text)).toBe(false);
});

it('normalising the normal form changes nothing, and nothing throws', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'ab@＠.．。< >;mailto:, A'), maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(fc.string(), odd, fc.emailAddress()), (text) => {
      const once = normaliseEmail(text);
      expect(normaliseEmail(once)).toBe(once);
      isEmail(text);
    }),
  );
});
