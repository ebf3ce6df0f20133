import { TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomKey } from '../../../src-shared/custom-fields.ts';
import type { Facet } from '../../../src-shared/customers.ts';
import classes from './filter.module.css';
import { OptionRow } from './option-row.tsx';
import { RailSection } from './rail-section.tsx';
import { filterValueLabel } from './words.ts';

interface FacetSectionProps {
  /** A built-in dimension, or the key of a custom field. */
  readonly field: 'kind' | 'stage' | 'level' | 'industry' | 'source' | 'owner' | CustomKey;
  readonly title: string;
  /** Undefined while the counts are on their way. */
  readonly facet: Facet | undefined;
  readonly chosen: readonly string[];
  /** Values that always stand there, in this order; otherwise those in use, most frequent first. */
  readonly values?: readonly string[];
  readonly initiallyOpen?: boolean;
  /** How a value is called, where the field does not say it. */
  readonly label?: (value: string) => string;
  readonly onToggle: (value: string) => void;
}

const few = 8;
const searchable = 12;

/** A dimension whose values are ticked: any of them lets a customer through. */
export const FacetSection = ({
  field,
  title,
  facet,
  chosen,
  values,
  initiallyOpen,
  label: labelOf,
  onToggle,
}: FacetSectionProps) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [find, setFind] = useState('');
  const counts = new Map(facet?.map(({ value, count }) => [value, count]));
  const inUse = facet?.map(({ value }) => value) ?? [];
  const options = [...new Set([...(values ?? inUse), ...(counts.has('') ? [''] : []), ...chosen])].map(
    (value) => ({
      value,
      label: value === '' || labelOf === undefined ? filterValueLabel(t, field, value) : labelOf(value),
    }),
  );
  const found = options.filter(({ label }) => label.toLowerCase().includes(find.trim().toLowerCase()));
  const shown = all ? found : options.filter(({ value }, index) => index < few || chosen.includes(value));
  const hidden = options.length - shown.length;
  return (
    <RailSection title={title} active={chosen.length > 0} initiallyOpen={initiallyOpen}>
      {all && options.length > searchable && (
        <TextInput
          size="xs"
          mb={4}
          value={find}
          placeholder={t('customers.filter.find', { title })}
          aria-label={t('customers.filter.find', { title })}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      )}
      {shown.map(({ value, label }) => (
        <OptionRow
          key={value}
          label={label}
          checked={chosen.includes(value)}
          count={facet === undefined ? null : (counts.get(value) ?? 0)}
          onToggle={() => onToggle(value)}
        />
      ))}
      {all && found.length === 0 && <p className={classes.nothing}>{t('customers.filter.noneFound')}</p>}
      {(hidden > 0 || all) && options.length > few && (
        <UnstyledButton
          className={classes.more}
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
            setFind('');
          }}
        >
          {all ? t('customers.filter.fewerValues') : t('customers.filter.moreValues', { count: hidden })}
        </UnstyledButton>
      )}
    </RailSection>
  );
};
