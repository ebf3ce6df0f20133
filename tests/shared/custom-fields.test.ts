import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customConditions, customParts, withCustomCondition } from '../../src-shared/custom-conditions.ts';
import {
  customFieldId,
  customFieldTypes,
  customKeySchema,
  customValueText,
  isCustomValue,
  readCustomValue,
  type CustomFieldType,
} from '../../src-shared/custom-fields.ts';

const options = ['现款', '月结（30天）', '预付'];
const read = (type: CustomFieldType, text: string) => readCustomValue({ type, options }, text);

describe('a value of a custom field', () => {
  it.each<[CustomFieldType, string, string | null]>([
    ['text', '  对接 SAP ', '对接 SAP'],
    ['number', '１,２００.５０', '1200.5'],
    ['number', '-007', '-7'],
    ['number', '-0', '0'],
    ['number', '十二', null],
    ['number', '1234567890123456', null],
    ['number', '12,34', null],
    ['date', '2026.3.1', '2026-03-01'],
    ['date', '2026年3月', null],
    ['date', '2026-02-30', null],
    ['money', '1.2万', '1200000'],
    ['money', '-￥50', '-5000'],
    ['money', '￥-50', '-5000'],
    ['money', '美元 5', null],
    ['boolean', '√', '1'],
    ['boolean', '无', '0'],
    ['boolean', '也许', null],
    ['choice', '月结(30天)', '月结（30天）'],
    ['choice', '赊账', null],
    ['choice', '', ''],
  ])('of type %s is read from %j as %j', (type, text, value) => {
    expect(read(type, text)).toBe(value);
  });

  it('is in normal form once it was read, and reads back from how it is shown', () => {
    const written = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.double({ noNaN: true }).map(String),
      fc.constantFrom('是', '否', '√', '2026.3.1', '1.2万', '预付'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...customFieldTypes), written, (type, text) => {
        const value = read(type, text);
        if (value === null) return;
        expect(isCustomValue({ type, options }, value)).toBe(true);
        for (const language of ['zh-CN', 'en'] as const) {
          expect(read(type, customValueText(type, value, language))).toBe(value);
        }
      }),
    );
  });
});

describe('a condition on a custom field', () => {
  it('stands in a filter as flat words and reads back', () => {
    const condition = fc.record({
      fieldId: fc.integer({ min: 1, max: 1_000_000 }),
      filled: fc.constantFrom('has' as const, 'lacks' as const, undefined),
      contains: fc.oneof(fc.string({ minLength: 1, maxLength: 50 }), fc.constant(undefined)),
      from: fc.constantFrom('2023-01-01', '-12.5', '120000', undefined),
      to: fc.constantFrom('2024-01-01', '0', undefined),
      is: fc.oneof(fc.uniqueArray(fc.string({ maxLength: 20 }), { minLength: 1 }), fc.constant(undefined)),
    });
    fc.assert(
      fc.property(condition, (asked) => {
        const parts = customParts(asked);
        if (parts.length === 0) return;
        const given = Object.entries(asked).filter(([, value]) => value !== undefined);
        expect(customConditions(parts)).toEqual([Object.fromEntries(given)]);
      }),
    );
  });

  it('takes the place of the one there was, and leaves other fields alone', () => {
    expect(withCustomCondition(['3.has', '33.has'], { fieldId: 3, is: ['VIP'] })).toEqual([
      '33.has',
      '3.is.VIP',
    ]);
    expect(withCustomCondition(['3.has'], { fieldId: 3 })).toBeUndefined();
  });
});

it('keys name fields by their id and nothing else', () => {
  expect(
    ['custom:3', 'custom:0', 'custom:', 'custom:__proto__', 'name', 'custom:3x'].map(customFieldId),
  ).toEqual([3, null, null, null, null, null]);
  expect(customKeySchema.safeParse('constructor').success).toBe(false);
});
