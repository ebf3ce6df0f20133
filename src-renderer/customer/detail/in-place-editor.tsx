import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { isComposing } from '../../app/key-combos.ts';
import { FormNotesProvider } from '../form/form-notes.tsx';
import { FormStoreProvider } from '../form/form-store.ts';
import { ContactsField } from '../form/inputs/contacts-field.tsx';
import { UnitField } from '../form/inputs/unit-field.tsx';
import { KeeperText } from '../form/keeper-text.tsx';
import { keepEscapeInLists } from '../form/move-on.ts';
import type { Unit } from '../field-groups.ts';
import classes from './detail.module.css';
import type { Place } from './places.ts';
import { useLeaving } from './use-leaving.ts';
import { contactOfPlace, type Editing, useInPlace } from './use-in-place.ts';

const tabbable =
  'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])';
const none: Readonly<Record<string, string>> = {};

/** Places with more than one input, which stand in a box of their own; the others take the place of their value. */
const boxed = new Set<Unit>(['region', 'tagIds', 'methods', 'notes']);

const chosenOnly = new Set<Place>(['stage', 'level', 'gender']);

const isContact = (place: Place): place is Exclude<Place, Unit> => place.startsWith('contact:');

/** The inputs of one place. Enter or leaving saves, Escape drops, Tab past the last goes on to the next place. */
export const InPlaceEditor = ({
  editing,
  onNext,
  onDone,
}: {
  editing: Editing;
  /** Goes to the place after this one, or before it. False when there is none. */
  onNext: (step: 1 | -1) => boolean;
  /** The place shows its value again and takes the focus. */
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const { commit, cancel, keeper } = useInPlace();
  const { place, store } = editing;
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const first =
      root.current?.querySelector<HTMLInputElement>(
        'input:not([type="checkbox"], [type="hidden"], [readonly]), textarea',
      ) ?? root.current?.querySelector<HTMLInputElement>('input:not([type="hidden"])');
    first?.focus();
    // A list to choose from shows what there is; text is there to be typed over.
    if (first?.readOnly === true) first.click();
    else first?.select();
  }, []);
  const onBlur = useLeaving(root, commit);

  const type = useCustomFields().byKey(place)?.type;
  const chooses = chosenOnly.has(place) || type === 'choice' || type === 'boolean';
  // Choosing is all there is to do in a list of fixed values.
  const onChosen = useEffectEvent(() => {
    commit();
    onDone();
  });
  useEffect(() => {
    if (!chooses) return undefined;
    return store.subscribe(onChosen);
  }, [chooses, store]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.defaultPrevented || isComposing(event.nativeEvent)) return;
    const save =
      (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's');
    const line = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (save || (event.key === 'Enter' && line && !event.shiftKey)) {
      event.preventDefault();
      commit();
      onDone();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
      onDone();
    } else if (event.key === 'Tab') {
      const stops = [...(root.current?.querySelectorAll<HTMLElement>(tabbable) ?? [])].filter(
        (stop) => stop.tabIndex >= 0 && stop.offsetParent !== null,
      );
      if (event.target !== (event.shiftKey ? stops[0] : stops.at(-1))) return;
      event.preventDefault();
      if (!onNext(event.shiftKey ? -1 : 1)) onDone();
    }
  };

  return (
    <FormStoreProvider value={store}>
      <FormNotesProvider errors={none}>
        {/* The inputs inside have roles of their own; this only listens to what they let through. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={root}
          className={isContact(place) || boxed.has(place) ? classes.editor : classes.inline}
          onKeyDown={onKeyDown}
          onKeyDownCapture={keepEscapeInLists}
          onBlur={onBlur}
        >
          {isContact(place) ? (
            <ContactsField only={contactOfPlace(store.values(), place)} onRemoved={commit} />
          ) : (
            <UnitField unit={place} />
          )}
          {(isContact(place) || boxed.has(place)) && (
            <span className={classes.editHint}>
              {t('customer.detail.editHint')} <KeeperText keeper={keeper} />
            </span>
          )}
        </div>
      </FormNotesProvider>
    </FormStoreProvider>
  );
};
