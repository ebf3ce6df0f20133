import type { SameShape } from '../shape.ts';
import type { moving as source } from '../zh-CN/moving.ts';

/** Texts for moving the archive to another folder. */
export const moving = {
  action: 'Move to another folder…',
  title: 'Move the archive to another folder',
  typeHint:
    'An empty folder is used as it is; in one that holds other things a folder for the archive is made.',
  chooseTitle: 'Choose the new folder',
  choose: 'See what will happen',
  from: 'It is in',
  to: 'Moves to',
  size: 'To copy',
  sizeText_one: '{{size}}: the archive, its keys and one backup',
  sizeText_other: '{{size}}: the archive, its keys and {{count, number}} backups',
  sizeOnly: '{{size}}: the archive and its keys; there is no backup yet',
  free: 'Free space there',
  freeText: '{{free}} ({{needed}} needed)',
  freeUnknown: 'unknown ({{needed}} needed)',
  points: {
    copied:
      'Everything is copied first and compared; only when it agrees is the folder changed. Cancelled, without power or with the stick pulled out, the archive stays where it was.',
    open: 'Kedang then goes on in the new folder, also when it is opened next.',
    kept: 'The files of before stay for now, the archive under another name that is not opened any more; once you have seen that all is well, you decide whether to delete them.',
    secondPlace: 'The second place for backups stays the same.',
  },
  start: 'Move it',
  working: 'Moving the archive',
  opening: 'Moved and checked; opening it in the new folder…',
  openThere: 'Open the archive there',
  movedAway: 'The archive was moved to another folder',
  openNew: 'Open the new folder',
  left: {
    title: 'The archive was moved here; the files of before are still there',
    body: 'The new archive was opened and checked. The folder of before holds {{size}} that are of no use any more:',
    remove: 'Delete the files of before…',
    keep: 'Keep them, do not ask again',
    removeTitle: 'Delete the files from before the move?',
    removeBody:
      'This deletes {{size}} of old files in “{{folder}}”: the archive, keys and backups of before. All of them were copied to the present folder. Files that you put there yourself stay.',
    removeAction: 'Delete the files of before',
  },
} as const satisfies SameShape<typeof source>;
