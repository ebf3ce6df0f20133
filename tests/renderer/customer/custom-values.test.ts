import { describe, expect, test } from 'vitest';
import type { CustomField } from '../../../src-shared/custom-fields.ts';
import {
  emptyValues,
  isUntouched,
  openValues,
  storedValuesSchema,
} from '../../../src-renderer/customer/values/customer-values.ts';
import { typedEntry, withEntry } from '../../../src-renderer/customer/values/custom-values.ts';
import { editContent, editOfDraft } from '../../../src-renderer/customer/values/edit-content.ts';
import { valuesOf } from '../../../src-renderer/customer/values/from-customer.ts';
import { patchBetween, patchFields, withoutField } from '../../../src-renderer/customer/values/patch.ts';
import { rebase } from '../../../src-renderer/customer/values/rebase.ts';
import { toDraft } from '../../../src-renderer/customer/values/to-draft.ts';
import { customerWith } from './customers.ts';

const amount: CustomField = { id: 4, name: '年采购额', type: 'money', options: [], position: 0, count: 0 };
const shops: CustomField = { id: 5, name: '门店数', type: 'number', options: [], position: 1, count: 0 };
const label = (field: string | null) => `${field ?? '注册资本'}：`;

const customer = customerWith({ custom: [{ fieldId: 4, value: '120000' }] });
const opened = valuesOf(customer, 'zh-CN');
const type = (values: typeof opened, field: CustomField, text: string) => ({
  ...values,
  custom: withEntry(values.custom, typedEntry(field, text)),
});

describe('custom fields in the form', () => {
  test('a customer comes back from the form as it was', () => {
    expect(patchBetween(toDraft(opened), toDraft(opened))).toEqual({});
    expect(toDraft(opened).custom).toEqual(customer.custom);
  });

  test('only the fields that were changed are sent, and what was emptied is said', () => {
    const base = toDraft(opened);
    const patch = patchBetween(base, toDraft(type(opened, shops, '１２')));
    expect(patch).toEqual({ custom: [{ fieldId: 5, value: '12' }] });
    expect(patchFields(patch)).toEqual(['custom:5']);
    expect(withoutField(patch, 'custom:5')).toEqual({});
    expect(patchBetween(base, toDraft(type(opened, amount, '')))).toEqual({
      custom: [{ fieldId: 4, value: '' }],
    });
  });

  test('a text that does not fit goes into the notes under the name of its field', () => {
    const draft = toDraft(type(opened, shops, ' 十来家 '), label);
    expect(draft.custom).toEqual(customer.custom);
    expect(draft.notes).toBe('周二前不要打电话\n门店数：十来家');
  });

  test('what is typed keeps a new form from being empty, and survives as a draft', () => {
    expect(isUntouched(emptyValues())).toBe(true);
    const typed = type(emptyValues(), shops, '十来');
    expect(isUntouched(typed)).toBe(false);
    const stored: unknown = JSON.parse(JSON.stringify(typed));
    expect(openValues(storedValuesSchema.parse(stored)).custom).toEqual(typed.custom);

    const content = editContent(toDraft(opened), type(opened, shops, '12'), customer.version);
    const draft = { key: 'customer-21', savedAt: '2024-11-08T06:30:00.000Z', ...content };
    const again = editOfDraft(draft as never, customer, 'zh-CN');
    expect(again && toDraft(again.values).custom).toContainEqual({ fieldId: 5, value: '12' });
  });

  test('another window changes one field while this one edits another: both stand', () => {
    const mine = { base: toDraft(opened), values: type(opened, shops, '12') };
    const theirs = customerWith({ custom: [{ fieldId: 4, value: '990000' }] });
    const moved = rebase(mine, valuesOf(theirs, 'zh-CN'));
    expect(patchBetween(moved.base, toDraft(moved.values))).toEqual({
      custom: [{ fieldId: 5, value: '12' }],
    });
    expect(toDraft(moved.values).custom).toContainEqual({ fieldId: 4, value: '990000' });
  });

  test('both windows change the same field: mine stays, and its old base tells of the conflict', () => {
    const mine = { base: toDraft(opened), values: type(opened, amount, '5') };
    const theirs = customerWith({ custom: [{ fieldId: 4, value: '990000' }] });
    const moved = rebase(mine, valuesOf(theirs, 'zh-CN'));
    expect(moved.base.custom).toEqual([{ fieldId: 4, value: '120000' }]);
    expect(toDraft(moved.values).custom).toEqual([{ fieldId: 4, value: '500' }]);
  });
});
