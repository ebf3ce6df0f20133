import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { identityCheckDigit, readIdentityNumber } from '../../src-shared/identity-number.ts';

describe('居民身份证号 (GB 11643-1999)', () => {
  // The two numbers that the standard itself gives as examples.
  test.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
  ])('%s of the standard is valid', (number, birthday, gender) => {
    expect(readIdentityNumber(number)).toEqual({
      normal: number,
      valid: true,
      destroyed: false,
      birthday,
      gender,
    });
  });

  it('a small x, spaces and full-width digits are the same number', () => {
    for (const text of [
      '11010519491231002x',
      ' 110105 19491231 002X',
      '１１０１０５１９４９１２３１００２Ｘ',
      "'11010519491231002X",
    ])
      expect(readIdentityNumber(text)).toMatchObject({ normal: '11010519491231002X', valid: true });
  });

  it('the old form of 15 digits is valid and tells the same', () => {
    expect(readIdentityNumber('110105491231002')).toEqual({
      normal: '110105491231002',
      valid: true,
      destroyed: false,
      birthday: '1949-12-31',
      gender: 'female',
    });
  });

  test.each([
    ['110105194912310021', 'a wrong check digit'],
    ['11010519491331002X', 'a month 13'],
    ['110105198502300021', 'a 30 February'],
    ['99010519491231002X', 'no such province'],
    ['1101051949123100', 'too few digits'],
    ['', 'nothing'],
    ['护照 E12345678', 'a passport'],
  ])('%s is invalid: %s', (text) => {
    expect(readIdentityNumber(text)).toMatchObject({
      valid: false,
      destroyed: false,
      birthday: '',
      gender: '',
    });
  });

  test.each(['330106191507134000', '3.30106E+17', '3.30106191507134E+17'])(
    '%s was destroyed by Excel',
    (text) => {
      expect(readIdentityNumber(text)).toMatchObject({ valid: false, destroyed: true });
    },
  );
});

it('every number made with its check digit is valid, and any one digit changed makes it invalid', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 998 }),
      fc.nat(16),
      fc.integer({ min: 1, max: 9 }),
      (date, order, place, by) => {
        const first = `330106${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
        const whole = first + identityCheckDigit(first);
        expect(readIdentityNumber(whole)).toMatchObject({
          valid: true,
          birthday: date.toISOString().slice(0, 10),
        });
        const wrong = whole.slice(0, place) + ((Number(whole[place]) + by) % 10) + whole.slice(place + 1);
        expect(readIdentityNumber(wrong).valid).toBe(false);
      },
    ),
  );
});

it('reading never throws and is stable', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { normal } = readIdentityNumber(text);
      expect(readIdentityNumber(normal).normal).toBe(normal);
    }),
  );
});
