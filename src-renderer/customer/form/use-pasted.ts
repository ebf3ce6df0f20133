import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLatest } from '../../kit/use-latest.ts';
import { useApi } from '../../app/api.ts';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import type { CustomerValues } from '../values/customer-values.ts';
import { fillIn, type Filling, takeFillingBack } from '../values/fill.ts';
import type { FormStore } from './form-store.ts';

/** The latest 智能粘贴: what it filled, and what found no place. */
export interface Pasted {
  readonly before: CustomerValues;
  readonly filling: Filling;
  readonly rest: string;
}

export interface PastedActions {
  readonly pasted: Pasted | null;
  readonly read: (text: string) => Promise<void>;
  readonly takeBack: () => void;
  readonly replace: (field: keyof CustomerValues, value: string) => void;
  readonly restToNotes: () => void;
  readonly close: () => void;
}

/** Reads pasted text into the form. */
export const usePasted = (store: FormStore): PastedActions => {
  const { client } = useApi();
  const { i18n } = useTranslation();
  const tellFailure = useFailureToast();
  const [pasted, setPasted] = useState<Pasted | null>(null);

  const read = useCallback(
    async (text: string) => {
      try {
        const { patch, rest } = await client.archive.customers.readPasted({ text: text.slice(0, 10_000) });
        const before = store.values();
        const filling = fillIn(before, patch, i18n.language);
        store.replace(filling.values);
        setPasted({ before, filling, rest });
      } catch (error) {
        tellFailure(error);
      }
    },
    [client, store, i18n, tellFailure],
  );
  const takeBack = (): void => {
    if (pasted === null) return;
    store.replace(takeFillingBack(store.values(), pasted.before, pasted.filling));
    setPasted(null);
  };
  const replace = (field: keyof CustomerValues, value: string): void => {
    store.set({ [field]: value });
    setPasted((now) =>
      now === null
        ? null
        : {
            ...now,
            filling: { ...now.filling, kept: now.filling.kept.filter((one) => one.field !== field) },
          },
    );
  };
  const restToNotes = (): void => {
    if (pasted === null) return;
    store.set(({ notes }) => ({ notes: [notes, pasted.rest].filter(Boolean).join('\n') }));
    setPasted({ ...pasted, rest: '' });
  };
  return { pasted, read, takeBack, replace, restToNotes, close: () => setPasted(null) };
};

/**
 * Ctrl+Shift+V: the browser answers it with a paste event where that is possible, and then its text is read. Where none
 * comes soon, `onNothing` asks for the text; one that comes all the same, on a busy computer, is still the answer.
 */
export const usePasteKey = (onText: (text: string) => void, onNothing: () => void): (() => void) => {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const awaited = useRef(false);
  const handlers = useLatest({ onText, onNothing });
  useLayoutEffect(() => {
    // The next key asks for something else.
    const onKeyDown = (): void => {
      awaited.current = false;
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!awaited.current) return;
      awaited.current = false;
      clearTimeout(timer.current);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      event.stopPropagation();
      handlers.current.onText(text);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('paste', onPaste, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('paste', onPaste, { capture: true });
    };
  }, [handlers]);
  return useCallback(() => {
    awaited.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => handlers.current.onNothing(), 120);
  }, [handlers]);
};
