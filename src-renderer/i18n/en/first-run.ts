import type { SameShape } from '../shape.ts';
import type { firstRun as source } from '../zh-CN/first-run.ts';

/** Texts before an archive is open: the first start, and an archive that cannot be opened. */
export const firstRun = {
  title: 'Welcome to Kedang',
  lead: 'All customers in one place: each exactly once, found in a second, never lost. Choose how to begin:',
  create: { title: 'New archive', body: 'Begin empty and add customers one by one.', action: 'Create' },
  import: {
    title: 'Import from Excel',
    body: 'Drop the sheet you have; you see and correct everything before it is written.',
    action: 'Go to import',
  },
  restore: {
    title: 'Restore a backup',
    body: 'After a new computer or a fresh system, bring back a backup file.',
    action: 'Choose a backup…',
  },
  sample: {
    title: 'Look around with samples',
    body: 'Some made-up customers to try everything on, until you bring in your own.',
    action: 'Add samples',
  },
  businessName: 'Business name (can wait)',
  businessPlaceholder: 'for example Hangzhou Bajun Trading',
  folder: 'The archive will be in this folder and never leaves this computer:',
  changeFolder: 'Another folder…',
  creating: 'Making the archive',
  sampling: 'Adding sample customers',
  problem: {
    title: 'The archive cannot be opened now',
    reassure: 'No need to worry: Kedang has not changed or overwritten any file.',
    folder: 'Archive folder',
    reopening: 'Opening…',
    backups: 'Backups you can restore',
    backupsHint:
      'These checked backups were found, the newest first. When you restore one, the file that cannot be opened is kept.',
    noBackups:
      'No backup was found in this folder. If there is one on a USB disk or elsewhere, restore it from the file.',
    restoreFile: 'Restore from a file…',
  },
} as const satisfies SameShape<typeof source>;
