import type { TFunction } from 'i18next';
import { type ContactMethodType, contactMethodTypes } from '../../../src-shared/contact-methods.ts';
import type { CustomerDraft } from '../../../src-shared/customers.ts';
import { customFieldId, type NamedField } from '../../../src-shared/custom-fields.ts';
import { valueText } from '../../custom-fields/value-text.ts';
import { valueLabel } from '../../i18n/describe-action.ts';
import { formatMoney } from '../../kit/format.ts';
import { dateText } from './date-text.ts';

const isMethodType = (text: string): text is ContactMethodType =>
  (contactMethodTypes as readonly string[]).includes(text);

/**
 * A stored value of a plain field in words, as the history and conflicts tell it. `field` may be `contacts.fromDate`;
 * `custom` says what a custom field is.
 */
export const storedText = (
  t: TFunction,
  language: string,
  field: string,
  value: string,
  custom?: NamedField,
): string => {
  if (value === '') return '';
  if (custom !== undefined) return valueText(custom.type, value, language);
  switch (field) {
    case 'registeredCapital':
      return /^\d+$/u.test(value) ? formatMoney(Number(value)) : value;
    case 'birthday':
    case 'foundedOn':
    case 'contacts.fromDate':
    case 'contacts.toDate':
      return dateText(value, language);
    case 'contacts.left':
      return t(value === '1' ? 'customer.history.left' : 'customer.history.present');
    case 'methods':
    case 'contacts':
      return isMethodType(value) ? t(`fields.methodType.${value}`) : value;
    default:
      return valueLabel(t, field, value);
  }
};

/** What a field of a draft says, on one line. */
export const draftText = (
  t: TFunction,
  language: string,
  draft: CustomerDraft,
  field: string,
  tagNames: ReadonlyMap<number, string>,
  custom?: NamedField,
): string => {
  const join = (parts: readonly string[]): string => parts.filter(Boolean).join(t('history.listSeparator'));
  switch (field) {
    case 'aliases':
      return join(draft.aliases);
    case 'tags':
    case 'tagIds':
      return join(draft.tagIds.map((id) => tagNames.get(id) ?? ''));
    case 'methods':
      return join(draft.methods.map(({ value }) => value));
    case 'contacts':
      return join(
        draft.contacts.map(({ name, title, methods }) =>
          [name, title, ...methods.map(({ value }) => value)].filter(Boolean).join(' '),
        ),
      );
    default: {
      const fieldId = customFieldId(field);
      if (fieldId !== null) {
        const value = draft.custom.find((one) => one.fieldId === fieldId)?.value ?? '';
        return storedText(t, language, field, value, custom);
      }
      const value = draft[field as keyof CustomerDraft];
      return storedText(t, language, field, value === null || value === undefined ? '' : String(value));
    }
  }
};
