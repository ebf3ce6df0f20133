import { IconAlertTriangle, IconPhone, IconPhoneOff, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter, Facets } from '../../../src-shared/customers.ts';
import classes from './filter.module.css';
import { OptionRow } from './option-row.tsx';
import { RailSection } from './rail-section.tsx';

interface OtherSectionProps {
  readonly filter: CustomerFilter;
  readonly facets: Facets | undefined;
  /** Whether the trash can be looked into from here; it cannot be left out on its own page. */
  readonly withTrash: boolean;
  readonly onChange: (filter: CustomerFilter) => void;
}

/** With or without a phone, doubtful, in the trash. */
export const OtherSection = ({ filter, facets, withTrash, onChange }: OtherSectionProps) => {
  const { t } = useTranslation();
  // How many lack a phone can only be told while the list itself is not narrowed by it.
  const lacking = facets === undefined || filter.phone !== undefined ? null : facets.total - facets.withPhone;
  const active =
    filter.phone !== undefined || filter.doubtful === true || (withTrash && filter.trashed === true);
  return (
    <RailSection title={t('customers.filter.other')} active={active} initiallyOpen>
      <OptionRow
        label={t('customers.filter.doubtful')}
        hint={t('customers.filter.doubtfulHint')}
        mark={<IconAlertTriangle size={14} className={classes.doubt} aria-hidden />}
        checked={filter.doubtful === true}
        count={facets?.doubtful ?? null}
        onToggle={() => onChange({ ...filter, doubtful: filter.doubtful ? undefined : true })}
      />
      {(['has', 'lacks'] as const).map((phone) => (
        <OptionRow
          key={phone}
          label={t(`customers.filter.phoneValue.${phone}`)}
          mark={
            phone === 'has' ? <IconPhone size={14} aria-hidden /> : <IconPhoneOff size={14} aria-hidden />
          }
          checked={filter.phone === phone}
          count={phone === 'has' ? (facets?.withPhone ?? null) : lacking}
          onToggle={() => onChange({ ...filter, phone: filter.phone === phone ? undefined : phone })}
        />
      ))}
      {withTrash && (
        <OptionRow
          label={t('customers.filter.trashed')}
          mark={<IconTrash size={14} aria-hidden />}
          checked={filter.trashed === true}
          count={facets?.trashed ?? null}
          onToggle={() => onChange({ ...filter, trashed: filter.trashed ? undefined : true })}
        />
      )}
    </RailSection>
  );
};
