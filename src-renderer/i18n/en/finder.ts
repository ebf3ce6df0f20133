import type { SameShape } from '../shape.ts';
import type { finder as source } from '../zh-CN/finder.ts';

/** Texts of the finder (Ctrl+K). Keywords are what someone may type for an action. */
export const finder = {
  title: 'Find anything',
  placeholder: 'Customer, contact, phone, view, or something to do…',
  results: 'What was found',
  group: { customer: 'Customers', contact: 'Contacts', view: 'Views', action: 'To do', list: 'List' },
  searchList: 'Search the customers for “{{text}}”',
  nothing: 'Nothing found for “{{text}}”',
  nothingHint: 'Try another way: part of a name, pinyin initials, some digits of a phone number.',
  reason: {
    pinyin: 'pinyin',
    initials: 'initials',
    soundsAlike: 'sounds alike',
    typo: 'similar',
    phone: 'phone',
    code: 'code',
  },
  hint: { move: 'choose', open: 'open', close: 'close' },
  action: {
    newCustomer: { name: 'New customer', keywords: 'add create xinkehu' },
    import: { name: 'Import Excel or CSV', keywords: 'daoru sheet' },
    export: { name: 'Export these customers', keywords: 'daochu excel csv' },
    backup: { name: 'Back up now', keywords: 'beifen backup' },
    backups: { name: 'Backups and restoring', keywords: 'huifu restore' },
    history: { name: 'History', keywords: 'lishi changes' },
    trash: { name: 'Trash', keywords: 'huishouzhan deleted' },
    tags: { name: 'Manage tags', keywords: 'biaoqian' },
    settings: { name: 'Settings', keywords: 'shezhi preferences' },
    undo: { name: 'Undo the last change', keywords: 'chexiao' },
    redo: { name: 'Redo', keywords: 'chongzuo' },
    dark: { name: 'Dark colours', keywords: 'shense theme' },
    light: { name: 'Light colours', keywords: 'qianse theme' },
    keys: { name: 'All keys', keywords: 'kuaijiejian keyboard shortcuts' },
  },
} as const satisfies SameShape<typeof source>;
