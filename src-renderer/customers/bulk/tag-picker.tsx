import { Button, Checkbox, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { tagColourCount, type Tag } from '../../../src-shared/tags.ts';
import { useApi } from '../../app/api.ts';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import { isComposing } from '../../app/key-combos.ts';
import { TagDot } from '../../kit/tag-chip.tsx';
import classes from './bulk.module.css';
import { leastUsedColour, tagOptions } from './tag-options.ts';

interface TagPickerProps {
  /** Customers that will be changed. */
  readonly count: number;
  readonly tags: readonly Tag[];
  readonly onApply: (action: 'addTags' | 'removeTags', tagIds: number[]) => void;
}

/**
 * Picks tags to add or remove, by mouse or with the keyboard alone: type, Enter ticks, Enter on an empty search
 * applies. A name that does not exist can be made on the spot.
 */
export const TagPicker = ({ count, tags, onApply }: TagPickerProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const tellFailure = useFailureToast();
  const [mode, setMode] = useState<'addTags' | 'removeTags'>('addTags');
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [at, setAt] = useState(0);
  const id = useId();
  const create = useMutation(archive.tags.create.mutationOptions({ onError: tellFailure }));

  const options = tagOptions(tags, find, mode === 'addTags');
  const active = Math.min(at, options.length - 1);

  const toggle = (tagId: number): void =>
    setChosen((before) =>
      before.includes(tagId) ? before.filter((other) => other !== tagId) : [...before, tagId],
    );

  const pick = (index: number): void => {
    const option = options[index];
    if (option === undefined || create.isPending) return;
    setFind('');
    setAt(0);
    if (option.type === 'tag') toggle(option.tag.id);
    else
      create.mutate(
        { name: option.name, colour: leastUsedColour(tags, tagColourCount), group: '' },
        { onSuccess: ({ tag }) => setChosen((before) => [...before, tag.id]) },
      );
  };

  const apply = (): void => {
    if (chosen.length > 0) onApply(mode, [...chosen]);
  };

  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.min(options.length - 1, Math.max(0, active + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey || (find.trim() === '' && chosen.length > 0)) apply();
      else pick(active);
    }
  };

  return (
    <div className={classes.picker}>
      <Text size="xs" c="dimmed">
        {t('customers.tagPicker.label', { count })}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('customers.tagPicker.mode')}
        value={mode}
        data={[
          { value: 'addTags', label: t('customers.tagPicker.add') },
          { value: 'removeTags', label: t('customers.tagPicker.remove') },
        ]}
        onChange={(value) => setMode(value === 'addTags' ? 'addTags' : 'removeTags')}
      />
      <TextInput
        size="xs"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-label={t('customers.tagPicker.find')}
        placeholder={t('customers.tagPicker.find')}
        maxLength={50}
        value={find}
        onChange={(event) => {
          setFind(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-multiselectable
        aria-label={t('fields.tags')}
        className={classes.options}
        tabIndex={-1}
      >
        {options.map((option, index) => {
          const ticked = option.type === 'tag' && chosen.includes(option.tag.id);
          return (
            // The search field keeps the focus and hears the keys; this is what it points at.
            <div
              key={option.type === 'tag' ? option.tag.id : 'new'}
              id={`${id}-${index}`}
              role="option"
              aria-selected={ticked}
              data-active={index === active || undefined}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(index)}
            >
              {option.type === 'tag' ? (
                <>
                  <Checkbox.Indicator size="xs" checked={ticked} aria-hidden />
                  <TagDot colour={option.tag.colour} />
                  <span className={classes.optionText}>{option.tag.name}</span>
                </>
              ) : (
                <>
                  <IconPlus size={14} aria-hidden />
                  <span className={classes.optionText}>
                    {t('customers.tagPicker.create', { name: option.name })}
                  </span>
                </>
              )}
            </div>
          );
        })}
      </div>
      {options.length === 0 && (
        <Text size="xs" c="dimmed">
          {t(tags.length === 0 ? 'customers.tagPicker.noTags' : 'customers.tagPicker.none')}
        </Text>
      )}
      <Button size="xs" disabled={chosen.length === 0} onClick={apply}>
        {t(mode === 'addTags' ? 'customers.tagPicker.applyAdd' : 'customers.tagPicker.applyRemove', {
          count: chosen.length,
        })}
      </Button>
      <Text size="xs" c="dimmed">
        {t('customers.tagPicker.keys')}
      </Text>
    </div>
  );
};
