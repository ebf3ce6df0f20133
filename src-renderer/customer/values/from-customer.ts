import type { Customer } from '../../../src-shared/customers.ts';
import { capitalText } from './capital.ts';
import { type CustomerValues, openValues, plainFields, storedValuesSchema } from './customer-values.ts';
import { dateText } from './date-text.ts';

/** A customer as the form shows it. `language` decides how a birthday without a year or in the lunar calendar reads. */
export const valuesOf = (customer: Customer, language: string): CustomerValues => {
  const capital = capitalText(customer.registeredCapital);
  const plain = Object.fromEntries(plainFields.map((field) => [field, customer[field] ?? '']));
  const values = openValues(
    storedValuesSchema.parse({
      ...plain,
      registeredCapital: capital.text,
      capitalUnit: capital.unit,
      birthday: dateText(customer.birthday, language),
      foundedOn: dateText(customer.foundedOn, language),
      aliases: customer.aliases,
      methods: customer.methods,
      contacts: customer.contacts,
      tagIds: customer.tagIds,
      custom: customer.custom,
    }),
  );
  return values;
};
