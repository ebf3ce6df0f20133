import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { CustomerValues } from '../values/customer-values.ts';

type Update = Partial<CustomerValues> | ((values: CustomerValues) => Partial<CustomerValues>);

/** The values of one form. Inputs listen to their own part only, so that typing redraws one input. */
export interface FormStore {
  readonly values: () => CustomerValues;
  readonly set: (update: Update) => void;
  /** Puts all values in place of others: a restored draft, the next customer. */
  readonly replace: (values: CustomerValues) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A form that begins with the given values. */
export const createFormStore = (initial: CustomerValues): FormStore => {
  let current = initial;
  const listeners = new Set<() => void>();
  const replace = (values: CustomerValues): void => {
    current = values;
    for (const listener of listeners) listener();
  };
  return {
    values: () => current,
    set: (update) => replace({ ...current, ...(typeof update === 'function' ? update(current) : update) }),
    replace,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const StoreContext = createContext<FormStore | null>(null);
export const FormStoreProvider = StoreContext.Provider;

/** The form around this input. */
export const useFormStore = (): FormStore => {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useFormStore outside of FormStoreProvider');
  return store;
};

/** A part of the form's values; the component is drawn again only when that part is another. */
export const useFormValue = <T>(select: (values: CustomerValues) => T): T => {
  const store = useFormStore();
  const read = useCallback(() => select(store.values()), [select, store]);
  return useSyncExternalStore(store.subscribe, read);
};

/** One plain field with its setter. */
export const useField = <F extends keyof CustomerValues>(
  field: F,
): [CustomerValues[F], (value: CustomerValues[F]) => void] => {
  const store = useFormStore();
  const read = useCallback(() => store.values()[field], [store, field]);
  const value = useSyncExternalStore(store.subscribe, read);
  const set = useCallback(
    (next: CustomerValues[F]) => store.set({ [field]: next } as Partial<CustomerValues>),
    [store, field],
  );
  return [value, set];
};
