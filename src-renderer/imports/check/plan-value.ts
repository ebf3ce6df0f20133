import type { TFunction } from 'i18next';
import { birthdayText } from '../../customers/table/cell-text.ts';
import { fieldLabel, valueLabel } from '../../i18n/describe-action.ts';
import { formatMoney } from '../../kit/format.ts';
import { targetLabel, type OwnFields } from '../targets.ts';

const target = (field: string) => {
  const match = /^contacts\[(\d+)\]\.(.+)$/u.exec(field);
  return match === null
    ? { field, contact: null }
    : { field: match[2] ?? field, contact: Number(match[1] ?? 0) };
};

/** The name of a planned value or change: 手机, 第1联系人·职务. */
export const planFieldLabel = (t: TFunction, field: string, own: OwnFields): string => {
  if (field === 'contacts.name') return fieldLabel(t, 'contacts');
  if (field === 'contacts.title') return t('fields.contact.title');
  if (field === 'contacts.department') return t('fields.contact.department');
  if (field === 'contacts' || field === 'methods') return fieldLabel(t, field);
  return targetLabel(t, target(field), own);
};

/** A planned value as it will be shown: 成交 for active, ￥500,000.00 for 分, 农历 08-15. */
export const planValue = (t: TFunction, field: string, value: string, own: OwnFields): string => {
  const custom = own(field);
  if (custom !== undefined) return custom.textOf(value);
  if (field === 'registeredCapital' && /^\d+$/u.test(value)) return formatMoney(Number(value));
  if (field === 'birthday') return birthdayText(t, value);
  return valueLabel(t, field, value);
};
