import { describe, expect, test } from 'vitest';
import { editContent, editOfDraft } from '../../../src-renderer/customer/values/edit-content.ts';
import { newMethod, withSpareRow } from '../../../src-renderer/customer/values/customer-values.ts';
import { valuesOf } from '../../../src-renderer/customer/values/from-customer.ts';
import { patchBetween } from '../../../src-renderer/customer/values/patch.ts';
import { rebase } from '../../../src-renderer/customer/values/rebase.ts';
import { toDraft } from '../../../src-renderer/customer/values/to-draft.ts';
import { customerWith } from './customers.ts';

const opened = valuesOf(customerWith(), 'zh-CN');
const base = toDraft(opened);

describe('an edit under way while another window saves', () => {
  test('fields that were not edited follow, and are not sent back', () => {
    const edited = { ...opened, address: '文三路 100 号' };
    const current = valuesOf(customerWith({ shortName: '八骏软件', registeredCapital: 50_000 }), 'zh-CN');
    const moved = rebase({ base, values: edited }, current);
    expect(moved.values).toMatchObject({
      shortName: '八骏软件',
      address: '文三路 100 号',
      registeredCapital: '500',
      capitalUnit: 'yuan',
    });
    expect(patchBetween(moved.base, toDraft(moved.values))).toEqual({ address: '文三路 100 号' });
  });

  test('a field that both sides changed stays as it was typed, on its old base', () => {
    const edited = { ...opened, address: '文三路 100 号' };
    const moved = rebase(
      { base, values: edited },
      valuesOf(customerWith({ address: '古墩路 5 号' }), 'zh-CN'),
    );
    expect(moved.values.address).toBe('文三路 100 号');
    expect(moved.base.address).toBe('文一西路 8 号');
    expect(patchBetween(moved.base, toDraft(moved.values))).toEqual({ address: '文三路 100 号' });
  });

  test('rows that say the same keep their identity, so that the cursor stays in them', () => {
    const moved = rebase(
      { base, values: opened },
      valuesOf(customerWith({ shortName: '八骏软件' }), 'zh-CN'),
    );
    expect(moved.values.contacts).toBe(opened.contacts);
    expect(moved.values.methods).toBe(opened.methods);
    expect(moved.values.shortName).toBe('八骏软件');
  });
});

describe('an edit that was kept as a draft', () => {
  const draftOf = (values: typeof opened) => {
    const content = editContent(base, values, 3);
    return content === null ? null : { key: 'customer-21', savedAt: '2024-11-08T06:31:00.000Z', ...content };
  };

  test('goes on where it was, with its row still typed in, after a way through JSON', () => {
    const typed = {
      ...opened,
      methods: withSpareRow([...opened.methods.slice(0, 1), newMethod({ value: '139' })]),
    };
    const draft = JSON.parse(JSON.stringify(draftOf(typed))) as ReturnType<typeof draftOf>;
    const edit = editOfDraft(draft, customerWith(), 'zh-CN');
    expect(edit?.baseVersion).toBe(3);
    expect(edit?.values.methods.map(({ value }) => value)).toEqual(['0571-88012345', '139', '']);
  });

  test('keeps the version it began on, so that a later conflict is still told', () => {
    const edit = editOfDraft(
      draftOf({ ...opened, address: '文三路 100 号' }),
      customerWith({ version: 9 }),
      'zh-CN',
    );
    expect(edit?.baseVersion).toBe(3);
  });

  test('is nothing when it says what the customer says, or cannot be read', () => {
    expect(editContent(base, { ...opened, name: ` ${opened.name}` }, 3)).toBeNull();
    const saved = draftOf({ ...opened, address: '文三路 100 号' });
    expect(editOfDraft(saved, customerWith({ address: '文三路 100 号' }), 'zh-CN')).toBeNull();
    expect(
      editOfDraft(
        { key: 'customer-21', savedAt: '', baseVersion: 3, values: { base: 1 } },
        customerWith(),
        'zh-CN',
      ),
    ).toBeNull();
  });
});
