import type { SameShape } from '../shape.ts';
import type { salvage as source } from '../zh-CN/salvage.ts';

/** Texts for salvaging a damaged archive. */
export const salvage = {
  action: 'Salvage what can be read…',
  hint: 'No backup, or too old a one? Whatever can still be read in the damaged file can be copied, row by row, into a new archive.',
  title: 'Salvage what can be read',
  lead: 'Kedang reads the damaged archive row by row, copies what it can read into a new archive, and goes on with that.',
  points: {
    kept: 'The damaged file is kept as it is.',
    partial:
      'A customer that cannot be read, but has contacts or numbers left, gets a place under its code, to be completed.',
    history: 'History and the list of imports are not salvaged: undoing with half a history goes wrong.',
    backupFirst: 'If there is a backup from today, restoring it brings back more.',
  },
  start: 'Salvage',
  working: 'Salvaging',
  done: 'Salvaged',
  counts_one: '{{count, number}} customer was salvaged. The new archive is open.',
  counts_other: '{{count, number}} customers were salvaged. The new archive is open.',
  table: 'What was salvaged',
  part: 'What',
  read: 'Read',
  unreadable: 'Not readable',
  parts: {
    customers: 'Customers',
    contacts: 'Contacts',
    contactMethods: 'Numbers and addresses',
    others: 'Tags, views and settings',
  },
  incomplete_one: '{{count, number}} customer is incomplete:',
  incomplete_other: '{{count, number}} customers are incomplete:',
  incompleteList: 'Incomplete customers',
  gone: '{{customer}}: could not be read',
  partly: '{{name}}: only contacts, numbers or tags are left',
  number: 'Number {{id}}',
  keptAs: 'The damaged file is kept as',
  copy: 'Copy the list',
  ok: 'OK',
  aside: {
    title: 'Copy the damaged file elsewhere first',
    hint: 'Before anything is restored you can copy the archive that does not open, with its keys, just as it is, for somebody who knows about it. Not a byte of the files here is changed.',
    action: 'Copy it elsewhere…',
    typeHint: 'A folder with the date in its name is made there.',
    use: 'Copy it here',
    working: 'Copying the damaged archive',
    done: 'Copied, and compared byte by byte.',
    where_one: '{{count, number}} file, {{size}}, in:',
    where_other: '{{count, number}} files, {{size}} together, in:',
  },
} as const satisfies SameShape<typeof source>;
