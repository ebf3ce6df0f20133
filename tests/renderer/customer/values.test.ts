import { describe, expect, test } from 'vitest';
import { customerDraftSchema } from '../../../src-shared/customers.ts';
import {
  emptyValues,
  isUntouched,
  newContact,
  newMethod,
  openValues,
  storedValuesSchema,
} from '../../../src-renderer/customer/values/customer-values.ts';
import { doubtsInForm } from '../../../src-renderer/customer/values/doubts.ts';
import { valuesOf } from '../../../src-renderer/customer/values/from-customer.ts';
import { patchBetween } from '../../../src-renderer/customer/values/patch.ts';
import { toDraft } from '../../../src-renderer/customer/values/to-draft.ts';
import { customerWith } from './customers.ts';

describe('the values of the form', () => {
  test('a customer that is opened and not edited is sent back as nothing at all', () => {
    for (const language of ['zh-CN', 'en']) {
      const base = valuesOf(customerWith({ birthday: 'lunar:08-15', registeredCapital: 123_456 }), language);
      expect(patchBetween(toDraft(base), toDraft({ ...base }))).toEqual({});
    }
  });

  test('what the form sends is what the archive holds, ids included', () => {
    const customer = customerWith({ birthday: '--05-01', registeredCapital: 123_456 });
    const draft = toDraft(valuesOf(customer, 'zh-CN'));
    const expected = customerDraftSchema.parse(customer);
    expect(draft).toEqual(expected);
  });

  test('only the edited fields make the patch', () => {
    const base = valuesOf(customerWith(), 'zh-CN');
    const edited = { ...base, name: ' 杭州八骏科技股份有限公司 ', tagIds: [1, 2], birthday: '农历八月十五' };
    expect(patchBetween(toDraft(base), toDraft(edited))).toEqual({
      name: '杭州八骏科技股份有限公司',
      birthday: 'lunar:08-15',
    });
  });

  test('empty rows are left out, and the type of a phone is told by its looks until it is chosen', () => {
    const draft = toDraft({
      ...emptyValues(),
      name: '宁波恒通五金有限公司',
      methods: [
        newMethod({ value: '13912345678' }),
        newMethod({ value: 'ht@hengtong.cn' }),
        newMethod({ value: '13912345678', type: 'wechat' }),
        newMethod(),
      ],
      contacts: [newContact(), newContact({ name: '李娜' })],
    });
    expect(draft.methods.map(({ type }) => type)).toEqual(['mobile', 'email', 'wechat']);
    expect(draft.contacts.map(({ name, methods }) => [name, methods.length])).toEqual([['李娜', 0]]);
  });

  test('a capital that is no amount in RMB goes into the notes instead of being lost', () => {
    const draft = toDraft(
      { ...emptyValues(), name: '恒通', notes: '老客户', registeredCapital: '50 万美元' },
      (field) => `${field ?? '注册资本'}：`,
    );
    expect(draft.registeredCapital).toBeNull();
    expect(draft.notes).toBe('老客户\n注册资本：50 万美元');
  });

  test('a draft of an older form opens with what it holds', () => {
    const values = openValues(
      storedValuesSchema.parse({ name: '李娜', methods: [{ value: '139' }], gone: 1 }),
    );
    expect(values.name).toBe('李娜');
    expect(values.methods.map(({ value }) => value)).toEqual(['139', '']);
    expect(values.capitalUnit).toBe('wan');
  });

  test('an empty form is untouched, also after the kind was switched, and any text makes it touched', () => {
    expect(isUntouched({ ...emptyValues(), kind: 'person' })).toBe(true);
    expect(isUntouched({ ...emptyValues(), notes: '电话里说下周来' })).toBe(false);
    expect(isUntouched({ ...emptyValues(), contacts: [newContact({ left: true })] })).toBe(false);
  });

  test('doubts name the row that the form shows, with empty rows counted', () => {
    const doubts = doubtsInForm({
      ...emptyValues(),
      name: '恒通',
      methods: [newMethod(), newMethod({ value: '1381234567', type: 'mobile' })],
      contacts: [
        newContact(),
        newContact({ name: '李娜', fromDate: '2023-02-30', methods: [newMethod({ value: 'a@' })] }),
      ],
    });
    expect(doubts.map(({ field, reason }) => [field, reason])).toEqual([
      ['methods.1', 'phoneInvalid'],
      ['contacts.1.fromDate', 'dateInvalid'],
      ['contacts.1.methods.0', 'emailInvalid'],
    ]);
  });
});
