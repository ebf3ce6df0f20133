import { ActionIcon, CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../../src-shared/customers.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { TagChip } from '../../kit/tag-chip.tsx';
import { DoubtText } from '../doubt-text.tsx';
import type { Unit } from '../field-groups.ts';
import { useTags } from '../tags/use-tags.ts';
import { useOpenExternal, webAddress } from '../use-open-external.ts';
import type { CustomerValues } from '../values/customer-values.ts';
import classes from './detail.module.css';
import { InPlaceEditor } from './in-place-editor.tsx';
import { unitText } from './unit-text.ts';
import { useInPlace } from './use-in-place.ts';

const regionFields = new Set(['province', 'city', 'district']);
/** The doubts about a unit; those of the region's levels are the region's. */
const doubtsOf = (doubts: readonly Doubt[], unit: Unit): Doubt[] =>
  doubts.filter(({ field }) => field === unit || (unit === 'region' && regionFields.has(field)));

const TagsValue = ({ tagIds }: { tagIds: readonly number[] }) => {
  const { tags } = useTags();
  return (
    <span className={classes.chips}>
      {tagIds.map((id) => {
        const tag = tags.find((one) => one.id === id);
        return tag === undefined ? null : <TagChip key={id} name={tag.name} colour={tag.colour} />;
      })}
    </span>
  );
};

/** One field of the page: its value, which a click or Enter opens for editing. */
export const UnitView = ({
  unit,
  values,
  doubts,
  onNext,
}: {
  unit: Unit;
  values: CustomerValues;
  doubts: readonly Doubt[];
  onNext: (from: Unit, step: 1 | -1) => boolean;
}) => {
  const { t, i18n } = useTranslation();
  const field = useCustomFields().byKey(unit);
  const { editing, enabled, start } = useInPlace();
  const openExternal = useOpenExternal();
  const button = useRef<HTMLButtonElement>(null);
  const takesFocus = useRef(false);
  const label = field?.name ?? fieldLabel(t, unit === 'tagIds' ? 'tags' : unit);
  const text = unitText(t, values, unit, { field, language: i18n.language });
  const { tags } = useTags();
  const tagNames = values.tagIds.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? []);
  const spoken = unit === 'tagIds' ? tagNames.join(' ') : text;
  const isEditing = editing?.place === unit;
  useEffect(() => {
    if (isEditing || !takesFocus.current) return;
    takesFocus.current = false;
    button.current?.focus();
  }, [isEditing]);

  if (isEditing) {
    return (
      <div className={classes.unit} data-editing>
        <InPlaceEditor
          key={unit}
          editing={editing}
          onNext={(step) => onNext(unit, step)}
          onDone={() => {
            takesFocus.current = true;
          }}
        />
      </div>
    );
  }
  const value =
    unit === 'tagIds' && values.tagIds.length > 0 ? (
      <TagsValue tagIds={values.tagIds} />
    ) : text === '' ? (
      <span className={classes.none}>{t('customer.history.empty')}</span>
    ) : (
      text
    );
  const address = unit === 'website' ? webAddress(text) : null;
  return (
    <div className={classes.unit} data-unit={unit}>
      {/* The heading of the notes is their name already. */}
      {unit !== 'notes' && (
        <span className={classes.label} aria-hidden>
          {label}
        </span>
      )}
      <span className={classes.valueAndMore}>
        <UnstyledButton
          ref={button}
          className={classes.value}
          disabled={!enabled}
          onClick={() => start(unit)}
          onKeyDown={(event) => {
            // What can be copied with the mouse can be copied with the keyboard.
            if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && text !== '') {
              void navigator.clipboard.writeText(text);
            }
          }}
          aria-label={t('customer.detail.editField', { field: label, value: spoken })}
        >
          {value}
        </UnstyledButton>
        {text !== '' && (
          <CopyButton value={text} timeout={1_500}>
            {({ copied, copy }) => (
              <ActionIcon
                size="sm"
                variant="subtle"
                color={copied ? 'teal' : 'gray'}
                className={classes.hoverCopy}
                tabIndex={-1}
                aria-label={t('customer.detail.copyValue', { field: label })}
                onClick={copy}
              >
                {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
              </ActionIcon>
            )}
          </CopyButton>
        )}
        {address !== null && (
          <Tooltip label={t('customer.detail.openWebsite')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('customer.detail.openWebsite')}
              onClick={() => openExternal(address)}
            >
              <IconExternalLink size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
      <DoubtText doubts={doubtsOf(doubts, unit)} />
    </div>
  );
};
