import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../src-shared/customers.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { type GroupName, isEmptyUnit, unitsOf, type Unit } from '../field-groups.ts';
import type { CustomerValues } from '../values/customer-values.ts';
import { AddButton } from './add-button.tsx';
import { ContactsView } from './contacts-view.tsx';
import classes from './detail.module.css';
import { MethodsView } from './methods-view.tsx';
import type { Place } from './places.ts';
import { UnitView } from './unit-view.tsx';
import { useInPlace } from './use-in-place.ts';

const wide = new Set<Unit>(['notes', 'region', 'registeredAddress', 'address', 'tagIds']);

/** A group of fields: what is filled stands there, what is empty waits as “＋ 邮编” below. */
export const GroupView = ({
  name,
  customer,
  values,
  onNext,
}: {
  name: GroupName;
  customer: Customer;
  values: CustomerValues;
  onNext: (from: Place, step: 1 | -1) => boolean;
}) => {
  const { t } = useTranslation();
  const { editing, enabled } = useInPlace();
  const id = useId();
  const { fields, byKey } = useCustomFields();
  const units = unitsOf(name, fields);
  const label = (unit: Unit): string => byKey(unit)?.name ?? fieldLabel(t, unit === 'tagIds' ? 'tags' : unit);
  const shown = units.filter((unit) => !isEmptyUnit(values, unit) || editing?.place === unit);
  const empty = units.filter((unit) => !shown.includes(unit));
  const view = () => {
    if (name === 'methods') return <MethodsView customer={customer} onNext={onNext} />;
    if (name === 'contacts') return <ContactsView customer={customer} onNext={onNext} />;
    return (
      <>
        <div className={classes.units}>
          {shown.map((unit) => (
            <div key={unit} className={classes.cell} data-wide={wide.has(unit) || undefined}>
              <UnitView unit={unit} values={values} doubts={customer.doubts} onNext={onNext} />
            </div>
          ))}
        </div>
        {enabled && empty.length > 0 && (
          <div className={classes.adds}>
            {empty.map((unit) => (
              <AddButton key={unit} place={unit} name={label(unit)} />
            ))}
          </div>
        )}
      </>
    );
  };
  return (
    <section aria-labelledby={id} className={classes.group}>
      <h2 id={id} className={classes.heading}>
        {t(`customer.group.${name}`)}
      </h2>
      {view()}
    </section>
  );
};
