import { booleanWords, type CustomField, type CustomFieldType } from '../../../src-shared/custom-fields.ts';
import type { SheetLanguage } from '../../../src-shared/labels.ts';
import { headerUnit } from '../../../src-shared/money.ts';
import type { TemplateColumn } from './template-texts.ts';

const notes: Record<SheetLanguage, Record<CustomFieldType, string>> = {
  'zh-CN': {
    text: '您的自定义字段：文字。',
    number: '您的自定义字段：数字，如 12.5。',
    date: '您的自定义字段：日期，如 2024-11-08。',
    money: '您的自定义字段：金额，如 1234.50；也可以写 1.2万。',
    boolean: '您的自定义字段：填“是”或“否”，点箭头选。',
    choice: '您的自定义字段：点右边的箭头选。',
  },
  en: {
    text: 'A custom field of yours: any text.',
    number: 'A custom field of yours: a number, as 12.5.',
    date: 'A custom field of yours: a date, as 2024-11-08.',
    money: 'A custom field of yours: an amount, as 1234.50.',
    boolean: 'A custom field of yours: Yes or No; choose with the arrow.',
    choice: 'A custom field of yours: choose with the arrow beside the cell.',
  },
};

/** For amounts whose name says what they are counted in: 授信（万元）. */
const inItsUnit: Record<SheetLanguage, string> = {
  'zh-CN': '您的自定义字段：金额，按栏目名里的单位填。',
  en: 'A custom field of yours: an amount, in the unit that its name says.',
};

const examples: Record<Exclude<CustomFieldType, 'text' | 'choice' | 'boolean'>, string> = {
  number: '12',
  date: '2024-11-08',
  money: '1234.50',
};

/** The column of a custom field: called like it, with a hint for its type and what can be chosen. */
export function ownTemplateColumn(
  { name, type, options }: CustomField,
  language: SheetLanguage,
): TemplateColumn {
  const [no, yes] = booleanWords[language];
  const choices = type === 'boolean' ? [yes, no] : options;
  const example = type in examples ? examples[type as keyof typeof examples] : (choices[0] ?? '');
  return {
    header: name,
    width: Math.min(40, Math.max(16, name.length * 2 + 4)),
    note: type === 'money' && headerUnit(name) !== 1 ? inItsUnit[language] : notes[language][type],
    examples: [example, ''],
    ...(choices.length > 0 ? { choices } : {}),
    // Numbers that are names keep their zeros.
    ...(type === 'text' ? { asText: true } : {}),
  };
}
