import { Text, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportTarget } from '../../../src-shared/imports.ts';
import { isComposing } from '../../app/key-combos.ts';
import { findTargets, isExclusive, sameTarget, targetGroups, targetKey } from '../targets.ts';
import { columnLetter } from './column-looks.ts';
import classes from './columns.module.css';

interface TargetMenuProps {
  readonly label: string;
  readonly value: ImportTarget;
  /** What the columns mean now, by index. */
  readonly taken: ReadonlyMap<number, ImportTarget>;
  readonly onPick: (target: ImportTarget) => void;
}

/** All that a column can be, in groups, with a search: type, ↑↓, Enter. */
export const TargetMenu = ({ label, value, taken, onPick }: TargetMenuProps) => {
  const { t } = useTranslation();
  const [find, setFind] = useState('');
  const all = useMemo(() => targetGroups(t, [...taken.values()]), [t, taken]);
  const groups = findTargets(all, find);
  const options = groups.flatMap((group) => group.options);
  const current = options.findIndex(({ target }) => sameTarget(target, value));
  const [at, setAt] = useState<number | null>(null);
  const active = Math.min(at ?? (find === '' ? Math.max(0, current) : 0), options.length - 1);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(options.length - 1, active + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active];
      if (option !== undefined) onPick(option.target);
    }
  };
  const holder = (target: ImportTarget): string | null => {
    if (!isExclusive(target) || sameTarget(target, value)) return null;
    const column = [...taken].find(([, other]) => sameTarget(other, target));
    return column === undefined ? null : columnLetter(column[0]);
  };

  const indices = new Map(options.map(({ target }, index) => [targetKey(target), index]));
  return (
    <div className={classes.menu}>
      <TextInput
        size="xs"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-label={label}
        placeholder={t('imports.target.find')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={find}
        onChange={(event) => {
          setFind(event.currentTarget.value);
          setAt(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={label} className={classes.options} tabIndex={-1}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label}>
            <div className={classes.group} aria-hidden>
              {group.label}
            </div>
            {group.options.map(({ target, label: name }) => {
              const own = indices.get(targetKey(target)) ?? 0;
              const selected = sameTarget(target, value);
              const usedBy = holder(target);
              return (
                // The search field keeps the focus and hears the keys; this is what it points at.
                <div
                  key={targetKey(target)}
                  id={`${id}-${own}`}
                  role="option"
                  aria-selected={selected}
                  data-active={own === active || undefined}
                  className={classes.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onPick(target)}
                >
                  <span className={classes.optionText}>{name}</span>
                  {usedBy !== null && (
                    <span className={classes.usedBy}>{t('imports.target.usedBy', { letter: usedBy })}</span>
                  )}
                  {selected && <IconCheck size={14} aria-hidden />}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('imports.target.noneFound')}
        </Text>
      )}
    </div>
  );
};
