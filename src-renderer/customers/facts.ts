import type { TFunction } from 'i18next';
import type { Customer, CustomerField } from '../../src-shared/customers.ts';
import { valueLabel } from '../i18n/describe-action.ts';
import { formatMoney } from '../kit/format.ts';
import { birthdayText } from './table/cell-text.ts';

/** A field of a customer as the preview words it; the region stands before the address. '' when not given. */
export const factText = (t: TFunction, customer: Customer, field: CustomerField): string => {
  switch (field) {
    case 'address':
      return [customer.province, customer.city === customer.province ? '' : customer.city, customer.district]
        .concat(customer.address)
        .filter(Boolean)
        .join(' ');
    case 'birthday':
      return birthdayText(t, customer.birthday);
    case 'registeredCapital':
      return customer.registeredCapital === null ? '' : formatMoney(customer.registeredCapital);
    default:
      return valueLabel(t, field, customer[field]);
  }
};
