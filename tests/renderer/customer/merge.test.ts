import { describe, expect, test } from 'vitest';
import { canKeepBoth, keepBoth } from '../../../src-renderer/customer/values/merge.ts';
import { valuesOf } from '../../../src-renderer/customer/values/from-customer.ts';
import { toDraft } from '../../../src-renderer/customer/values/to-draft.ts';
import { customerWith } from './customers.ts';

const base = toDraft(valuesOf(customerWith(), 'zh-CN'));
const phone = { type: 'phone' as const, value: '0571-88012346', label: '' };
const mobile = { id: 31, type: 'mobile' as const, value: '13900001111', label: '' };

describe('keeping both sides of a conflict', () => {
  test('only lists can be kept from both sides', () => {
    expect(['contacts', 'methods', 'tagIds', 'aliases', 'name'].map(canKeepBoth)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test('both additions stay', () => {
    const mine = { ...base, methods: [...base.methods, phone] };
    const theirs = { ...base, methods: [...base.methods, mobile] };
    expect(keepBoth('methods', base, mine, theirs)).toEqual({ methods: [...base.methods, mobile, phone] });
  });

  test('the same addition on both sides stands once', () => {
    const mine = { ...base, methods: [...base.methods, phone] };
    const theirs = { ...base, methods: [...base.methods, { ...phone, id: 32 }] };
    expect(keepBoth('methods', base, mine, theirs).methods).toHaveLength(2);
  });

  test('what one side removed goes, unless the other side edited it', () => {
    const removed = { ...base, methods: [] };
    const edited = { ...base, methods: base.methods.map((method) => ({ ...method, label: '总机' })) };
    expect(keepBoth('methods', base, removed, base)).toEqual({ methods: [] });
    expect(keepBoth('methods', base, removed, edited)).toEqual({ methods: edited.methods });
    const [again] = keepBoth('methods', base, edited, removed).methods ?? [];
    expect(again).toEqual({ type: 'phone', value: '0571-88012345', label: '总机' });
  });

  test('phones added to one contact in two windows both stay', () => {
    const withPhone = (method: typeof phone | typeof mobile) => ({
      ...base,
      contacts: base.contacts.map((contact) => ({ ...contact, methods: [...contact.methods, method] })),
    });
    const { contacts } = keepBoth('contacts', base, withPhone(phone), withPhone(mobile));
    expect(contacts?.[0]?.methods.map(({ value }) => value)).toEqual([
      '138 1234 5678',
      '13900001111',
      '0571-88012346',
    ]);
  });

  test('tags added here and removed there are both respected', () => {
    expect(keepBoth('tagIds', base, { ...base, tagIds: [2, 1, 9] }, { ...base, tagIds: [2] })).toEqual({
      tagIds: [2, 9],
    });
  });
});
