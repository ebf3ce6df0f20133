import { describe, expect, test } from 'vitest';
import {
  regionChoices,
  regionFromAddress,
  settleRegion,
} from '../../../src-renderer/customer/values/region.ts';

const none = { province: '', city: '', district: '' };

describe('choosing a region', () => {
  test('each level offers what lies under the one above', () => {
    expect(regionChoices({ ...none, province: '浙' }, 'province')).toEqual(['浙江省']);
    expect(regionChoices({ ...none, province: '浙江省', city: '州' }, 'city')).toEqual([
      '杭州市',
      '温州市',
      '湖州市',
      '衢州市',
      '台州市',
    ]);
    expect(regionChoices({ province: '浙江省', city: '杭州市', district: '西湖' }, 'district')).toEqual([
      '西湖区',
    ]);
  });

  test('a name that is complete offers its neighbours as well', () => {
    expect(regionChoices({ ...none, province: '浙江省' }, 'province')).toContain('江苏省');
  });

  test('a short name alone is written out, with the levels above it', () => {
    expect(settleRegion({ ...none, province: '杭州' })).toEqual({
      province: '浙江省',
      city: '杭州市',
      district: '',
    });
    expect(settleRegion({ ...none, city: '昆山' })).toEqual({
      province: '江苏省',
      city: '苏州市',
      district: '昆山市',
    });
    expect(settleRegion({ province: '北京', city: '', district: '朝阳区' })).toEqual({
      province: '北京市',
      city: '北京市',
      district: '朝阳区',
    });
  });

  test('what is not known stays as it was typed', () => {
    const abroad = { province: '新加坡', city: '', district: '' };
    expect(settleRegion(abroad)).toEqual(abroad);
  });

  test('an address gives up its region only where none is given', () => {
    expect(regionFromAddress({ ...none, address: '杭州市西湖区文一西路 8 号' })).toEqual({
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      address: '文一西路 8 号',
    });
    expect(
      regionFromAddress({ ...none, province: '江苏省', address: '杭州市西湖区文一西路 8 号' }),
    ).toBeNull();
    expect(regionFromAddress({ ...none, address: '文一西路 8 号' })).toBeNull();
  });
});
