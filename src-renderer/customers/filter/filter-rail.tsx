import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { levels, stages, kinds, type CustomerFilter, type Facets } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { CustomSection } from './custom-section.tsx';
import { DateSection } from './date-section.tsx';
import { FacetSection } from './facet-section.tsx';
import classes from './filter.module.css';
import { OtherSection } from './other-section.tsx';
import { toggled } from './parts.ts';
import { chooseRegion } from './region-tree.ts';
import { RegionSection } from './region-section.tsx';
import { TagSection } from './tag-section.tsx';

interface FilterRailProps {
  /** Without the search text, which the rail does not show: a keystroke draws nothing here. */
  readonly filter: CustomerFilter;
  readonly facets: Facets | undefined;
  readonly tags: readonly Tag[];
  readonly trash: boolean;
  /** Whether anything is filtered that “clear” would clear. */
  readonly active: boolean;
  readonly onChange: (filter: CustomerFilter) => void;
  readonly onClear: () => void;
  readonly onHide: () => void;
}

const dimensions = [
  { field: 'stage', values: stages, initiallyOpen: true },
  { field: 'level', values: levels, initiallyOpen: false },
  { field: 'kind', values: kinds, initiallyOpen: false },
] as const;
const free = ['industry', 'source', 'owner'] as const;

/** Everything the list can be narrowed by, each with how many it would leave. */
export const FilterRail = memo(function FilterRail({
  filter,
  facets,
  tags,
  trash,
  active,
  onChange,
  onClear,
  onHide,
}: FilterRailProps) {
  const { t } = useTranslation();
  const { fields } = useCustomFields();
  // The schema knows the values of each dimension; a toggled value is always one of them.
  const toggle = (field: (typeof dimensions)[number]['field'] | (typeof free)[number], value: string) =>
    onChange({ ...filter, [field]: toggled<string>(filter[field], value) });
  return (
    <aside className={classes.rail} aria-label={t('customers.filter.title')}>
      <div className={classes.railHead}>
        <h2 className={classes.railTitle}>{t('customers.filter.title')}</h2>
        {active && (
          <Button size="compact-xs" variant="subtle" onClick={onClear}>
            {t('customers.filter.clear')}
          </Button>
        )}
        <Tooltip label={t('customers.filter.hide')}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('customers.filter.hide')}
            onClick={onHide}
          >
            <IconLayoutSidebarLeftCollapse size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.railBody}>
        <TagSection filter={filter} tags={tags} facet={facets?.tag} onChange={onChange} />
        {dimensions.map(({ field, values, initiallyOpen }) => (
          <FacetSection
            key={field}
            field={field}
            title={t(`fields.${field}`)}
            facet={facets?.[field]}
            values={values}
            chosen={filter[field] ?? []}
            initiallyOpen={initiallyOpen}
            onToggle={(value) => toggle(field, value)}
          />
        ))}
        <RegionSection
          facet={facets?.region}
          chosen={filter.region ?? []}
          onToggle={(value) => onChange({ ...filter, region: chooseRegion(filter.region, value) })}
        />
        {free.map((field) => (
          <FacetSection
            key={field}
            field={field}
            title={t(`fields.${field}`)}
            facet={facets?.[field]}
            chosen={filter[field] ?? []}
            onToggle={(value) => toggle(field, value)}
          />
        ))}
        {fields.map((field) => (
          <CustomSection key={field.id} field={field} filter={filter} facets={facets} onChange={onChange} />
        ))}
        <DateSection
          title={t('fields.createdAt')}
          from={filter.createdFrom}
          to={filter.createdTo}
          onChange={(createdFrom, createdTo) => onChange({ ...filter, createdFrom, createdTo })}
        />
        <DateSection
          title={t('fields.updatedAt')}
          from={filter.updatedFrom}
          to={filter.updatedTo}
          onChange={(updatedFrom, updatedTo) => onChange({ ...filter, updatedFrom, updatedTo })}
        />
        <OtherSection filter={filter} facets={facets} withTrash={!trash} onChange={onChange} />
      </div>
    </aside>
  );
});
