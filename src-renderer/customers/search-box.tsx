import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../app/key-combos.ts';
import { useKey } from '../app/keys.tsx';

interface SearchBoxProps {
  /** The search text of the address. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Enter or ↓: the user is done with the words and goes to the rows. */
  readonly onDone: () => void;
}

/**
 * Searches with every keystroke. What an input method is still composing is no text yet: it is searched once it
 * is committed. `/` comes here from anywhere on the page.
 */
export const SearchBox = memo(function SearchBox({ text, onChange, onDone }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const composing = useRef(false);
  const sent = useRef(text);

  // The address moved on without us: Back, a view, “clear all”.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    if (!composing.current) setTyped(text);
  }, [text]);

  const send = (value: string): void => {
    if (value === sent.current) return;
    sent.current = value;
    onChange(value);
  };

  useKey('/', () => input.current?.select(), { label: t('keys.search'), group: 'list' });

  const clear = (): void => {
    setTyped('');
    send('');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (typed === '') onDone();
      else clear();
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      onDone();
    }
  };

  return (
    <TextInput
      ref={input}
      role="searchbox"
      aria-label={t('customers.search.label')}
      placeholder={t('customers.search.placeholder')}
      value={typed}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton
            size="sm"
            aria-label={t('customers.search.clear')}
            onClick={() => {
              clear();
              input.current?.focus();
            }}
          />
        )
      }
      onChange={(event) => {
        const { value } = event.currentTarget;
        setTyped(value);
        if (!composing.current) send(value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        send(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      w="100%"
    />
  );
});
