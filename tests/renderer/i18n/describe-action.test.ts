import { beforeAll, describe, expect, test } from 'vitest';
import { describeAction } from '../../../src-renderer/i18n/describe-action.ts';
import { startI18n, switchLanguage } from '../../../src-renderer/i18n/i18n.ts';
import { i18n } from '../../../src-renderer/i18n/instance.ts';
import { changeActionSchema, type ChangeAction } from '../../../src-shared/changes.ts';

const name = '杭州八骏科技有限公司';
const actions: [ChangeAction, string, string][] = [
  [{ type: 'createArchive' }, '新建档案', 'Archive made'],
  [{ type: 'createCustomer', name }, `新建客户“${name}”`, `New customer “${name}”`],
  [
    { type: 'updateCustomer', name, fields: ['stage', 'methods'] },
    `修改“${name}”的阶段、联系方式`,
    `Changed “${name}”: Stage, Contact methods`,
  ],
  [
    { type: 'trashCustomers', count: 1, names: [name] },
    `“${name}”移入回收站`,
    `“${name}” moved to the trash`,
  ],
  [
    { type: 'trashCustomers', count: 1_234, names: [name] },
    '1,234 位客户移入回收站',
    '1,234 customers moved to the trash',
  ],
  [
    { type: 'restoreCustomers', count: 2, names: [name] },
    '从回收站恢复 2 位客户',
    '2 customers restored from the trash',
  ],
  [{ type: 'purgeCustomers', count: 3, names: [] }, '彻底删除 3 位客户', '3 customers deleted for good'],
  [
    { type: 'addTags', count: 1, tags: ['重点关注', '月结'] },
    '给 1 位客户加上标签“重点关注、月结”',
    'Tag “重点关注, 月结” put on 1 customer',
  ],
  [
    { type: 'removeTags', count: 2, tags: ['月结'] },
    '从 2 位客户去掉标签“月结”',
    'Tag “月结” taken off 2 customers',
  ],
  [
    { type: 'setField', count: 32, field: 'stage', value: 'dormant' },
    '把 32 位客户的阶段改为“沉睡”',
    'Stage of 32 customers set to “Dormant”',
  ],
  [
    { type: 'setField', count: 2, field: 'owner', value: '' },
    '清空 2 位客户的负责人',
    'Owner of 2 customers cleared',
  ],
  [{ type: 'createTag', name: '月结' }, '新建标签“月结”', 'New tag “月结”'],
  [{ type: 'updateTag', name: '月结' }, '修改标签“月结”', 'Tag “月结” changed'],
  [
    { type: 'deleteTag', name: '月结', count: 12 },
    '删除标签“月结”，原来用在 12 位客户上',
    'Tag “月结” deleted; it was on 12 customers',
  ],
  [{ type: 'deleteTag', name: '月结', count: 0 }, '删除标签“月结”', 'Tag “月结” deleted'],
  [{ type: 'createCustomField', name: '付款方式' }, '新建字段“付款方式”', 'New field “付款方式”'],
  [{ type: 'updateCustomField', name: '付款方式' }, '修改字段“付款方式”', 'Field “付款方式” changed'],
  [
    { type: 'deleteCustomField', name: '付款方式', count: 32 },
    '删除字段“付款方式”，32 位客户有内容',
    'Field “付款方式” deleted; 32 customers had a value',
  ],
  [
    { type: 'deleteCustomField', name: '付款方式', count: 0 },
    '删除字段“付款方式”',
    'Field “付款方式” deleted',
  ],
  [{ type: 'createView', name: '沉睡' }, '新建视图“沉睡”', 'New view “沉睡”'],
  [{ type: 'updateView', name: '沉睡' }, '修改视图“沉睡”', 'View “沉睡” changed'],
  [
    { type: 'saveScheme', name: '供应商台账' },
    '保存导入方案“供应商台账”',
    'Import mapping “供应商台账” saved',
  ],
  [
    { type: 'deleteScheme', name: '供应商台账' },
    '删除导入方案“供应商台账”',
    'Import mapping “供应商台账” deleted',
  ],
  [{ type: 'deleteView', name: '沉睡' }, '删除视图“沉睡”', 'View “沉睡” deleted'],
  [
    { type: 'updateSettings', fields: ['codePattern'] },
    '修改设置：编号规则',
    'Settings changed: Code pattern',
  ],
  [
    { type: 'import', file: '客户台账.xlsx', sheet: '2024', created: 1_024, updated: 3, skipped: 0 },
    '导入“客户台账.xlsx”：新增 1,024，更新 3，跳过 0',
    'Imported “客户台账.xlsx”: 1,024 new, 3 updated, 0 skipped',
  ],
  [
    {
      type: 'import',
      file: '客户台账.xlsx',
      sheet: '2023',
      sheets: [
        { file: '客户台账.xlsx', sheet: '2023' },
        { file: '客户台账.xlsx', sheet: '2024' },
      ],
      created: 5,
      updated: 3,
      skipped: 0,
    },
    '导入“客户台账.xlsx”的 2 张表：新增 5，更新 3，跳过 0',
    'Imported 2 sheets of “客户台账.xlsx”: 5 new, 3 updated, 0 skipped',
  ],
  [
    {
      type: 'import',
      file: '一.xlsx',
      sheet: '客户',
      sheets: [
        { file: '一.xlsx', sheet: '客户' },
        { file: '二.xlsx', sheet: '客户' },
      ],
      created: 5,
      updated: 3,
      skipped: 0,
    },
    '导入“一.xlsx”等 2 个文件：新增 5，更新 3，跳过 0',
    'Imported “一.xlsx” and more, 2 files: 5 new, 3 updated, 0 skipped',
  ],
  [
    { type: 'bringBack', count: 1, names: ['杭州八骏科技有限公司'], madeAt: '2026-11-22T06:30:05.000Z' },
    '从备份取回“杭州八骏科技有限公司”',
    '杭州八骏科技有限公司 brought back from a backup',
  ],
  [
    { type: 'bringBack', count: 32, names: [], madeAt: '2026-11-22T06:30:05.000Z' },
    '从备份取回 32 位客户',
    '32 customers brought back from a backup',
  ],
  [
    { type: 'salvage', customers: 1_024 },
    '从损坏的档案里抢救出 1,024 位客户',
    '1,024 customers salvaged from a damaged archive',
  ],
  [{ type: 'sampleData', created: 120 }, '放入 120 位示例客户', '120 sample customers added'],
  [{ type: 'undoField', name, field: 'stage' }, `撤回“${name}”的阶段`, `Stage of “${name}” taken back`],
];

describe('what a change did, in one line', () => {
  beforeAll(() => startI18n('zh-CN'));

  test('every kind of action stands in this table', () => {
    const types = changeActionSchema.options.map(({ shape }) => shape.type.value);
    expect([...new Set(actions.map(([{ type }]) => type))].sort()).toEqual(types.sort());
  });

  test.each(actions)('$type: %s', async (action, chinese, english) => {
    await switchLanguage('zh-CN');
    expect(describeAction(i18n.t, action)).toBe(chinese);
    await switchLanguage('en');
    expect(describeAction(i18n.t, action)).toBe(english);
  });
});
