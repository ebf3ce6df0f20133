import type { TFunction } from 'i18next';
import type { Customer } from '../../../src-shared/customers.ts';

/** 开票资料 as one block of lines, as accountants send it to each other; null when there is none. */
export const invoiceBlock = (t: TFunction, customer: Customer): string | null => {
  const { name, taxId, creditCode, registeredAddress, registeredPhone, bankName, bankAccount } = customer;
  const number = taxId === '' ? creditCode : taxId;
  if ([number, registeredAddress, registeredPhone, bankName, bankAccount].every((part) => part === ''))
    return null;
  const lines: [label: string, value: string][] = [
    [t('customer.invoice.name'), name],
    [t('fields.taxId'), number],
    [t('customer.invoice.addressAndPhone'), [registeredAddress, registeredPhone].filter(Boolean).join(' ')],
    [t('customer.invoice.bankAndAccount'), [bankName, bankAccount].filter(Boolean).join(' ')],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => t('customer.invoice.line', { label, value }))
    .join('\n');
};
