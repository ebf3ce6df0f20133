import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerDraft } from '../../../src-shared/customers.ts';
import { useTellFailure } from '../../app/failures/use-failure-toast.tsx';
import { useLatest } from '../../kit/use-latest.ts';
import type { SaveCustomer } from '../conflict/use-save-customer.tsx';
import { createFormStore, type FormStore } from '../form/form-store.ts';
import { type CustomerValues, newContact } from '../values/customer-values.ts';
import { valuesOf } from '../values/from-customer.ts';
import { noteLabel } from '../values/note-label.ts';
import { patchBetween } from '../values/patch.ts';
import { toDraft } from '../values/to-draft.ts';
import type { Place } from './places.ts';
import type { InPlaceDraft } from './use-in-place-draft.ts';

/** One place of the page that is being edited. */
export interface Editing {
  readonly place: Place;
  readonly store: FormStore;
  readonly base: CustomerDraft;
  readonly baseVersion: number;
}

export interface InPlace {
  readonly editing: Editing | null;
  /** False in the trash: there is nothing to edit, only to restore. */
  readonly enabled: boolean;
  readonly start: (place: Place) => void;
  /** Saves what was edited, if anything was; the editor closes at once and comes back when saving failed. */
  readonly commit: () => void;
  readonly cancel: () => void;
  /** Values that are on their way to the archive, shown in the meantime. */
  readonly pending: Partial<CustomerValues>;
  /** Keeps what is typed until it is saved. */
  readonly keeper: InPlaceDraft['keeper'];
}

/** Editing one place at a time on the page of a customer. */
export const useInPlaceState = (
  customer: Customer,
  save: SaveCustomer['save'],
  draft: InPlaceDraft,
): InPlace => {
  const { t, i18n } = useTranslation();
  const tellFailure = useTellFailure();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pending, setPending] = useState<Partial<CustomerValues>>({});
  // What the keyboard sees now: a key may come before React has drawn what the last one did.
  const now = useRef<Editing | null>(null);
  const show = useCallback(
    (next: Editing | null) => {
      now.current = next;
      setEditing(next);
      if (next !== null) draft.follow(next);
    },
    [draft],
  );

  const send = useCallback(
    async (edited: Editing, mine: CustomerDraft, fields: readonly string[]) => {
      const outcome = await save({ base: edited.base, mine, baseVersion: edited.baseVersion });
      setPending((before) =>
        Object.fromEntries(Object.entries(before).filter(([field]) => !fields.includes(field))),
      );
      if (outcome.saved) {
        if (now.current === null) draft.drop();
        return;
      }
      if (outcome.failure !== null) tellFailure(outcome.failure);
      if (now.current === null) show(edited);
    },
    [save, draft, show, tellFailure],
  );

  const commit = useCallback(() => {
    const edited = now.current;
    if (edited === null) return;
    show(null);
    const values = edited.store.values();
    const mine = toDraft(values, noteLabel(t));
    const fields = Object.keys(patchBetween(edited.base, mine));
    if (mine.name === '') {
      tellFailure({ code: 'nameMissing' });
      show(edited);
      return;
    }
    if (fields.length === 0) return draft.drop();
    setPending((before) => ({
      ...before,
      ...Object.fromEntries(fields.map((field) => [field, values[field as keyof CustomerValues]])),
    }));
    return void send(edited, mine, fields);
  }, [draft, send, show, t, tellFailure]);

  const start = useCallback(
    (place: Place) => {
      if (customer.trashedAt !== null || now.current?.place === place) return;
      commit();
      const values = valuesOf(customer, i18n.language);
      const opened =
        place === 'contact:new' ? { ...values, contacts: [...values.contacts, newContact()] } : values;
      show({ place, store: createFormStore(opened), base: toDraft(values), baseVersion: customer.version });
    },
    [customer, commit, show, i18n],
  );
  const cancel = useCallback(() => {
    show(null);
    draft.drop();
  }, [show, draft]);

  // Whoever goes elsewhere with the keyboard has left the field as well.
  const latest = useLatest(commit);
  useEffect(() => {
    const leave = (): void => latest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [latest]);

  return {
    editing,
    enabled: customer.trashedAt === null,
    start,
    commit,
    cancel,
    pending,
    keeper: draft.keeper,
  };
};

/** The key of the one contact that a place is about; undefined for places that are about all. */
export const contactOfPlace = (values: CustomerValues, place: Place): string | undefined => {
  if (place === 'contact:new') return values.contacts.at(-1)?.key;
  const id = /^contact:(\d+)$/u.exec(place)?.[1];
  return values.contacts.find((contact) => String(contact.id) === id)?.key;
};

const InPlaceContext = createContext<InPlace | null>(null);
export const InPlaceProvider = InPlaceContext.Provider;

/** The page around this field. */
export const useInPlace = (): InPlace => {
  const inPlace = useContext(InPlaceContext);
  if (inPlace === null) throw new Error('useInPlace outside of InPlaceProvider');
  return inPlace;
};
