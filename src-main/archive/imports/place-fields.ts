import { splitRegion, type SplitRegion } from '../../../src-shared/regions.ts';
import { remembered } from '../../../src-shared/remembered.ts';
import type { RowFields } from './row-draft.ts';

/** What the columns of a row say about places, as written. */
export interface WrittenPlace {
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly address: string;
}

/** For what is a region and nothing else: customers live in the same few towns. */
const splitNamed = remembered<Readonly<SplitRegion>>(splitRegion);

/**
 * Puts 省/市/区 and address together: official names where the national list knows them, missing levels from the
 * beginning of the address, and the address without what it repeats. What contradicts itself stays as written.
 */
export function placeFields(
  written: WrittenPlace,
): Pick<RowFields, 'province' | 'city' | 'district' | 'address'> {
  const region = splitNamed(written.region);
  const columns = splitNamed(written.province + written.city + written.district);
  const named =
    columns.rest === '' && columns.province !== ''
      ? columns
      : { province: written.province, city: written.city, district: written.district };
  let place = {
    province: named.province || region.province,
    city: named.city || region.city,
    district: named.district || region.district,
  };
  let address = region.rest + written.address;
  if (address !== '') {
    const inAddress = splitRegion(address);
    const agrees = (level: 'province' | 'city' | 'district'): boolean =>
      place[level] === '' || inAddress[level] === '' || place[level] === inAddress[level];
    if (inAddress.province !== '' && agrees('province') && agrees('city') && agrees('district')) {
      place = {
        province: place.province || inAddress.province,
        city: place.city || inAddress.city,
        district: place.district || inAddress.district,
      };
      address = inAddress.rest;
    }
  }
  return { ...place, address };
}
