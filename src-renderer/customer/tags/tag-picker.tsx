import { CheckIcon, Combobox, Group, Pill, PillsInput, Text, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '../../../src-shared/tags.ts';
import { isComposing } from '../../app/key-combos.ts';
import { TagChip, TagDot } from '../../kit/tag-chip.tsx';
import { useTags } from './use-tags.ts';

const createValue = 'create';

/** Tags of the same group together, in the order of the list. */
const grouped = (tags: readonly Tag[]): [group: string, tags: Tag[]][] => {
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) groups.set(tag.group, [...(groups.get(tag.group) ?? []), tag]);
  return [...groups];
};

const TagOption = ({ tag, chosen }: { tag: Tag; chosen: boolean }) => {
  const { t } = useTranslation();
  return (
    <Combobox.Option value={String(tag.id)} active={chosen}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <TagDot colour={tag.colour} />
          <span>{tag.name}</span>
        </Group>
        {chosen ? (
          <CheckIcon size={12} aria-label={t('customer.tags.chosen')} />
        ) : (
          <Text size="xs" c="dimmed" className="numeric">
            {tag.count}
          </Text>
        )}
      </Group>
    </Combobox.Option>
  );
};

/**
 * Chooses tags: type to search, Enter to take or drop one, and a name that is not there yet makes a new tag. The list
 * drops down, or stands below the line where the picker has a place of its own (`standing`).
 */
export const TagPicker = ({
  value,
  onChange,
  label,
  standing = false,
}: {
  value: readonly number[];
  onChange: (tagIds: number[]) => void;
  label: string;
  standing?: boolean;
}) => {
  const { t } = useTranslation();
  const { tags, create } = useTags();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    ...(standing ? { opened: true } : {}),
    onDropdownClose: () => combobox.resetSelectedOption(),
    onDropdownOpen: () => combobox.updateSelectedOptionIndex('active'),
  });
  const text = search.trim();
  const fitting = tags.filter(
    ({ name, group }) => text === '' || `${name} ${group}`.toLowerCase().includes(text.toLowerCase()),
  );
  const known = tags.some(({ name }) => name === text);
  const chosen = value.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);

  const toggle = (id: number): void =>
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  const submit = async (option: string): Promise<void> => {
    setSearch('');
    if (option !== createValue) return toggle(Number(option));
    const tag = await create(text.slice(0, 50));
    if (tag !== null) onChange([...value, tag.id]);
    return undefined;
  };

  const options = (
    <Combobox.Options mah={260} mt={standing ? 'xs' : 0} style={{ overflowY: 'auto' }} aria-label={label}>
      {grouped(fitting).map(([group, list]) => {
        const lines = list.map((tag) => <TagOption key={tag.id} tag={tag} chosen={value.includes(tag.id)} />);
        return group === '' ? (
          lines
        ) : (
          <Combobox.Group key={group} label={group}>
            {lines}
          </Combobox.Group>
        );
      })}
      {text !== '' && !known && (
        <Combobox.Option value={createValue}>{t('customer.tags.create', { name: text })}</Combobox.Option>
      )}
    </Combobox.Options>
  );

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => void submit(option)}
      transitionProps={{ duration: 80 }}
    >
      <Combobox.DropdownTarget>
        <PillsInput label={label} size="sm" onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {chosen.map((tag) => (
              <TagChip
                key={tag.id}
                name={tag.name}
                colour={tag.colour}
                onRemove={() => toggle(tag.id)}
                removeLabel={t('customer.tags.remove', { tag: tag.name })}
              />
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                aria-label={label}
                data-autofocus={standing || undefined}
                value={search}
                onChange={(event) => {
                  setSearch(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                  if (event.currentTarget.value.trim() !== '') combobox.selectFirstOption();
                }}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown();
                  setSearch('');
                }}
                onKeyDown={(event) => {
                  if (isComposing(event.nativeEvent) || event.key !== 'Backspace' || search !== '') return;
                  const last = value.at(-1);
                  if (last !== undefined) toggle(last);
                }}
                placeholder={chosen.length === 0 ? t('customer.tags.placeholder') : undefined}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      {standing ? (
        options
      ) : (
        <Combobox.Dropdown hidden={fitting.length === 0 && text === ''}>{options}</Combobox.Dropdown>
      )}
    </Combobox>
  );
};
