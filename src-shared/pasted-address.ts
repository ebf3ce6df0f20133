import { isPersonName, looksLikeCompany } from './company-names.ts';
import { splitRegion } from './regions.ts';

const streetSign =
  /(?:路|街|大道|巷|弄|胡同|村|镇|乡|街道|工业区|园区|开发区|新区|大厦|广场|小区|花园|公寓|市场|商城)/u;
const houseSign = /(?:号|栋|幢|座|室|楼|层|单元|弄|铺|组)/u;
const housePart = String.raw`(?:号楼|号院|号|栋|幢|座|室|楼|层|单元|弄|铺|组|区|期|门|排|F)`;
// R2-A, 8, 号, 3幢501室: what follows a street, cut up by spaces.
const houseOnly = new RegExp(`^(?:[A-Z]?\\d{0,4}(?:-[A-Z\\d]{1,4}){0,3}${housePart}?){1,6}$`, 'iu');
const areaAtEnd = /(?:街道|社区|镇|乡|村|园|区|城|大厦|广场|市场|小区|花园|公寓|苑|大楼|中心)$/u;

const looksLikeStreet = (text: string) =>
  (streetSign.test(text) && (/\d/u.test(text) || houseSign.test(text))) || /\d+\s*号/u.test(text);
const depth = (text: string) => {
  const { province, city, district } = splitRegion(text);
  return [province, city, district].filter(Boolean).length;
};

/** Whether an address begins with the word: a known region, or a street with a number. */
export const isAddressStart = (word: string): boolean => {
  if (word.length > 200 || /(?:公司|厂|商行|经营部|银行|支行|店|学|院)$/u.test(word)) return false;
  const region = splitRegion(word);
  return region.district !== '' || region.province !== '' || looksLikeStreet(word);
};

/** Whether the next word still belongs to the address: a deeper region, a part of a town, a house number. */
export const continuesAddress = (address: string, word: string): boolean => {
  if (word.length > 40 || /^\d{5,}$/u.test(word)) return false;
  if (/^[(（][^)）]*[)）]$/u.test(word) || houseOnly.test(word)) return true;
  if (looksLikeCompany(word) || isPersonName(word))
    return areaAtEnd.test(word) && !/公司/u.test(word) && word.length > 3;
  return looksLikeStreet(word) || areaAtEnd.test(word) || depth(address + word) > depth(address);
};

/** 文一西路8号杭州八骏科技有限公司 and 8号张三 in two: the address, and what is glued behind it or ''. */
export const splitAddressTail = (address: string): [string, string] => {
  if (address.length > 200) return [address, ''];
  const cut = /^(.*\d+[\d-]*\s*(?:号楼|号|室|楼|层|栋|幢|座|单元|F)(?:\d+室?)?)(\p{Script=Han}.*)$/u.exec(
    address,
  );
  const tail = cut?.[2] ?? '';
  const isName = isPersonName(tail) && tail.length <= 3 && !/^单元|[门口楼面侧边]$/u.test(tail);
  return cut?.[1] && (isName || looksLikeCompany(tail) || /公司\p{Script=Han}{2,5}$/u.test(tail))
    ? [cut[1], tail]
    : [address, ''];
};
