import { describe, expect, test } from 'vitest';
import { readPasted } from '../../../src-shared/pasted.ts';
import { emptyValues, newContact, newMethod } from '../../../src-renderer/customer/values/customer-values.ts';
import { fillIn, isMoreThanAName, takeFillingBack } from '../../../src-renderer/customer/values/fill.ts';
import { toDraft } from '../../../src-renderer/customer/values/to-draft.ts';

const pasted = readPasted('张三 13812345678 杭州市西湖区文一西路 8 号 八骏科技').patch;

describe('智能粘贴 into the form', () => {
  test('a pasted line fills name, contact, phone, region and address', () => {
    const { values, filled, kept } = fillIn(emptyValues(), pasted, 'zh-CN');
    const draft = toDraft(values);
    expect(draft).toMatchObject({
      kind: 'company',
      name: '八骏科技',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
    });
    expect(draft.contacts).toMatchObject([
      { name: '张三', methods: [{ type: 'mobile', value: '13812345678' }] },
    ]);
    expect(filled).toEqual(
      expect.arrayContaining(['name', 'province', 'city', 'district', 'address', 'contacts']),
    );
    expect(kept).toEqual([]);
  });

  test('what was typed is never overwritten, and what was left alone is told', () => {
    const typed = {
      ...emptyValues(),
      name: '杭州八骏科技有限公司',
      kind: 'person' as const,
      address: '文三路 100 号',
    };
    const { values, kept } = fillIn(typed, pasted, 'zh-CN');
    expect([values.name, values.kind, values.address]).toEqual([
      '杭州八骏科技有限公司',
      'person',
      '文三路 100 号',
    ]);
    expect(kept.map(({ field }) => field)).toEqual(['name', 'address']);
  });

  test('phones and contacts that stand there already are not doubled', () => {
    const typed = {
      ...emptyValues(),
      contacts: [newContact({ name: '张三', methods: [newMethod({ value: '138-1234-5678' })] })],
    };
    const { values, filled } = fillIn(typed, pasted, 'zh-CN');
    expect(values.contacts).toBe(typed.contacts);
    expect(filled).not.toContain('contacts');
  });

  test('a second phone joins the contact of the same name', () => {
    const typed = {
      ...emptyValues(),
      contacts: [newContact({ name: '张三', methods: [newMethod({ value: '13900001111' })] })],
    };
    const draft = toDraft(fillIn(typed, pasted, 'zh-CN').values);
    expect(draft.contacts).toHaveLength(1);
    expect(draft.contacts[0]?.methods.map(({ value }) => value)).toEqual(['13900001111', '13812345678']);
  });

  test('taken back, the fields are as before, except one that was typed into since', () => {
    const before = { ...emptyValues(), notes: '展会上认识' };
    const filling = fillIn(before, pasted, 'zh-CN');
    const back = takeFillingBack({ ...filling.values, name: '杭州八骏科技' }, before, filling);
    expect(back).toEqual({ ...before, name: '杭州八骏科技' });
  });

  test('a plain name is pasted as a name, a text with a phone or several lines is read', () => {
    expect(isMoreThanAName('杭州八骏科技有限公司')).toBe(false);
    expect(isMoreThanAName('杭州八骏科技有限公司\n')).toBe(false);
    expect(isMoreThanAName('八骏科技 张三 138 1234 5678')).toBe(true);
    expect(isMoreThanAName('八骏科技\n税号：91330106MA27XXXX')).toBe(true);
    expect(isMoreThanAName('zhang@bajun.cn')).toBe(true);
  });
});
