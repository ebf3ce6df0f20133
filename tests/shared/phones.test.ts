import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it, test } from 'vitest';
import { readPhone, splitPhones } from '../../src-shared/phones.ts';

describe('one phone, as people write it, becomes E.164', () => {
  test.each([
    ['13812345678', '+8613812345678', 'mobile'],
    ['138 1234 5678', '+8613812345678', 'mobile'],
    ['138-1234-5678', '+8613812345678', 'mobile'],
    ['138—1234—5678', '+8613812345678', 'mobile'],
    ['１３８１２３４５６７８', '+8613812345678', 'mobile'],
    ['+86 138 1234 5678', '+8613812345678', 'mobile'],
    ['86-13812345678', '+8613812345678', 'mobile'],
    ['008613812345678', '+8613812345678', 'mobile'],
    ['(+86)13812345678', '+8613812345678', 'mobile'],
    ['013812345678', '+8613812345678', 'mobile'],
    ['1795113812345678', '+8613812345678', 'mobile'],
    ["'13812345678", '+8613812345678', 'mobile'],
    ['\u202D13812345678\u202C', '+8613812345678', 'mobile'],
    ['手机：13812345678', '+8613812345678', 'mobile'],
    ['13812345678.0', '+8613812345678', 'mobile'],
    ['1.3812345678E+10', '+8613812345678', 'mobile'],
    ['13100000002', '+8613100000002', 'mobile'],
    ['19900000001', '+8619900000001', 'mobile'],
    ['0571-88012345', '+8657188012345', 'phone'],
    ['(0571)88012345', '+8657188012345', 'phone'],
    ['（0571）8801 2345', '+8657188012345', 'phone'],
    ['+86 571 8801 2345', '+8657188012345', 'phone'],
    ['+86-0571-88012345', '+8657188012345', 'phone'],
    ['057188012345', '+8657188012345', 'phone'],
    ['010-62345678', '+861062345678', 'phone'],
    ['0578-2123456', '+865782123456', 'phone'],
    ['400-123-4567', '+864001234567', 'phone'],
    ['8008101234', '+868008101234', 'phone'],
    ['传真：0571-88012345', '+8657188012345', 'fax'],
    ['+852 9123 4567', '+85291234567', 'mobile'],
    ['852-91234567', '+85291234567', 'mobile'],
    ['00886 2 2345 6789', '+886223456789', 'phone'],
    ['+1 212 555 0123', '+12125550123', 'phone'],
    ['+44 20 7946 0958', '+442079460958', 'phone'],
  ])('%s is %s, a %s', (text, normal, type) => {
    expect(readPhone(text)).toEqual({ normal, type, valid: true, extension: '', destroyed: false });
  });

  test.each([
    ['0571-88012345-802', '802'],
    ['0571-88012345转802', '802'],
    ['tel:0571-8801 2345 转 802', '802'],
    ['0571-88012345 分机802', '802'],
    ['0571-88012345 ext. 802', '802'],
    ['0571-88012345#802', '802'],
  ])('the extension of %s is kept apart', (text, extension) => {
    expect(readPhone(text)).toMatchObject({ normal: '+8657188012345', valid: true, extension });
  });
});

describe('what is no phone is told so', () => {
  test.each([
    '1381234567',
    '138123456789',
    '0571-8801234',
    '12345678901',
    '无',
    '',
    '-',
    '2024-11-08',
    '同上',
  ])('“%s” is invalid', (text) => {
    expect(readPhone(text)).toMatchObject({ normal: '', valid: false, destroyed: false });
  });

  it('digits that a spreadsheet has lost are told apart from a slip of the finger', () => {
    expect(readPhone('1.38E+10')).toMatchObject({
      valid: false,
      destroyed: true,
      type: 'mobile',
      normal: '',
    });
    expect(readPhone('1.38123E+10')).toMatchObject({ valid: false, destroyed: true });
  });

  it('local and service numbers are right though they have no international form', () => {
    for (const text of ['88012345', '8801-2345', '5123456', '95588', '12345', '10086', '110'])
      expect(readPhone(text)).toMatchObject({ valid: true, normal: '', type: 'phone' });
  });
});

const found = (cell: string) => {
  const { phones, rest } = splitPhones(cell);
  return [
    phones.map((phone) => (phone.valid ? `${phone.type} ${phone.normal || phone.raw}` : `? ${phone.raw}`)),
    rest,
  ];
};

describe('the phones of one cell', () => {
  test.each([
    ['13800138000/13900139000 王经理', ['mobile +8613800138000', 'mobile +8613900139000'], '王经理'],
    ['13100000705、19900000706', ['mobile +8613100000705', 'mobile +8619900000706'], ''],
    ['13812345678（微信同号）', ['mobile +8613812345678'], '微信同号'],
    ['tel:0571-8888 1234 转 802', ['phone +8657188881234'], ''],
    ['13800138000 13900139000', ['mobile +8613800138000', 'mobile +8613900139000'], ''],
    ['1380013800013900139000', ['? 1380013800013900139000'], ''],
    ['138 0013 8000，139 0013 9000', ['mobile +8613800138000', 'mobile +8613900139000'], ''],
    ['王经理13800138000 李姐:13900139000', ['mobile +8613800138000', 'mobile +8613900139000'], '王经理 李姐'],
    ['0571-88012345/88012346', ['phone +8657188012345', 'phone +8657188012346'], ''],
    ['(0571)88012345、(0571)88012346', ['phone +8657188012345', 'phone +8657188012346'], ''],
    ['0571-88012345-802/13800138000', ['phone +8657188012345', 'mobile +8613800138000'], ''],
    ['电话：0571-88012345 传真：0571-88012346', ['phone +8657188012345', 'fax +8657188012346'], ''],
    ['13800138000\n13900139000', ['mobile +8613800138000', 'mobile +8613900139000'], ''],
    ['13800138000;13900139000', ['mobile +8613800138000', 'mobile +8613900139000'], ''],
    ['+86 199 0000 0698', ['mobile +8619900000698'], ''],
    ['131-0000-0004', ['mobile +8613100000004'], ''],
    ['13812345678.0', ['mobile +8613812345678'], ''],
    ['1.38E+10', ['? 1.38E+10'], ''],
    ['1380013800', ['? 1380013800'], ''],
    ['88012345', ['phone 88012345'], ''],
    ['400-123-4567转2 客服', ['phone +864001234567'], '客服'],
    ['无', [], '无'],
    ['', [], ''],
  ])('%j', (cell, phones, rest) => {
    expect(found(cell)).toEqual([phones, rest]);
  });
});

it('landlines are valid exactly where the library says so, whole exchanges at a time', () => {
  const number = fc.tuple(
    fc.constantFrom(
      '10',
      '20',
      '21',
      '23',
      '26',
      '310',
      '335',
      '391',
      '433',
      '512',
      '551',
      '571',
      '580',
      '754',
      '769',
      '851',
      '898',
      '979',
      '999',
    ),
    fc.integer({ min: 2_000_000, max: 88_888_888 }).map(String),
  );
  fc.assert(
    fc.property(number, ([area, subscriber]) => {
      fc.pre(/^[2-8]/u.test(subscriber));
      const library = parsePhoneNumberFromString(`+86${area}${subscriber}`)?.isValid() ?? false;
      expect(readPhone(`0${area}-${subscriber}`).valid).toBe(library);
    }),
    { numRuns: 2_000 },
  );
});

describe('whatever is written', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789+-() .E/、，转王１３８'), maxLength: 40 });

  it('reading never throws, and a normal form is its own normal form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const { normal, valid } = readPhone(text);
        if (normal === '') return;
        expect(valid).toBe(true);
        expect(normal).toMatch(/^\+[1-9]\d{6,14}$/u);
        expect(readPhone(normal).normal).toBe(normal);
      }),
    );
  });

  it('splitting never throws and gives each mobile back', () => {
    const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    fc.assert(fc.property(fc.oneof(fc.string(), digits), (cell) => void splitPhones(cell)));
    fc.assert(
      fc.property(
        fc.array(mobile, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('/', '、', '，', ' ', '\n', ' / ', ';'),
        (mobiles, separator) => {
          expect(splitPhones(mobiles.join(separator)).phones.map((phone) => phone.normal)).toEqual(
            mobiles.map((number) => `+86${number}`),
          );
        },
      ),
    );
  });
});
