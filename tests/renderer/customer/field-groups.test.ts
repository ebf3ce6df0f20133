import { describe, expect, test } from 'vitest';
import { customerFieldsSchema } from '../../../src-shared/customers.ts';
import { builtInUnits, groupNames, groups, openGroups } from '../../../src-renderer/customer/field-groups.ts';
import { emptyValues } from '../../../src-renderer/customer/values/customer-values.ts';

describe('the groups of the form', () => {
  test('every field of a customer stands in exactly one group', () => {
    const grouped = groupNames.flatMap((name) => groups[name].units);
    expect(grouped.toSorted()).toEqual([...builtInUnits].toSorted());
    const regions = ['province', 'city', 'district'];
    const fields = Object.keys(customerFieldsSchema.shape).filter((field) => !regions.includes(field));
    expect(builtInUnits.filter((unit) => fields.includes(unit)).toSorted()).toEqual(fields.toSorted());
  });

  test('a person has other groups than a company, and what is filled stays in sight', () => {
    const company = openGroups(emptyValues());
    const person = openGroups({ ...emptyValues(), kind: 'person' });
    expect(company).toContain('invoice');
    expect(company).not.toContain('personal');
    expect(person).toContain('personal');
    expect(person).not.toContain('invoice');
    expect(openGroups({ ...emptyValues(), kind: 'person', taxId: '91330106MA27X1234A' })).toContain(
      'invoice',
    );
  });
});
