import data from './region-data.json' with { type: 'json' };

/** Province → city → districts, as in the national division list (GB/T 2260 names). */
export type RegionTree = { name: string; cities: { name: string; districts: string[] }[] }[];

/** A region by its full names, '' where it is not told, and the text that follows it. */
export interface SplitRegion {
  province: string;
  city: string;
  district: string;
  rest: string;
}

interface Place {
  province: string;
  city: string;
  district: string;
}

const table: Record<string, Record<string, string>> = data;

/** Every province with its cities and their districts, in the official order; for pickers. */
export const regionTree = (): RegionTree =>
  Object.entries(table).map(([name, cities]) => ({
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
export const shortRegionName = (name: string): string =>
  selfRule.exec(name)?.[1] ?? plainRule.exec(name)?.[1] ?? name;

interface Names {
  provinces: Map<string, string>;
  cities: Map<string, Place[]>;
  districts: Map<string, Place[]>;
  longest: number;
}

let names: Names | null = null;
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

const nameTables = (): Names => {
  if (names) return names;
  const made: Names = { provinces: new Map(), cities: new Map(), districts: new Map(), longest: 0 };
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
        made.longest = Math.max(made.longest, district.length);
      }
      made.longest = Math.max(made.longest, city.length);
    }
    made.longest = Math.max(made.longest, province.length);
  }
  names = made;
  return made;
};

// 南京路, 北京西路, 江苏大厦, 朝阳门 are no regions.
const noRegionAfter =
  /^(?:[东西南北中]?[一二三四五六]?(?:路|街|大道|大街|道|弄|巷|里|胡同|桥|门|广场)|大厦|大楼|饭店|酒店|宾馆|银行|商城|花园|小区|新村|公寓|站|机场)/u;
const separators = /^[\s\-—/\\>,，、。.·:：|]+/u;

const lead = <T>(
  text: string,
  longest: number,
  lookUp: (name: string) => T | undefined,
): { name: string; found: T; rest: string } | null => {
  for (let length = Math.min(longest, text.length); length >= 2; length -= 1) {
    const name = text.slice(0, length);
    const found = lookUp(name);
    if (found === undefined) continue;
    const rest = text.slice(length);
    if (/[省市区县旗州盟]$/u.test(name) || !noRegionAfter.test(rest)) return { name, found, rest };
  }
  return null;
};

const isShort = (name: string, full: string) => name !== full;

const only = <T>(list: T[] | undefined): T | undefined => (list?.length === 1 ? list[0] : undefined);

const findProvince = (text: string) => {
  const { provinces, cities, longest } = nameTables();
  const hit = lead(text, longest, (name) => provinces.get(name));
  if (!hit || !isShort(hit.name, hit.found)) return hit;
  // 吉林市 is a city of 吉林省, 海南州 one of 青海.
  const city = lead(text, longest, (name) =>
    cities.get(name)?.some((one) => one.city === name) ? name : undefined,
  );
  return city && city.name.length > hit.name.length && !provinces.has(city.name) ? null : hit;
};

/**
 * Splits the region off the beginning of an address. Missing levels are filled in where only one fits (杭州市 → 浙江省,
 * 昆山市 → 江苏省苏州市), short forms are understood (浙江杭州西湖区), municipalities are their own city (北京市 北京市
 * 朝阳区). What is no known region stays in `rest`, development zones without an entry in the list included.
 */
export const splitRegion = (text: string): SplitRegion => {
  const { cities, districts, longest } = nameTables();
  let rest = text
    .trim()
    .replace(/^(?:中华人民共和国|中国)(?!\p{Script=Han}{0,4}路)/u, '')
    .replace(separators, '');
  const whole = rest;
  const take = (found: { rest: string }) => {
    rest = found.rest.replace(separators, '');
  };

  const provinceHit = findProvince(rest);
  let province = provinceHit?.found ?? '';
  if (provinceHit) take(provinceHit);
  const within = (place: Place) => !province || place.province === province;

  const cityHit = lead(rest, longest, (name) => only(cities.get(name)?.filter(within)));
  let city = cityHit?.found.city ?? '';
  if (cityHit) {
    province = cityHit.found.province;
    take(cityHit);
  }
  if (!city && province && table[province]?.[province] !== undefined) city = province;
  rest = rest
    .replace(/^(?:市辖区|省直辖(?:县级)?行政区划?|县(?=\p{Script=Han}+县))/u, '')
    .replace(separators, '');

  const inCity = (place: Place) => within(place) && (!city || place.city === city);
  const districtHit = lead(rest, longest, (name) => {
    const places = districts.get(name)?.filter(inCity);
    const place = only(places);
    if (!place)
      return !province && !city && places?.[0]?.district === name
        ? { ...places[0], province: '', city: '' }
        : undefined;
    // On its own, a short name is trusted only where it is a town with its own name: 昆山, 义乌.
    return city || place.district === name || /[市县]$/u.test(place.district) ? place : undefined;
  });
  if (districtHit) {
    ({ province, city } = {
      province: districtHit.found.province || province,
      city: districtHit.found.city || city,
    });
    take(districtHit);
  }
  const district = districtHit?.found.district ?? '';
  return province || district
    ? { province, city, district, rest }
    : { province: '', city: '', district: '', rest: whole };
};

/**
 * The province, city or town of county rank at the beginning of a company's name: its length there and its short
 * name (上海市… → 3, 上海). Districts count only by their whole name, since 新华 and 西湖 name shops as well.
 */
export const knownPlaceAt = (name: string): { length: number; short: string } | null => {
  const { provinces, cities, districts, longest } = nameTables();
  const hit = lead(name, longest, (start) => {
    if (provinces.has(start) || cities.has(start)) return start;
    return districts.get(start)?.some((place) => place.district === start || /[市县]$/u.test(place.district))
      ? start
      : undefined;
  });
  return hit ? { length: hit.name.length, short: shortRegionName(hit.name) } : null;
};

const zone =
  /(?:开发区|高新区|经开区|园区|新区|新城|管理区|示范区|试验区|度假区|保税区|自贸区|街道|镇|乡|林区|农场)$/u;

/**
 * Whether the names stand in the national division list, one under the other; empty levels are skipped. Short
 * forms, districts of before recent mergers, and zones and towns in a known city count as known.
 */
export const knownRegion = (province: string, city: string, district: string): boolean => {
  const tables = nameTables();
  const full = province ? tables.provinces.get(province) : '';
  if (full === undefined) return false;
  if (!city && !district) return true;
  const fits = (place: Place) => !full || place.province === full;
  // People also write a municipality's 市辖区, and towns of county rank (昆山市) in the city's place.
  if (city && city !== '市辖区' && city !== '县') {
    const places = tables.cities.get(city)?.filter(fits) ?? [];
    const asDistrict = tables.districts.get(city)?.some(fits) ?? false;
    if (places.length === 0) return asDistrict && (!district || zone.test(district));
    if (!district || zone.test(district)) return true;
    return (
      tables.districts.get(district)?.some((place) => places.some((one) => one.city === place.city)) ?? false
    );
  }
  if (!district) return true;
  return (zone.test(district) && full !== '') || (tables.districts.get(district)?.some(fits) ?? false);
};
