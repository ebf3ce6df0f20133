import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  isCreditCode,
  isRegistrationNumber,
  isTaxId,
  normaliseCreditCode,
} from '../../src-shared/credit-code.ts';

describe('统一社会信用代码 (GB 32100-2015)', () => {
  // The first is the example of the standard; the last two end in 0.
  test.each(['91350100M000100Y43', '91440300708461136T', '91330106MA2B100040', '91330106MA2B100330'])(
    '%s is valid',
    (code) => {
      expect(isCreditCode(code)).toBe(true);
    },
  );

  it('spaces, hyphens, small letters and full-width signs do not count', () => {
    for (const text of [
      '91350100 M000 100Y43',
      '91350100-m000100y4-3',
      '９１３５０１００Ｍ０００１００Ｙ４３',
    ])
      expect(isCreditCode(text)).toBe(true);
    expect(normaliseCreditCode(' 91350100m000100y43 ')).toBe('91350100M000100Y43');
  });

  test.each([
    ['91350100M000100Y44', 'the check sign is wrong'],
    ['91350100M000100Y4', 'it is too short'],
    ['91350100M000100YI3', 'the standard has no I'],
    ['913501O0M000100Y43', 'the region is digits'],
    ['', 'it is empty'],
  ])('%s is invalid: %s', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('exactly one of the 31 signs closes a code', () => {
    const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const body = fc.string({ unit: fc.constantFrom(...signs), minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(body, (organisation) => {
        expect(signs.filter((sign) => isCreditCode(`91330106${organisation}${sign}`))).toHaveLength(1);
      }),
    );
  });
});

describe('older numbers', () => {
  it('工商注册号 of 15 digits have their own check digit', () => {
    expect(isRegistrationNumber('110108000000016')).toBe(true);
    expect(isRegistrationNumber('110108000000017')).toBe(false);
    expect(isRegistrationNumber('11010800000001')).toBe(false);
  });

  test.each([
    '91350100M000100Y43',
    '330106799655058',
    '33010679965505812',
    '11010519491231002X',
    '33010679965505800001',
  ])('%s can be a 纳税人识别号', (text) => {
    expect(isTaxId(text)).toBe(true);
  });
  test.each(['91350100M000100Y44', '3301067996550', '无', '', 'ABCDEFGHIJKLMNO'])('“%s” cannot', (text) => {
    expect(isTaxId(text)).toBe(false);
  });
});

it('nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = normaliseCreditCode(text);
      expect(normaliseCreditCode(once)).toBe(once);
      isTaxId(text);
      isRegistrationNumber(text);
    }),
  );
});
