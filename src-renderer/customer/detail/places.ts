import type { CustomField } from '../../../src-shared/custom-fields.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { groupNames, groups, isEmptyGroup, unitsOf, type Unit } from '../field-groups.ts';
import type { CustomerValues } from '../values/customer-values.ts';

/** What is edited as one on the page: a unit, or one contact. */
export type Place = Unit | 'contact:new' | `contact:${number}`;

/** Places in the order of Tab. Groups that are empty and folded are left out, so is the list of contacts as a whole. */
export const placesOf = (values: CustomerValues, kind: Kind, fields: readonly CustomField[]): Place[] =>
  groupNames
    .filter((name) => !isEmptyGroup(values, name) || (name === 'basic' && groups[name].kinds.includes(kind)))
    .flatMap((name) =>
      name === 'contacts'
        ? values.contacts.flatMap(({ id }): Place[] => (id === undefined ? [] : [`contact:${id}`]))
        : [...unitsOf(name, fields)],
    );
