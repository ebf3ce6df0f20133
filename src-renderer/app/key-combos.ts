/** A key with its modifiers; `mod` is Ctrl, and ⌘ on a Mac. */
export interface Combo {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export const isMac: boolean = /mac/iu.test(globalThis.navigator?.userAgent ?? '');

/** `mod+shift+z` → its parts. */
export const parseCombo = (text: string): Combo => {
  const parts = text.toLowerCase().split('+');
  const last = parts.at(-1) ?? '';
  const key = last === 'space' ? ' ' : last === '' ? '+' : last;
  return { key, mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt') };
};

/** Whether the key belongs to an input method: 229 is what browsers send while it composes. */
export const isComposing = (event: { isComposing: boolean; keyCode: number; key: string }): boolean =>
  event.isComposing || event.keyCode === 229 || event.key === 'Process';

/** Whether keys typed here are text. */
export const isEditable = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'].includes(target.type);
};

// With another keyboard layout Ctrl+Z still sits on the same key: its code says so, its letter may not.
const keyMatches = (key: string, event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === key ||
  (/^[a-z]$/u.test(key) &&
    event.code === `Key${key.toUpperCase()}` &&
    event.key.length === 1 &&
    !/^[a-z]$/iu.test(event.key));

/** Whether the event is this combo. Shift is free for signs such as `?` that need it on some keyboards. */
export const matches = (combo: Combo, event: KeyboardEvent): boolean => {
  if (!keyMatches(combo.key, event)) return false;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  const sign = combo.key.length === 1 && !/[a-z0-9 ]/u.test(combo.key);
  return (
    mod === combo.mod && !otherMod && event.altKey === combo.alt && (sign || event.shiftKey === combo.shift)
  );
};
