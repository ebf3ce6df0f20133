import { regionTree, splitRegion, type RegionTree } from '../../../src-shared/regions.ts';
import type { CustomerValues } from './customer-values.ts';

export type RegionLevel = 'province' | 'city' | 'district';
export type Region = Pick<CustomerValues, RegionLevel>;

let tree: RegionTree | null = null;
const provinces = (): RegionTree => {
  tree ??= regionTree();
  return tree;
};

/** Names for one level that contain the text and lie under the levels above, in the official order; at most 60. */
export const regionChoices = (region: Region, level: RegionLevel): string[] => {
  const text = region[level].trim();
  const under = provinces().filter(
    ({ name }) => level === 'province' || region.province === '' || name === region.province,
  );
  const cities = under.flatMap((province) => province.cities);
  const names =
    level === 'province'
      ? under.map(({ name }) => name)
      : level === 'city'
        ? cities.map(({ name }) => name)
        : cities
            .filter(({ name }) => region.city === '' || name === region.city)
            .flatMap(({ districts }) => districts);
  const unique = [...new Set(names)];
  // A complete name was chosen before: then the others are what one may want instead.
  const narrowed = unique.includes(text) ? unique : unique.filter((name) => name.includes(text));
  return narrowed.slice(0, 60);
};

/**
 * The region with short names written out and missing levels filled in where only one fits: 杭州 → 浙江省 杭州市. What is
 * not known stays as it was typed.
 */
export const settleRegion = (region: Region): Region => {
  const { rest, ...read } = splitRegion(`${region.province}${region.city}${region.district}`);
  return rest === '' && read.province !== '' ? read : region;
};

/** Takes the region off the beginning of an address, where no region is given yet; null when there is none. */
export const regionFromAddress = (
  values: Region & { address: string },
): (Region & { address: string }) | null => {
  if (values.province !== '' || values.city !== '' || values.district !== '') return null;
  const { rest, ...read } = splitRegion(values.address);
  return read.province === '' ? null : { ...read, address: rest };
};
