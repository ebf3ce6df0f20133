import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  customConditions,
  withCustomCondition,
  type CustomCondition,
} from '../../../src-shared/custom-conditions.ts';
import { customKey, readCustomValue, type CustomField } from '../../../src-shared/custom-fields.ts';
import type { CustomerFilter, Facets } from '../../../src-shared/customers.ts';
import { isComposing } from '../../app/key-combos.ts';
import { valueText } from '../../custom-fields/value-text.ts';
import { DateSection } from './date-section.tsx';
import { FacetSection } from './facet-section.tsx';
import { OptionRow } from './option-row.tsx';
import { toggled } from './parts.ts';
import { RailSection } from './rail-section.tsx';

interface CustomSectionProps {
  readonly field: CustomField;
  readonly filter: CustomerFilter;
  readonly facets: Facets | undefined;
  readonly onChange: (filter: CustomerFilter) => void;
}

interface PartProps {
  readonly field: CustomField;
  readonly asked: CustomCondition;
  readonly ask: (condition: Omit<CustomCondition, 'fieldId'>) => void;
}

/** With a value, or without one. */
const Filled = ({ asked, ask }: Omit<PartProps, 'field'>) => {
  const { t } = useTranslation();
  return (
    <>
      {(['has', 'lacks'] as const).map((filled) => (
        <OptionRow
          key={filled}
          label={t(`customers.filter.filled.${filled}`)}
          checked={asked.filled === filled}
          count={null}
          onToggle={() => ask({ filled: asked.filled === filled ? undefined : filled })}
        />
      ))}
    </>
  );
};

/** A text that takes effect with Enter or when it is left. */
const SettledInput = ({
  label,
  placeholder,
  value,
  onSettle,
}: {
  label: string;
  placeholder: string;
  value: string;
  onSettle: (text: string) => void;
}) => {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    if (typed !== null && typed.trim() !== value) onSettle(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      style={{ flex: 1 }}
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? value}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) settle();
      }}
    />
  );
};

const TextPart = ({ field, asked, ask }: PartProps) => {
  const { t } = useTranslation();
  return (
    <RailSection title={field.name} active={asked.contains !== undefined || asked.filled !== undefined}>
      <SettledInput
        label={t('customers.filter.contains', { title: field.name })}
        placeholder={t('customers.filter.containsShort')}
        value={asked.contains ?? ''}
        onSettle={(text) => ask({ contains: text === '' ? undefined : text })}
      />
      <Filled asked={asked} ask={ask} />
    </RailSection>
  );
};

const AmountPart = ({ field, asked, ask }: PartProps) => {
  const { t, i18n } = useTranslation();
  const { from, to, filled } = asked;
  return (
    <RailSection title={field.name} active={from !== undefined || to !== undefined || filled !== undefined}>
      <Group gap={4} wrap="nowrap" pt={2}>
        {(['from', 'to'] as const).map((end) => (
          <SettledInput
            key={end}
            label={t(`customers.filter.days.${end}`, { title: field.name })}
            placeholder={t(`customers.filter.days.${end}Short`)}
            value={valueText(field.type, asked[end] ?? '', i18n.language)}
            onSettle={(text) => {
              const read = readCustomValue(field, text);
              // What is no amount bounds nothing; the input shows again what holds.
              if (read !== null) ask({ from, to, filled, [end]: read === '' ? undefined : read });
            }}
          />
        ))}
      </Group>
      <Filled asked={asked} ask={ask} />
    </RailSection>
  );
};

const DatePart = ({ field, asked, ask }: PartProps) => (
  <DateSection
    title={field.name}
    from={asked.from}
    to={asked.to}
    active={asked.filled !== undefined}
    onChange={(from, to) => ask({ from, to })}
  >
    <Filled asked={asked} ask={ask} />
  </DateSection>
);

const ChoicePart = ({ field, asked, ask, facets }: PartProps & Pick<CustomSectionProps, 'facets'>) => {
  const { i18n } = useTranslation();
  return (
    <FacetSection
      field={customKey(field.id)}
      title={field.name}
      facet={facets?.custom.find(({ fieldId }) => fieldId === field.id)?.values}
      values={field.type === 'boolean' ? ['1', '0'] : field.options}
      chosen={asked.is ?? []}
      label={(value) => valueText(field.type, value, i18n.language)}
      onToggle={(value) => ask({ is: toggled(asked.is, value) })}
    />
  );
};

/** What the list can be narrowed to by one custom field, as its type allows. */
export const CustomSection = ({ field, filter, facets, onChange }: CustomSectionProps) => {
  const asked = customConditions(filter.custom).find(({ fieldId }) => fieldId === field.id) ?? {
    fieldId: field.id,
  };
  const ask: PartProps['ask'] = (condition) =>
    onChange({
      ...filter,
      custom: withCustomCondition(filter.custom, { fieldId: field.id, ...condition }),
    });
  const part = { field, asked, ask };
  switch (field.type) {
    case 'text':
      return <TextPart {...part} />;
    case 'number':
    case 'money':
      return <AmountPart {...part} />;
    case 'date':
      return <DatePart {...part} />;
    case 'boolean':
    case 'choice':
      return <ChoicePart {...part} facets={facets} />;
  }
};
