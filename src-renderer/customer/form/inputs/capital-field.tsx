import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../kit/format.ts';
import { capitalInCents, isUnreadableCapital } from '../../values/capital.ts';
import { type CapitalUnit, capitalUnits } from '../../values/customer-values.ts';
import { useField } from '../form-store.ts';
import classes from './inputs.module.css';
import { useFieldProps } from './field-props.tsx';

/** 注册资本: a number in 万元 or 元, or an amount with its unit. What it was understood as stands below. */
export const CapitalField = () => {
  const { t } = useTranslation();
  const [value, set] = useField('registeredCapital');
  const [unit, setUnit] = useField('capitalUnit');
  const cents = capitalInCents(value, unit);
  const unreadable = isUnreadableCapital(value, unit);
  const hint = unreadable ? (
    <span className={classes.warning}>{t('customer.form.capitalUnreadable')}</span>
  ) : cents === null ? undefined : (
    <span className="numeric">{t('customer.form.capitalRead', { amount: formatMoney(cents) })}</span>
  );
  return (
    <TextInput
      {...useFieldProps('registeredCapital', undefined, hint)}
      name="registeredCapital"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      maxLength={40}
      rightSectionWidth={92}
      rightSection={
        <select
          className={classes.unit}
          aria-label={t('customer.form.capitalUnit')}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value as CapitalUnit)}
        >
          {capitalUnits.map((choice) => (
            <option key={choice} value={choice}>
              {t(`customer.form.unit.${choice}`)}
            </option>
          ))}
        </select>
      }
      classNames={{ input: 'numeric' }}
    />
  );
};
