import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../src-shared/custom-fields.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { type GroupName, groupNames, groups, isCustomUnit, isEmptyGroup, unitsOf } from '../field-groups.ts';
import type { CustomerValues } from '../values/customer-values.ts';
import { AddButton } from './add-button.tsx';
import classes from './detail.module.css';
import { GroupView } from './group-view.tsx';
import { type Place, placesOf } from './places.ts';
import { useInPlace } from './use-in-place.ts';

const firstPlace = (name: GroupName, fields: readonly CustomField[]): Place =>
  name === 'contacts' ? 'contact:new' : (unitsOf(name, fields)[0] ?? 'name');

const groupOf = (place: Place): GroupName =>
  isCustomUnit(place)
    ? 'custom'
    : (groupNames.find((name) => groups[name].units.some((unit) => unit === place)) ?? 'contacts');

/** All fields of the customer, in groups; empty groups are one line at the end. */
export const GroupsView = ({ customer, values }: { customer: Customer; values: CustomerValues }) => {
  const { t } = useTranslation();
  const { editing, enabled, start, commit } = useInPlace();
  const { fields } = useCustomFields();
  const edited = editing === null ? null : groupOf(editing.place);
  const shown = groupNames.filter(
    (name) => name === 'basic' || name === edited || !isEmptyGroup(values, name),
  );
  const folded = groupNames.filter((name) => !shown.includes(name) && unitsOf(name, fields).length > 0);

  const onNext = (from: Place, step: 1 | -1): boolean => {
    const places = placesOf(values, values.kind, fields);
    const next = places[places.indexOf(from) + step];
    if (next === undefined || !places.includes(from)) {
      commit();
      return false;
    }
    start(next);
    return true;
  };

  return (
    <div className={classes.groups}>
      {shown.map((name) => (
        <GroupView key={name} name={name} customer={customer} values={values} onNext={onNext} />
      ))}
      {enabled && folded.length > 0 && (
        <div className={classes.adds}>
          {folded.map((name) => (
            <AddButton
              key={name}
              place={firstPlace(name, fields)}
              name={t('customer.addGroup', { group: t(`customer.group.${name}`) })}
            />
          ))}
        </div>
      )}
    </div>
  );
};
