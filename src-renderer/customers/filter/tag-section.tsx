import { ActionIcon, SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter, Facet } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import { TagDot } from '../../kit/tag-chip.tsx';
import classes from './filter.module.css';
import { OptionRow } from './option-row.tsx';
import { RailSection } from './rail-section.tsx';
import { chooseTag, chooseTagMode, tagChoice, tagModeOf, wantedTags } from './tag-choice.ts';

interface TagSectionProps {
  readonly filter: CustomerFilter;
  readonly tags: readonly Tag[];
  readonly facet: Facet | undefined;
  readonly onChange: (filter: CustomerFilter) => void;
}

const few = 10;

/** Tags to want (any or all of them) or to exclude. */
export const TagSection = ({ filter, tags, facet, onChange }: TagSectionProps) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const counts = new Map(facet?.map(({ value, count }) => [Number(value), count]));
  const wanted = wantedTags(filter);
  const active = wanted.length > 0 || (filter.tagsNone ?? []).length > 0;
  // While only some fit, those in use most; each keeps its place in the order of groups and names.
  const often = new Set(
    tags
      .toSorted((a, b) => b.count - a.count)
      .slice(0, few)
      .map(({ id }) => id),
  );
  const shown = all ? tags : tags.filter(({ id }) => often.has(id) || tagChoice(filter, id) !== 'free');
  return (
    <RailSection
      title={t('fields.tags')}
      active={active}
      initiallyOpen
      aside={
        wanted.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('customers.filter.tags.mode')}
            value={tagModeOf(filter)}
            data={[
              { value: 'any', label: t('customers.filter.tags.any') },
              { value: 'all', label: t('customers.filter.tags.all') },
            ]}
            onChange={(mode) => onChange(chooseTagMode(filter, mode === 'all' ? 'all' : 'any'))}
          />
        )
      }
    >
      {tags.length === 0 && <p className={classes.nothing}>{t('customers.filter.tags.none')}</p>}
      {shown.map((tag, index) => {
        const choice = tagChoice(filter, tag.id);
        const exclude = t(
          choice === 'unwanted' ? 'customers.filter.tags.include' : 'customers.filter.tags.exclude',
          { name: tag.name },
        );
        const heading = tag.group !== '' && tag.group !== shown[index - 1]?.group;
        return (
          <div key={tag.id}>
            {heading && <p className={classes.group}>{tag.group}</p>}
            <OptionRow
              label={tag.name}
              mark={<TagDot colour={tag.colour} />}
              checked={choice === 'wanted'}
              struck={choice === 'unwanted'}
              count={facet === undefined ? null : (counts.get(tag.id) ?? 0)}
              onToggle={() => onChange(chooseTag(filter, tag.id, choice === 'wanted' ? 'free' : 'wanted'))}
              aside={
                <Tooltip label={exclude}>
                  <ActionIcon
                    size={18}
                    variant={choice === 'unwanted' ? 'filled' : 'subtle'}
                    color={choice === 'unwanted' ? 'red' : 'gray'}
                    className={classes.exclude}
                    data-on={choice === 'unwanted' || undefined}
                    aria-label={exclude}
                    aria-pressed={choice === 'unwanted'}
                    onClick={() =>
                      onChange(chooseTag(filter, tag.id, choice === 'unwanted' ? 'free' : 'unwanted'))
                    }
                  >
                    <IconBan size={13} />
                  </ActionIcon>
                </Tooltip>
              }
            />
          </div>
        );
      })}
      {tags.length > few && (
        <UnstyledButton className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('customers.filter.fewerValues')
            : t('customers.filter.moreValues', { count: tags.length - shown.length })}
        </UnstyledButton>
      )}
    </RailSection>
  );
};
