import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Doubt } from '../../../src-shared/customers.ts';
import { doubtsInForm } from '../values/doubts.ts';
import { useFormStore } from './form-store.ts';

/** What is said beside the fields: doubts, which never keep anyone from saving, and the few things that do. */
interface Notes {
  readonly doubts: readonly Doubt[];
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>;
}

const NotesContext = createContext<Notes>({ doubts: [], errors: {} });

/** How long after the last keystroke a new doubt is shown, ms: nobody wants to be told of a number half typed. */
const pause = 700;

const same = (one: Doubt, other: Doubt): boolean => one.field === other.field && one.reason === other.reason;

/** Doubts about the form as it is typed: new ones after a pause or when a field is left, settled ones vanish at once. */
const useDoubts = (): readonly Doubt[] => {
  const store = useFormStore();
  const [shown, setShown] = useState(() => doubtsInForm(store.values()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      const now = doubtsInForm(store.values());
      setShown((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    const onChange = (): void => {
      const now = doubtsInForm(store.values());
      setShown((before) => {
        const still = before.filter((doubt) => now.some((other) => same(doubt, other)));
        return still.length === before.length ? before : still;
      });
      clearTimeout(timer);
      timer = setTimeout(settle, pause);
    };
    settle();
    const stop = store.subscribe(onChange);
    document.addEventListener('focusout', settle);
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener('focusout', settle);
    };
  }, [store]);
  return shown;
};

/** Gives the fields inside what there is to say about them. */
export const FormNotesProvider = ({
  errors,
  children,
}: {
  errors: Readonly<Record<string, string>>;
  children: ReactNode;
}) => {
  const doubts = useDoubts();
  const notes = useMemo(() => ({ doubts, errors }), [doubts, errors]);
  return <NotesContext.Provider value={notes}>{children}</NotesContext.Provider>;
};

/** All doubts about the form. */
export const useFormDoubts = (): readonly Doubt[] => useContext(NotesContext).doubts;

/** What there is to say about one field, `contacts.1.methods.0` included. */
export const useFieldNotes = (path: string): { doubts: readonly Doubt[]; error: string | undefined } => {
  const { doubts, errors } = useContext(NotesContext);
  return { doubts: doubts.filter(({ field }) => field === path), error: errors[path] };
};
