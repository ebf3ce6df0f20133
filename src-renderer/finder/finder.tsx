import { Modal } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { onCommand } from '../app/commands.ts';
import { isComposing } from '../app/key-combos.ts';
import { useKey } from '../app/keys.tsx';
import { drawNow } from '../kit/draw-now.ts';
import { KeyHint } from '../kit/key-hint.tsx';
import classes from './finder.module.css';
import { useItems, type FinderItem } from './items.tsx';
import { Results } from './results.tsx';

const FinderBody = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const id = useId();
  const [typed, setTyped] = useState('');
  // What an input method is still composing is no search yet.
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const composing = useRef(false);
  const { data: hits } = useQuery(
    archive.finder.search.queryOptions({
      input: { text, limit: 20 },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const items = useItems(text, text === '' ? [] : (hits ?? []));
  const active = Math.min(at, items.length - 1);

  const search = (next: string): void => {
    setText(next.trim());
    setAt(0);
  };
  const choose = (item: FinderItem | undefined): void => {
    if (item === undefined) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: Math.min(active + 8, items.length - 1),
      PageUp: Math.max(active - 8, 0),
    };
    const next = moves[event.key];
    if (next !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((next + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[active]);
    }
  };

  return (
    <div className={classes.finder}>
      <div className={classes.field}>
        <IconSearch size={18} aria-hidden />
        <input
          className={classes.input}
          role="combobox"
          aria-label={t('finder.title')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-results`}
          aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          // Both: it has the focus as soon as it is there, and the dialog leaves it there.
          autoFocus
          data-autofocus
          maxLength={200}
          placeholder={t('finder.placeholder')}
          value={typed}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            search(event.currentTarget.value);
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (!composing.current) search(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Results
        id={id}
        text={text}
        items={items}
        active={active}
        nothing={text !== '' && hits?.length === 0}
        onChoose={choose}
      />
      <div className={classes.hints} aria-hidden>
        <span>
          <KeyHint keys="arrowup" /> <KeyHint keys="arrowdown" /> {t('finder.hint.move')}
        </span>
        <span>
          <KeyHint keys="enter" /> {t('finder.hint.open')}
        </span>
        <span>
          <KeyHint keys="escape" /> {t('finder.hint.close')}
        </span>
      </div>
    </div>
  );
};

/** Ctrl+K from anywhere: customers, contacts, views, and things to do. */
export const Finder = () => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const close = useCallback(() => setOpened(false), []);
  useEffect(() => onCommand('find', () => setOpened(true)), []);
  useKey(
    'mod+k',
    () => {
      // Not on top of another dialog, whose work would be lost from sight.
      if (!opened && document.querySelector('[aria-modal="true"]') !== null) return;
      // Whoever knows the key types on at once.
      drawNow(() => setOpened(!opened));
    },
    { label: t('keys.finder'), inFields: true, overDialogs: true },
  );
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={640}
      padding={0}
      attributes={{ content: { 'aria-label': t('finder.title'), 'data-at-once': true } }}
    >
      <FinderBody onClose={close} />
    </Modal>
  );
};
