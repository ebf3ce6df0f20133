import { beforeAll, describe, expect, test } from 'vitest';
import { i18n } from '../../../src-renderer/i18n/instance.ts';
import { zhCN } from '../../../src-renderer/i18n/zh-CN.ts';
import { findTargets, targetGroups, targetKey, targetLabel } from '../../../src-renderer/imports/targets.ts';
import { importFields } from '../../../src-shared/imports.ts';
import { ofContact, own } from './a-sheet.ts';

beforeAll(() => i18n.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN } } }));

const groups = (used = [own('name')]) => targetGroups(i18n.t, used);
const found = (typed: string) =>
  findTargets(groups(), typed).map(({ label, options }) => [label, options.map((option) => option.label)]);

describe('what a column can mean', () => {
  test('every field of the contract can be chosen, and each once; that of corrections only where there are any', () => {
    const missing = (used: Parameters<typeof groups>[0]) => {
      const keys = groups(used).flatMap(({ options }) => options.map(({ target }) => targetKey(target)));
      expect(new Set(keys).size).toBe(keys.length);
      const fields = new Set(keys.map((key) => key.replace(/^\d\./u, '')));
      return [...importFields].filter((field) => !fields.has(field));
    };
    expect(missing([own('importedAs')])).toEqual([]);
    expect(missing([own('name')])).toEqual(['importedAs']);
  });

  test('there are two contacts, and always one more than the columns name', () => {
    const contacts = (used: Parameters<typeof groups>[0]) =>
      groups(used).filter(({ id }) => id.startsWith('contact')).length;
    expect([
      contacts([own('name')]),
      contacts([ofContact('contactName', 1)]),
      contacts([ofContact('contactName', 9)]),
    ]).toEqual([2, 3, 10]);
  });

  test('a target is worded with the contact it belongs to', () => {
    expect([
      targetLabel(i18n.t, own('name')),
      targetLabel(i18n.t, own('ignore')),
      targetLabel(i18n.t, own('mobile')),
      targetLabel(i18n.t, ofContact('mobile')),
      targetLabel(i18n.t, ofContact('contactTitle', 1)),
    ]).toEqual(['客户名称', '不导入', '手机', '联系人·手机', '联系人2·职务']);
  });

  test('typing narrows to fields, to a group, or to a field of a group', () => {
    expect(found('税')).toEqual([['其他', ['税号']]]);
    expect(found('手机').map(([label]) => label)).toEqual([
      '第1联系人',
      '第2联系人',
      '联系方式（客户自己的）',
    ]);
    expect(found('第2联系人手机')).toEqual([['第2联系人', ['手机']]]);
    expect(found(' 微 信 ').length).toBe(3);
    expect(found('ＱＱ').length).toBe(3);
    expect(found('没有这种')).toEqual([]);
  });
});
