import { z } from 'zod';
import { isRealDate, readDate } from './dates.ts';
import { formatMoney, readMoney } from './money.ts';
import { cleanText, line, text } from './text.ts';
import { halfWidth } from './width.ts';

/** What a 自定义字段 can hold. The type is fixed as soon as any customer has a value. */
export const customFieldTypes = ['text', 'number', 'date', 'money', 'boolean', 'choice'] as const;
export const customFieldTypeSchema = z.enum(customFieldTypes);
export type CustomFieldType = z.infer<typeof customFieldTypeSchema>;

const name = line(50).pipe(z.string().min(1));
const option = line(100).pipe(z.string().min(1));
const options = z
  .array(option)
  .max(200)
  .refine((all) => new Set(all).size === all.length);

export const customFieldDraftSchema = z.object({
  /** Unique among custom fields and not the name of a built-in field. */
  name,
  type: customFieldTypeSchema,
  /** What can be chosen, in the order of the list; empty for other types. */
  options: options.default([]),
});
export type CustomFieldDraft = z.infer<typeof customFieldDraftSchema>;

/** Part of a field. Without defaults: what is not sent stays as it is. */
export const customFieldPatchSchema = z.strictObject({
  name: name.optional(),
  /** Refused with `fieldInUse` while any customer has a value. */
  type: customFieldTypeSchema.optional(),
  options: options.optional(),
  /** Options under another name: values follow. */
  renamed: z
    .array(z.object({ from: option, to: option }))
    .max(200)
    .optional(),
  /** Its new place among the fields, from 0. */
  position: z.number().int().min(0).max(10_000).optional(),
});
export type CustomFieldPatch = z.infer<typeof customFieldPatchSchema>;

export const customFieldSchema = customFieldDraftSchema.extend({
  id: z.number().int(),
  /** Its place in lists and forms, from 0. */
  position: z.number().int(),
  /** Customers that have a value, those in the trash included. */
  count: z.number().int(),
});
export type CustomField = z.infer<typeof customFieldSchema>;

/** What reading and showing a value needs to know of its field. */
export type ValueKind = Pick<CustomField, 'type' | 'options'>;

/** A field that an import makes of a column; it goes when the import is undone. */
export const newFieldSchema = z.object({
  name: z.string().trim().min(1).max(50),
  type: customFieldTypeSchema,
  options: z.array(z.string().trim().min(1).max(100)).max(200).default([]),
});
export type NewField = z.infer<typeof newFieldSchema>;

/** A field where only its name and the look of its values matter. */
export const namedFieldSchema = z.object({ name: z.string(), type: customFieldTypeSchema });
export type NamedField = z.infer<typeof namedFieldSchema>;

/** The most fields an archive can have. */
export const mostCustomFields = 100;

/**
 * One value of a customer in its normal form, '' for none:
 * text as written · number as a decimal (`-12.5`) · date `YYYY-MM-DD` · money in 分 (`123450`) · boolean `1` or `0` ·
 * choice the option.
 */
export const customValueSchema = z.object({ fieldId: z.number().int().positive(), value: text(2_000) });
export type CustomValue = z.infer<typeof customValueSchema>;

/** The key of a custom field where columns, sorts, targets and history name fields. */
export type CustomKey = `custom:${number}`;
const keyPattern = /^custom:([1-9]\d{0,14})$/u;
export const customKeySchema = z.custom<CustomKey>(
  (value) => typeof value === 'string' && keyPattern.test(value),
);
export const customKey = (fieldId: number): CustomKey => `custom:${fieldId}`;

/** The field behind a {@link CustomKey}; null for any other name. */
export const customFieldId = (key: string): number | null => {
  const digits = keyPattern.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Names that differ only in width, case or spaces are one name. */
export const fieldNameKey = (fieldName: string): string =>
  halfWidth(fieldName).replace(/\s+/gu, '').toLowerCase();

const yes = new Set(['1', '是', '√', '✓', '✔', '☑', '有', 'y', 'yes', 'true', '对', '已']);
const no = new Set(['0', '否', '×', '✗', '✘', 'x', '无', '没有', '不是', '未', 'n', 'no', 'false']);

const readBoolean = (written: string): string | null => {
  const word = fieldNameKey(written);
  if (yes.has(word)) return '1';
  return no.has(word) ? '0' : null;
};

/** As many digits as a double holds exactly; more is a number that is a name. */
const mostDigits = 15;

const readNumber = (written: string): string | null => {
  const parts = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/u.exec(
    halfWidth(written).replace(/\s+/gu, ''),
  );
  const whole = (parts?.[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  const rest = (parts?.[3] ?? '').replace(/0+$/u, '');
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return null;
  if (whole.length + rest.length > mostDigits) return null;
  const number = `${whole === '' ? '0' : whole}${rest === '' ? '' : `.${rest}`}`;
  return parts[1] === '-' && number !== '0' ? `-${number}` : number;
};

const readCents = (written: string, factor: number): string | null => {
  const bare = halfWidth(written).trim();
  const negative = /^[-−]|^[¥￥]-/u.test(bare);
  const cents = readMoney(negative ? bare.replace(/[-−]/u, '') : bare, factor);
  if (cents === null) return null;
  return String(negative && cents !== 0 ? -cents : cents);
};

const readDay = (written: string): string | null => {
  const read = readDate(written);
  return read?.precision === 'day' ? read.value : null;
};

const optionKey = (written: string): string => fieldNameKey(written).replace(/[\p{P}\p{S}]/gu, '');

const readOption = (written: string, known: readonly string[]): string | null => {
  const exact = cleanText(written);
  if (known.includes(exact)) return exact;
  const key = optionKey(written);
  const near = key === '' ? [] : known.filter((candidate) => optionKey(candidate) === key);
  return near.length === 1 ? (near[0] ?? null) : null;
};

/**
 * A value as people write it in its normal form ({@link customValueSchema}); '' for blank text, null for what does
 * not fit the type. `factor` is the unit of money in yuan where the column's header names one.
 *
 * @example readCustomValue({ type: 'money', options: [] }, '1.2万') // '1200000'
 */
export const readCustomValue = (
  { type, options: known }: ValueKind,
  written: string,
  factor = 1,
): string | null => {
  const cleaned = cleanText(written);
  if (cleaned === '') return '';
  switch (type) {
    case 'text':
      return cleaned.length > 2_000 ? null : cleaned;
    case 'number':
      return readNumber(cleaned);
    case 'date':
      return readDay(cleaned);
    case 'money':
      return readCents(cleaned, factor);
    case 'boolean':
      return readBoolean(cleaned);
    case 'choice':
      return readOption(cleaned, known);
  }
};

/** Whether a value stands in the normal form of its field; '' does everywhere. */
export const isCustomValue = ({ type, options: known }: ValueKind, value: string): boolean => {
  if (value === '') return true;
  switch (type) {
    case 'text':
      return true;
    case 'number':
      return readNumber(value) === value;
    case 'date':
      return isRealDate(value);
    case 'money':
      return /^(?:0|-?[1-9]\d*)$/u.test(value) && Number.isSafeInteger(Number(value));
    case 'boolean':
      return value === '1' || value === '0';
    case 'choice':
      return known.includes(value);
  }
};

/** 是 / 否 in the two languages a sheet and the page know. */
export const booleanWords = { 'zh-CN': ['否', '是'], en: ['No', 'Yes'] } as const;

/** A value in normal form as people read it: `￥1,234.50`, 是, 12.5. What {@link readCustomValue} reads back. */
export const customValueText = (type: CustomFieldType, value: string, language: 'zh-CN' | 'en'): string => {
  if (value === '') return '';
  if (type === 'boolean') return booleanWords[language][value === '1' ? 1 : 0];
  if (type === 'money' && /^-?\d+$/u.test(value)) return formatMoney(Number(value));
  return value;
};
