import {
  customFieldId,
  customKey,
  type CustomField,
  type CustomKey,
} from '../../src-shared/custom-fields.ts';
import type { Kind } from '../../src-shared/customers.ts';
import { entryOf, isEmptyEntry } from './values/custom-values.ts';
import { type CustomerValues, isEmptyContact } from './values/customer-values.ts';

/** What is edited as one, custom fields apart: a plain field, the three levels of the region, or a list. */
export const builtInUnits = [
  'name',
  'code',
  'kind',
  'shortName',
  'aliases',
  'stage',
  'level',
  'owner',
  'source',
  'tagIds',
  'methods',
  'contacts',
  'region',
  'address',
  'postcode',
  'website',
  'industry',
  'size',
  'creditCode',
  'legalRepresentative',
  'registeredCapital',
  'foundedOn',
  'gender',
  'birthday',
  'identityNumber',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
  'notes',
] as const;
export type BuiltInUnit = (typeof builtInUnits)[number];
export type Unit = BuiltInUnit | CustomKey;
export const isCustomUnit = (unit: string): unit is CustomKey => customFieldId(unit) !== null;

export const groupNames = [
  'basic',
  'methods',
  'contacts',
  'personal',
  'place',
  'business',
  'invoice',
  'custom',
  'notes',
] as const;
export type GroupName = (typeof groupNames)[number];

/**
 * The groups of a customer's fields in the order of the screen, and of which kind of customer one expects them. Those
 * of the group `custom` are the archive's own, see {@link unitsOf}.
 */
export const groups: Record<
  GroupName,
  { readonly units: readonly BuiltInUnit[]; readonly kinds: readonly Kind[] }
> = {
  basic: {
    units: ['name', 'code', 'kind', 'shortName', 'aliases', 'stage', 'level', 'owner', 'source', 'tagIds'],
    kinds: ['company', 'person'],
  },
  methods: { units: ['methods'], kinds: ['company', 'person'] },
  contacts: { units: ['contacts'], kinds: ['company'] },
  personal: { units: ['gender', 'birthday', 'identityNumber'], kinds: ['person'] },
  place: { units: ['region', 'address', 'postcode', 'website'], kinds: ['company', 'person'] },
  business: {
    units: ['industry', 'size', 'creditCode', 'legalRepresentative', 'registeredCapital', 'foundedOn'],
    kinds: ['company'],
  },
  invoice: {
    units: ['taxId', 'bankName', 'bankAccount', 'registeredPhone', 'registeredAddress'],
    kinds: ['company'],
  },
  custom: { units: [], kinds: ['company', 'person'] },
  notes: { units: ['notes'], kinds: ['company', 'person'] },
};

/** What stands in a group. */
export const unitsOf = (name: GroupName, fields: readonly CustomField[]): readonly Unit[] =>
  name === 'custom' ? fields.map(({ id }) => customKey(id)) : groups[name].units;

/** Whether nothing stands in the unit. A row that is only there to be typed into is nothing. */
export const isEmptyUnit = (values: CustomerValues, unit: Unit): boolean => {
  if (isCustomUnit(unit)) {
    const entry = entryOf(values.custom, customFieldId(unit) ?? 0);
    return entry === undefined || isEmptyEntry(entry);
  }
  switch (unit) {
    case 'methods':
      return values.methods.every(({ value }) => value.trim() === '');
    case 'contacts':
      return values.contacts.every(isEmptyContact);
    case 'region':
      return values.province === '' && values.city === '' && values.district === '';
    case 'aliases':
    case 'tagIds':
      return values[unit].length === 0;
    default:
      return values[unit].trim() === '';
  }
};

/** Whether nothing stands in any field of the group. */
export const isEmptyGroup = (values: CustomerValues, name: GroupName): boolean =>
  name === 'custom'
    ? values.custom.every(isEmptyEntry)
    : groups[name].units.every((unit) => isEmptyUnit(values, unit));

/** The groups that a form shows open: those of the kind, and any in which something stands. */
export const openGroups = (values: CustomerValues): GroupName[] =>
  groupNames.filter((name) => groups[name].kinds.includes(values.kind) || !isEmptyGroup(values, name));
