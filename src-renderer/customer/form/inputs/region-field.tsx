import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextSuggest } from '../../../kit/text-suggest.tsx';
import { type Region, regionChoices, type RegionLevel, settleRegion } from '../../values/region.ts';
import { useField, useFormStore } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';
import classes from './inputs.module.css';

const below: Record<RegionLevel, Partial<Region>> = {
  province: { city: '', district: '' },
  city: { district: '' },
  district: {},
};

const RegionInput = ({ level }: { level: RegionLevel }) => {
  const store = useFormStore();
  const [value] = useField(level);
  const [focused, setFocused] = useState(false);
  const settle = (): void => {
    const { province, city, district } = store.values();
    store.set(settleRegion({ province, city, district }));
  };
  return (
    <TextSuggest
      {...useFieldProps(level)}
      name={level}
      value={value}
      onChange={(text) => store.set({ [level]: text })}
      onOptionSubmit={(chosen) => {
        // Another province has other cities; the same one again keeps them.
        if (chosen !== value) store.set({ ...below[level], [level]: chosen });
      }}
      suggestions={focused ? regionChoices(store.values(), level) : []}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        settle();
      }}
      maxLength={50}
    />
  );
};

/** 省, 市, 区县: chosen or typed; 杭州 alone is enough. */
export const RegionField = () => {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('fields.region')} className={classes.region}>
      <RegionInput level="province" />
      <RegionInput level="city" />
      <RegionInput level="district" />
    </div>
  );
};
