import type { TFunction } from 'i18next';
import { customFieldId, type CustomField } from '../../../src-shared/custom-fields.ts';
import { valueLabel } from '../../i18n/describe-action.ts';
import { formatMoney } from '../../kit/format.ts';
import { valueText } from '../../custom-fields/value-text.ts';
import { isCustomUnit, type Unit } from '../field-groups.ts';
import { capitalInCents } from '../values/capital.ts';
import { entryOf } from '../values/custom-values.ts';
import type { CustomerValues } from '../values/customer-values.ts';

/** What a unit says where it is only read; '' when nothing stands in it. Lists of their own look are not told here. */
export const unitText = (
  t: TFunction,
  values: CustomerValues,
  unit: Unit,
  custom?: { readonly field: CustomField | undefined; readonly language: string },
): string => {
  if (isCustomUnit(unit)) {
    const entry = entryOf(values.custom, customFieldId(unit) ?? 0);
    if (entry === undefined) return '';
    if (entry.value === '') return entry.typed ?? '';
    return valueText(custom?.field?.type ?? 'text', entry.value, custom?.language ?? '');
  }
  switch (unit) {
    case 'region':
      return [values.province, values.city === values.province ? '' : values.city, values.district]
        .filter(Boolean)
        .join(' ');
    case 'aliases':
      return values.aliases.join(t('history.listSeparator'));
    case 'registeredCapital':
      return values.registeredCapital === ''
        ? ''
        : t('customer.detail.capital', {
            amount: values.registeredCapital.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/gu, ','),
            unit: t(`customer.form.unit.${values.capitalUnit}`),
            money: formatMoney(capitalInCents(values.registeredCapital, values.capitalUnit) ?? 0),
          });
    case 'kind':
    case 'stage':
    case 'level':
    case 'gender':
      return valueLabel(t, unit, values[unit]);
    case 'methods':
    case 'contacts':
    case 'tagIds':
      return '';
    default:
      return values[unit];
  }
};
