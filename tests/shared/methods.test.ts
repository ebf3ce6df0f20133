import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { contactMethodTypes } from '../../src-shared/contact-methods.ts';
import { guessMethodType, normaliseMethod } from '../../src-shared/methods.ts';

test.each([
  ['mobile', '138 1234 5678', '+8613812345678'],
  ['phone', '0571-88012345-802', '+8657188012345'],
  ['fax', '传真：0571-88012345', '+8657188012345'],
  ['phone', '1381234567', ''],
  ['email', 'User＠Example．com', 'user@example.com'],
  ['email', '没有', ''],
  ['wechat', ' 微信：Bajun2020 ', 'Bajun2020'],
  ['qq', 'QQ：１２３４５６７８', '12345678'],
  ['other', ' 旺旺 bajun ', '旺旺 bajun'],
] as const)('a %s written %j is compared as %j', (type, value, normal) => {
  expect(normaliseMethod(type, value)).toBe(normal);
});

test.each([
  ['13812345678', 'mobile'],
  ['1381234567', 'mobile'],
  ['1.38E+10', 'mobile'],
  ['0571-88012345', 'phone'],
  ['0571-8801234', 'phone'],
  ['400-123-4567', 'phone'],
  ['传真 0571-88012345', 'fax'],
  ['zhangsan@bajun.com', 'email'],
  ['user＠example．com', 'email'],
  ['微信：bajun2020', 'wechat'],
  ['bajun_2020', 'wechat'],
  ['QQ 12345678', 'qq'],
  ['1234567890', 'qq'],
  ['旺旺', 'other'],
  ['', 'other'],
] as const)('%j looks like a %s', (value, type) => {
  expect(guessMethodType(value)).toBe(type);
});

it('normalising the normal form changes nothing, and nothing throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...contactMethodTypes), fc.string(), (type, value) => {
      const once = normaliseMethod(type, value);
      if (once) expect(normaliseMethod(type, once)).toBe(once);
      guessMethodType(value);
    }),
  );
});
