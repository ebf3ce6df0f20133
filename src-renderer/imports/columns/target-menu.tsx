import { Text, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { customKey, type NewField } from '../../../src-shared/custom-fields.ts';
import type { ImportTarget } from '../../../src-shared/imports.ts';
import { isComposing } from '../../app/key-combos.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { useImportWork } from '../store.ts';
import {
  findTargets,
  isExclusive,
  sameTarget,
  targetGroups,
  targetKey,
  type TargetGroup,
} from '../targets.ts';
import { NewFieldForm } from './new-field-form.tsx';
import { columnLetter } from './column-looks.ts';
import classes from './columns.module.css';

interface TargetMenuProps {
  readonly label: string;
  readonly value: ImportTarget;
  /** What the columns mean now, by index. */
  readonly taken: ReadonlyMap<number, ImportTarget>;
  readonly onPick: (target: ImportTarget) => void;
  /** The field that the column would make by itself. */
  readonly suggested: NewField;
  readonly onNewField: (field: NewField) => void;
}

/** Stands in the list for a field that is yet to be described. */
const makeNew: ImportTarget = { field: 'new', contact: null };

/** The custom fields of the archive, and those that other columns make. */
const useOwnTargets = (): TargetGroup['options'] => {
  const { fields } = useCustomFields();
  const newFields = useImportWork()?.newFields;
  return useMemo(
    () => [
      ...fields.map(({ id, name }) => ({ target: { field: customKey(id), contact: null }, label: name })),
      ...(newFields ?? []).map(({ name }, index) => ({
        target: { field: `new:${index}`, contact: null },
        label: name,
      })),
    ],
    [fields, newFields],
  );
};

/** All that a column can be, in groups, with a search: type, ↑↓, Enter. */
export const TargetMenu = ({ label, value, taken, onPick, suggested, onNewField }: TargetMenuProps) => {
  const { t } = useTranslation();
  const [find, setFind] = useState('');
  const [making, setMaking] = useState(false);
  const own = useOwnTargets();
  const all = useMemo(
    () =>
      targetGroups(
        t,
        [...taken.values()],
        [...own, { target: makeNew, label: t('imports.target.newField') }],
      ),
    [t, taken, own],
  );
  const choose = (target: ImportTarget): void => (target === makeNew ? setMaking(true) : onPick(target));
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
      if (option !== undefined) choose(option.target);
    }
  };
  const holder = (target: ImportTarget): string | null => {
    if (!isExclusive(target) || sameTarget(target, value)) return null;
    const column = [...taken].find(([, other]) => sameTarget(other, target));
    return column === undefined ? null : columnLetter(column[0]);
  };

  if (making) return <NewFieldForm suggested={suggested} onMake={onNewField} />;

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
              const place = indices.get(targetKey(target)) ?? 0;
              const selected = sameTarget(target, value);
              const usedBy = holder(target);
              return (
                // The search field keeps the focus and hears the keys; this is what it points at.
                <div
                  key={targetKey(target)}
                  id={`${id}-${place}`}
                  role="option"
                  aria-selected={selected}
                  data-active={place === active || undefined}
                  className={classes.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(target)}
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
