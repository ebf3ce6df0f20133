import { expect, test } from 'vitest';
import {
  codeOfLabel,
  columnLabels,
  contactLabel,
  contactParts,
  sheetLanguages,
  targetOfLabel,
  valueLabels,
} from '../../src-shared/labels.ts';
import { importTargetSchema } from '../../src-shared/imports.ts';

test.each(sheetLanguages)(
  'every header of a sheet in %s leads back to the field it came from',
  (language) => {
    const labels = Object.entries(columnLabels[language]);
    expect(new Set(labels.map(([, label]) => label)).size).toBe(labels.length);
    for (const [column, label] of labels) {
      const target = targetOfLabel(label);
      expect(importTargetSchema.safeParse(target).success, label).toBe(true);
      if (target?.field !== 'ignore') expect(target?.field).toBe(column);
    }
    for (let contact = 0; contact < 10; contact += 1) {
      for (const part of contactParts) {
        const target = targetOfLabel(contactLabel(language, contact, part));
        expect(importTargetSchema.safeParse(target).success).toBe(true);
        expect(target?.contact).toBe(contact);
      }
    }
  },
);

test('what an import cannot bring back is left out by it', () => {
  for (const header of ['全部联系人', '全部联系方式', '有疑问的资料', '建档时间', '更新时间', 'Added'])
    expect(targetOfLabel(header)).toEqual({ field: 'ignore', contact: null });
  expect(targetOfLabel('谁也没写过的列')).toBeUndefined();
  expect(targetOfLabel('联系人3/手机')).toEqual({ field: 'mobile', contact: 2 });
  expect(targetOfLabel('Contact 1/Name')).toEqual({ field: 'contactName', contact: 0 });
});

test('every word for a fixed value leads back to its code, in either language', () => {
  for (const language of sheetLanguages) {
    for (const [field, words] of Object.entries(valueLabels[language])) {
      for (const [code, word] of Object.entries<string>(words)) {
        expect(codeOfLabel(field as keyof (typeof valueLabels)['en'], word)).toBe(code);
      }
    }
  }
  expect(codeOfLabel('stage', ' 成交 ')).toBe('active');
  expect(codeOfLabel('stage', '老客户')).toBeUndefined();
});
