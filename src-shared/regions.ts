import { remembered } from './remembered.ts';
import { regionNames, regionTable, shortRegionName, type Place } from './region-names.ts';

export { regionTree, shortRegionName, type RegionTree } from './region-names.ts';

/** A region by its full names, '' where it is not told, and the text that follows it. */
export interface SplitRegion {
  province: string;
  city: string;
  district: string;
  rest: string;
}

// 南京路, 北京西路, 江苏大厦, 朝阳门 are no regions, and 朝阳区 and 西安区 are none of the cities called like that.
const noRegionAfter =
  /^(?:区(?!域|内)|[东西南北中]?[一二三四五六]?(?:路|街|大道|大街|道|弄|巷|里|胡同|桥|门|广场)|大厦|大楼|饭店|酒店|宾馆|银行|商城|花园|小区|新村|公寓|站|机场)/u;
const separators = /^[\s\-—/\\>,，、。.·:：|]+/u;

const lead = <T>(
  text: string,
  lookUp: (name: string) => T | undefined,
): { name: string; found: T; rest: string } | null => {
  // Most texts begin like no name: that is one look-up.
  for (const length of regionNames().lengths.get(text.slice(0, 2)) ?? []) {
    if (length > text.length) continue;
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
  const { provinces, cities } = regionNames();
  const hit = lead(text, (name) => provinces.get(name));
  if (!hit || !isShort(hit.name, hit.found)) return hit;
  // 吉林市 is a city of 吉林省, 海南州 one of 青海.
  const city = lead(text, (name) => (cities.get(name)?.some((one) => one.city === name) ? name : undefined));
  return city && city.name.length > hit.name.length && !provinces.has(city.name) ? null : hit;
};

/**
 * Splits the region off the beginning of an address. Missing levels are filled in where only one fits (杭州市 → 浙江省,
 * 昆山市 → 江苏省苏州市), short forms are understood (浙江杭州西湖区), municipalities are their own city (北京市 北京市
 * 朝阳区). What is no known region stays in `rest`, development zones without an entry in the list included.
 */
export const splitRegion = (text: string): SplitRegion => {
  const { cities, districts } = regionNames();
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

  const cityHit = lead(rest, (name) => only(cities.get(name)?.filter(within)));
  let city = cityHit?.found.city ?? '';
  if (cityHit) {
    province = cityHit.found.province;
    take(cityHit);
  }
  if (!city && province && regionTable[province]?.[province] !== undefined) city = province;
  rest = rest
    .replace(/^(?:市辖区|省直辖(?:县级)?行政区划?|县(?=\p{Script=Han}+县))/u, '')
    .replace(separators, '');

  const inCity = (place: Place) => within(place) && (!city || place.city === city);
  const districtHit = lead(rest, (name) => {
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

// Short names of places that businesses far away bear: 阿里巴巴, 大同电器, 安康药房.
const alsoWords = new Set(
  '阿里 大同 安康 长安 平安 安宁 新华 福安 永安 建德 大安 同心 和平 昌吉 海东 三河 兴隆 昌都'.split(' '),
);

const cityWord = /^市(?:政(?!和)|场|容环|立|级|属)/u;

/**
 * The province, city or town of county rank at the beginning of a company's name: its length there and its short
 * name (上海市… → 3, 上海). Districts count only by their whole name, since 新华 and 西湖 name shops as well.
 */
export const knownPlaceAt = (name: string): { length: number; short: string } | null => {
  const { provinces, cities, districts } = regionNames();
  const hit = lead(name, (start) => {
    // 吉林市政工程 is 吉林 and its 市政.
    if (alsoWords.has(start) || (start.endsWith('市') && cityWord.test(name.slice(start.length - 1))))
      return undefined;
    if (provinces.has(start) || cities.has(start)) return start;
    return districts.get(start)?.some((place) => place.district === start || /[市县]$/u.test(place.district))
      ? start
      : undefined;
  });
  return hit ? { length: hit.name.length, short: shortRegionName(hit.name) } : null;
};

/** Whether the name, short or whole, is that of a province. */
export const isProvince = (name: string): boolean => regionNames().provinces.has(name);

const zone =
  /(?:开发区|高新区|经开区|园区|新区|新城|管理区|示范区|试验区|度假区|保税区|自贸区|街道|镇|乡|林区|农场)$/u;

/**
 * Whether the names stand in the national division list, one under the other; empty levels are skipped. Short
 * forms, districts of before recent mergers, and zones and towns in a known city count as known.
 */
export const knownRegion = (province: string, city: string, district: string): boolean =>
  areKnown([province, city, district].join(between));

// Stands in no text that was cleaned.
const between = '\u0000';

/** For three names with {@link between} between them: every customer of a town asks for the same. */
const areKnown = remembered((names) => {
  const [province = '', city = '', district = ''] = names.split(between);
  const tables = regionNames();
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
});
