import type { KeyboardEvent } from 'react';
import { isComposing } from '../../app/key-combos.ts';

/** Inputs that Enter goes to: those one types into, not lists to choose from. */
const entries =
  'input:not([readonly]):not([disabled]):not([type="checkbox"]):not([data-enter-skip]), textarea:not([readonly])';

const isLine = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);

/** Enter in a line goes to the next input of the form, and never while an input method composes. */
export const moveOnWithEnter = (event: KeyboardEvent<HTMLElement>): void => {
  const { target } = event;
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent) || !isLine(target))
    return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const inputs = [...event.currentTarget.querySelectorAll<HTMLElement>(entries)].filter(
    (input) => input.offsetParent !== null,
  );
  const next = inputs[inputs.findIndex((input) => input === target) + 1];
  next?.focus();
};

/** Escape in an open list closes the list only. */
export const keepEscapeInLists = (event: KeyboardEvent<HTMLElement>): void => {
  const { target } = event;
  if (event.key !== 'Escape' || !(target instanceof HTMLElement)) return;
  if (target.dataset['mantineStopPropagation'] === 'true') event.preventDefault();
};
