import { describe, expect, it } from 'vitest';
import { nameSortKey } from '../../../src-main/archive/search/sort-key.ts';

const sorted = (names: string[]): string[] =>
  names
    .map((name) => ({ name, key: Buffer.from(nameSortKey(name)) }))
    .sort((one, other) => Buffer.compare(one.key, other.key))
    .map(({ name }) => name);

describe('the order of names', () => {
  it.each([
    [
      [
        '7天酒店',
        '9号仓',
        '10号仓',
        '010号楼',
        'ABC电子',
        'abd',
        'Zebra',
        '阿里',
        '八骏',
        '重庆',
        '中国',
        '宗',
      ],
    ],
    [['八骏', '白云', '北京']],
    [['张三', '张四', '张伟', '张卫', '章一']],
    [['山东', '单小丽', '商行']],
    [['常州', '长春', '长沙音乐', '长沙银行', '张三']],
    [['西安', '先安']],
    [['曾志伟', '翟天临', '张伟']],
    [['臺北八駿', '台州', '太湖']],
    [['ＡＢＣ', 'abd', 'ＡＢＥ']],
  ])('%j', (names) => {
    expect(sorted(names.toReversed())).toEqual(names);
  });

  it('is the same for names that differ only in case and width', () => {
    expect(nameSortKey('ＡＢＣ电子')).toBe(nameSortKey('abc电子'));
  });

  it('gives a key for whatever is a name', () => {
    expect(nameSortKey('')).toBe('');
    expect(nameSortKey('🐷')).not.toContain('undefined');
    expect(nameSortKey('骏'.repeat(500)).length).toBeLessThan(600);
  });
});
