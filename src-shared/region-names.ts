import data from './region-data.json' with { type: 'json' };
import { remembered } from './remembered.ts';

/** Province → city → districts, as in the national division list (GB/T 2260 names). */
export type RegionTree = { name: string; cities: { name: string; districts: string[] }[] }[];

/** One place of the list: '' for the levels below it. */
export interface Place {
  province: string;
  city: string;
  district: string;
}

/** Province → city → districts separated by spaces. */
export const regionTable: Record<string, Record<string, string>> = data;

/** Every province with its cities and their districts, in the official order; for pickers. */
export const regionTree = (): RegionTree =>
  Object.entries(regionTable).map(([name, cities]) => ({
    name,
    cities: Object.entries(cities).map(([city, list]) => ({
      name: city,
      districts: list ? list.split(' ') : [],
    })),
  }));

// Districts that were merged or renamed since 2000 and live on in old sheets: right in their time, hence known.
const former: Record<string, string> = {
  北京市: '宣武区 崇文区',
  上海市: '卢湾区 闸北区 南汇区 崇明县',
  天津市: '塘沽区 汉沽区 大港区 静海县 蓟县 宁河县',
  重庆市: '万盛区 双桥区',
  杭州市: '下城区 江干区 余杭市 萧山市 富阳市 临安市',
  宁波市: '江东区 鄞县 奉化市',
  绍兴市: '绍兴县 上虞市',
  温州市: '洞头县',
  苏州市: '沧浪区 平江区 金阊区 吴江市 吴县市',
  无锡市: '崇安区 南长区 北塘区',
  南京市: '白下区 下关区 溧水县 高淳县',
  南通市: '港闸区 崇川区 海门市 通州市',
  徐州市: '九里区 铜山县',
  扬州市: '维扬区 江都市',
  常州市: '戚墅堰区 武进市 金坛市',
  广州市: '东山区 芳村区 萝岗区 增城市 从化市',
  深圳市: '光明新区 坪山新区 龙华新区 大鹏新区',
  济南市: '章丘市 济阳县 莱芜区',
  青岛市: '四方区 胶南市 即墨市',
  成都市: '双流县 郫县 新津县',
  长沙市: '望城县',
  厦门市: '开元区 杏林区 同安县',
  福州市: '长乐市',
  石家庄市: '桥东区',
};

const groups =
  '朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|壮族|傣族|景颇族|傈僳族|白族|哈尼族|回族|蒙古族|蒙古|哈萨克|柯尔克孜|满族|瑶族|畲族|黎族|土族|撒拉族|裕固族|保安族|东乡族|锡伯|塔吉克|达斡尔族|水族|仡佬族|仫佬族|毛南族|各族|佤族|拉祜族|布朗族|纳西族|普米族|怒族|独龙族|鄂伦春|鄂温克族|维吾尔|毛难族';
const selfRule = new RegExp(`^(.{2,6}?)(?:${groups})*自治[区州县旗]$`, 'u');
const plainRule = /^(.{2,}?)(?:特别行政区|省|市|地区|盟|新区|林区|矿区|区|县|旗)$/u;

/** 浙江 of 浙江省, 延边 of 延边朝鲜族自治州, 浦东 of 浦东新区; the whole name where less than two signs would be left. */
export const shortRegionName = remembered(
  (name) => selfRule.exec(name)?.[1] ?? plainRule.exec(name)?.[1] ?? name,
);

/** Names as people write them → places; short forms, former districts and zones included. */
export interface RegionNames {
  provinces: Map<string, string>;
  cities: Map<string, Place[]>;
  districts: Map<string, Place[]>;
  /** For the first two signs of names: how long those names are, in UTF-16 units, the longest first. */
  lengths: Map<string, readonly number[]>;
}

let names: RegionNames | null = null;
const add = (map: Map<string, Place[]>, name: string, place: Place) => {
  const list = map.get(name);
  if (!list) map.set(name, [place]);
  else if (!list.some((one) => one.city === place.city && one.district === place.district)) list.push(place);
};

/** 高新区 and the like for the long official names of development zones, within their city. */
const zoneNames = (district: string, city: string, province: string): string[] => {
  if (!/开发区$|园区$|新区$/u.test(district)) return [];
  const bare = district
    .replace(new RegExp(`^(?:${shortRegionName(province)})?(?:${city}|${shortRegionName(city)})`, 'u'), '')
    .replace(/^(?:市)/u, '');
  const brief = bare
    .replace(/高新技术(?:产业)?(?:开发|园)区$/u, '高新区')
    .replace(/经济技术开发区$/u, '经开区')
    .replace(/经济开发区$/u, '经开区');
  const spoken = bare.replace(/经济技术开发区$/u, '开发区').replace(/经济开发区$/u, '开发区');
  return [...new Set([bare, brief, spoken])].filter((name) => name.length > 1 && name !== district);
};

/** The tables, made on first use. */
export const regionNames = (): RegionNames => {
  if (names) return names;
  const made: RegionNames = {
    provinces: new Map(),
    cities: new Map(),
    districts: new Map(),
    lengths: new Map(),
  };
  for (const { name: province, cities } of regionTree()) {
    made.provinces.set(province, province).set(shortRegionName(province), province);
    for (const { name: city, districts } of cities) {
      const place = { province, city, district: '' };
      add(made.cities, city, place);
      add(made.cities, shortRegionName(city), place);
      const known = [...districts, ...(former[city]?.split(' ') ?? [])];
      for (const district of known) {
        add(made.districts, district, { ...place, district });
        for (const zone of zoneNames(district, city, province))
          add(made.districts, zone, { ...place, district });
        // A district's short name is too often a street or a shop; towns and counties go by theirs.
        add(made.districts, shortRegionName(district), { ...place, district });
      }
    }
  }
  // Everybody's short form of 内蒙古.
  made.provinces.set('内蒙', '内蒙古自治区');
  for (const name of [...made.provinces.keys(), ...made.cities.keys(), ...made.districts.keys()]) {
    const start = name.slice(0, 2);
    const lengths = new Set([...(made.lengths.get(start) ?? []), name.length]);
    made.lengths.set(
      start,
      [...lengths].sort((one, other) => other - one),
    );
  }
  names = made;
  return made;
};
