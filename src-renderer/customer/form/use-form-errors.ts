import { useCallback, useEffect, useState } from 'react';
import type { CustomerValues } from '../values/customer-values.ts';
import type { FormStore } from './form-store.ts';

type Errors = Readonly<Record<string, string>>;

/** Puts the cursor into the input of a field. */
export const focusField = (field: string): void => {
  const input = document.querySelector<HTMLElement>(`[name="${field}"]`);
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
};

/** Sentences beside the fields that keep the form from being saved; each goes as soon as its field is another. */
export const useFormErrors = (
  store: FormStore,
): [Errors, (field: keyof CustomerValues, sentence: string) => void] => {
  const [errors, setErrors] = useState<Errors>({});
  useEffect(() => {
    let before = store.values();
    return store.subscribe(() => {
      const [previous, now] = [before, store.values()];
      before = now;
      const isSame = (field: string): boolean =>
        now[field as keyof CustomerValues] === previous[field as keyof CustomerValues];
      setErrors((shown) =>
        Object.keys(shown).every(isSame)
          ? shown
          : Object.fromEntries(Object.entries(shown).filter(([field]) => isSame(field))),
      );
    });
  }, [store]);
  const tell = useCallback((field: keyof CustomerValues, sentence: string) => {
    setErrors((shown) => ({ ...shown, [field]: sentence }));
    focusField(field);
  }, []);
  return [errors, tell];
};
