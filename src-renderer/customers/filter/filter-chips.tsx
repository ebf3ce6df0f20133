import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import classes from './filter.module.css';
import { withoutParts, type FilterPart } from './parts.ts';
import { partWords } from './words.ts';

interface FilterChipsProps {
  readonly filter: CustomerFilter;
  readonly parts: readonly FilterPart[];
  readonly tags: readonly Tag[];
  readonly onChange: (filter: CustomerFilter) => void;
  readonly onClear: () => void;
}

/** The conditions in effect, in words; each can be taken out. */
export const FilterChips = ({ filter, parts, tags, onChange, onClear }: FilterChipsProps) => {
  const { t, i18n } = useTranslation();
  const fields = useCustomFields();
  if (parts.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('customers.filter.active')}>
      {parts.map((part) => {
        const words = partWords(t, filter, part, tags, { fields, language: i18n.language });
        return (
          <li key={part} className={classes.chip} title={words}>
            <span className={classes.chipText}>{words}</span>
            <CloseButton
              size={18}
              iconSize={12}
              variant="transparent"
              c="inherit"
              aria-label={t('customers.filter.remove', { condition: words })}
              onClick={() => onChange(withoutParts(filter, [part]))}
            />
          </li>
        );
      })}
      {parts.length > 1 && (
        <li>
          <Button size="compact-xs" variant="subtle" onClick={onClear}>
            {t('customers.empty.noMatch.clear')}
          </Button>
        </li>
      )}
    </ul>
  );
};
