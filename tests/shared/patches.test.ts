import { expect, test } from 'vitest';
import { customerPatchSchema } from '../../src-shared/customers.ts';
import { preferencesPatchSchema, settingsPatchSchema } from '../../src-shared/settings.ts';
import { tagPatchSchema } from '../../src-shared/tags.ts';
import { savedViewPatchSchema } from '../../src-shared/views.ts';

test.each([
  ['customer', customerPatchSchema, { name: '杭州八骏科技有限公司' }],
  ['tag', tagPatchSchema, { name: '大客户' }],
  ['view', savedViewPatchSchema, { name: '沉睡' }],
  ['settings', settingsPatchSchema, { actor: '小王' }],
  ['preferences', preferencesPatchSchema, { density: 'comfortable' }],
])('a part of a %s says nothing about the rest of it', (_, schema, part) => {
  expect(schema.parse(part)).toEqual(part);
  expect(schema.parse({})).toEqual({});
});
