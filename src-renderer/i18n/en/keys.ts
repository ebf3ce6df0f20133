import type { SameShape } from '../shape.ts';
import type { keys as source } from '../zh-CN/keys.ts';

/** What each key does, as the overlay of all keys lists it. */
export const keys = {
  title: 'Keyboard',
  group: { anywhere: 'Anywhere', list: 'List', customer: 'Customer', form: 'Form' },
  showKeys: 'Show all keys',
  newCustomer: 'New customer',
  search: 'Search',
  finder: 'Find anything',
  undo: 'Undo',
  redo: 'Redo',
  settings: 'Settings',
  close: 'Back or close',
  name: {
    mod: 'Ctrl',
    shift: 'Shift',
    alt: 'Alt',
    escape: 'Esc',
    enter: 'Enter',
    space: 'Space',
    arrowup: '↑',
    arrowdown: '↓',
    arrowleft: '←',
    arrowright: '→',
    home: 'Home',
    end: 'End',
    pageup: 'PageUp',
    pagedown: 'PageDown',
    delete: 'Delete',
    backspace: 'Backspace',
    tab: 'Tab',
  },
} as const satisfies SameShape<typeof source>;
