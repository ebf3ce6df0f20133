import type { TFunction } from 'i18next';
import { contactMethodTypes, type ContactMethodType } from '../../src-shared/contact-methods.ts';
import type { ImportTarget } from '../../src-shared/imports.ts';
import { fieldLabel } from '../i18n/describe-action.ts';

/** `name`, or `0.mobile` for the mobile of the first contact. */
export const targetKey = ({ field, contact }: ImportTarget): string =>
  contact === null ? field : `${contact}.${field}`;

export const sameTarget = (one: ImportTarget, other: ImportTarget): boolean =>
  targetKey(one) === targetKey(other);

const isMethod = (field: string): field is ContactMethodType =>
  contactMethodTypes.some((type) => type === field);

/** Fields that take what several columns say. */
const shared = new Set(['ignore', 'notes', 'tags', 'aliases', ...contactMethodTypes]);

/** Whether only one column can have this meaning. */
export const isExclusive = ({ field }: ImportTarget): boolean => !shared.has(field);

const contactFields = {
  contactName: 'name',
  contactTitle: 'title',
  contactDepartment: 'department',
} as const;

/** What a custom field is called, and its values in words; undefined for built-in fields. */
export type OwnFields = (
  field: string,
) => { readonly name: string; readonly textOf: (value: string) => string } | undefined;

const noFields: OwnFields = () => undefined;

const partLabel = (t: TFunction, field: string, own: OwnFields = noFields): string => {
  const custom = own(field);
  if (custom !== undefined) return custom.name;
  if (field === 'ignore') return t('imports.target.ignore');
  if (field === 'name') return t('imports.target.name');
  if (isMethod(field)) return t(`fields.methodType.${field}`);
  if (Object.hasOwn(contactFields, field))
    return t(`fields.contact.${contactFields[field as keyof typeof contactFields]}`);
  return fieldLabel(t, field);
};

/** What a column means, in words: 客户名称, 联系人·手机, 联系人2·手机. */
export const targetLabel = (t: TFunction, { field, contact }: ImportTarget, own?: OwnFields): string => {
  const part = partLabel(t, field, own);
  if (contact === null) return part;
  return contact === 0
    ? t('imports.target.ofContact', { field: part })
    : t('imports.target.ofFurtherContact', { number: contact + 1, field: part });
};

const customerFields = [
  'name',
  'shortName',
  'aliases',
  'code',
  'importedAs',
  'kind',
  'stage',
  'level',
  'industry',
  'size',
  'region',
  'province',
  'city',
  'district',
  'address',
  'postcode',
  'source',
  'owner',
  'tags',
  'notes',
] as const;

const otherFields = [
  'gender',
  'birthday',
  'identityNumber',
  'creditCode',
  'legalRepresentative',
  'registeredCapital',
  'foundedOn',
  'website',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
] as const;

export interface TargetGroup {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly target: ImportTarget; readonly label: string }[];
}

/** A row of a sheet never names more contacts. */
const mostContacts = 10;

/** All that a column can mean, in groups; one contact more than the columns name so far, and at least two. */
export const targetGroups = (
  t: TFunction,
  used: readonly ImportTarget[],
  fields: readonly TargetGroup['options'][number][] = [],
): TargetGroup[] => {
  const named = used.reduce((most, { contact }) => Math.max(most, (contact ?? -1) + 1), 0);
  const contacts = Math.min(mostContacts, Math.max(2, named + 1));
  // Only a file of leftovers has a column for it.
  const isCorrection = used.some(({ field }) => field === 'importedAs');
  const options = (fields: readonly string[], contact: number | null) =>
    fields
      .filter((field) => field !== 'importedAs' || isCorrection)
      .map((field) => ({ target: { field, contact }, label: partLabel(t, field) }));
  return [
    { id: 'customer', label: t('imports.target.group.customer'), options: options(customerFields, null) },
    ...Array.from({ length: contacts }, (_, contact) => ({
      id: `contact${contact}`,
      label: t('imports.target.group.contact', { number: contact + 1 }),
      options: options([...Object.keys(contactFields), ...contactMethodTypes], contact),
    })),
    { id: 'methods', label: t('imports.target.group.methods'), options: options(contactMethodTypes, null) },
    { id: 'other', label: t('imports.target.group.other'), options: options(otherFields, null) },
    ...(fields.length === 0
      ? []
      : [{ id: 'custom', label: t('imports.target.group.custom'), options: fields }]),
    { id: 'ignore', label: t('imports.target.group.ignore'), options: options(['ignore'], null) },
  ];
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** Groups with only what fits the typed text: by the field, its group, or both in this order. */
export const findTargets = (groups: readonly TargetGroup[], typed: string): TargetGroup[] => {
  const wanted = folded(typed);
  if (wanted === '') return [...groups];
  return groups.flatMap((group) => {
    const options = group.options.filter(({ label, target }) =>
      [label, `${group.label}${label}`, target.field].some((text) => folded(text).includes(wanted)),
    );
    return options.length === 0 ? [] : [{ ...group, options }];
  });
};
