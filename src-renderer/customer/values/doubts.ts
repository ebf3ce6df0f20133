import type { Doubt } from '../../../src-shared/customers.ts';
import { doubtsOf } from '../../../src-shared/doubts.ts';
import type { CustomerValues } from './customer-values.ts';
import { storedDate } from './date-text.ts';
import { methodType } from './to-draft.ts';

const rows = (methods: CustomerValues['methods']) =>
  methods.map((method) => ({ type: methodType(method), value: method.value.trim() }));

/**
 * What looks wrong in the form. The field of nested values counts rows as the form shows them: `methods.0`,
 * `contacts.1.fromDate`, `contacts.1.methods.0`.
 */
export const doubtsInForm = (values: CustomerValues): Doubt[] => {
  const { registeredCapital: _, ...plain } = values;
  return doubtsOf({
    ...plain,
    birthday: storedDate(values.birthday),
    foundedOn: storedDate(values.foundedOn),
    methods: rows(values.methods),
    contacts: values.contacts.map((contact) => ({
      fromDate: storedDate(contact.fromDate),
      toDate: storedDate(contact.toDate),
      methods: rows(contact.methods),
    })),
  });
};
