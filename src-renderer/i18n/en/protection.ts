import type { SameShape } from '../shape.ts';
import type { protection as source } from '../zh-CN/protection.ts';

/** The same in English. */
export const protection: SameShape<typeof source> = {
  field: {
    password: 'Password',
    current: 'Current password',
    new: 'New password',
    repeat: 'Once more',
    show: 'Show the password',
    hide: 'Hide the password',
    capsLock: 'Caps Lock is on',
    rule: '8 to 128 characters of any kind, spaces and Chinese included. Length helps more than signs: a few words that have nothing to do with each other are easy to remember.',
    short: '{{count, number}} more characters',
    long: 'Too long: at most 128 characters',
    common: 'This one is too common and guessed first',
    good: 'Good',
    differs: 'The two are not the same',
  },
  lock: {
    title: 'Kedang is locked',
    lead: 'Type the password to go on.',
    unlock: 'Unlock',
    unlocking: 'Opening…',
    wait_one: 'Next try in {{count, number}} second',
    wait_other: 'Next try in {{count, number}} seconds',
    forgot: 'Forgot the password?',
    restore: 'Neither password nor recovery key? Restore a backup…',
    folder: 'Archive folder',
    noRecovery: 'This archive has no recovery key. Without the password nobody can open it.',
  },
  recover: {
    title: 'Open with the recovery key',
    lead: 'Type the nine groups that were written down, and a new password. Capitals, spaces and dashes do not matter.',
    key: 'Recovery key',
    submit: 'Open and set the new password',
    back: 'Back to the password',
  },
  restore: {
    title: 'Restore a backup',
    lead: 'Choose a backup that you can open: those made before there was a password need none, others the password of when they were made, and a copy made for somebody else its own.',
    safe: 'The archive that is locked now is kept as it is, still encrypted; nothing is deleted. Should its password come back to you, you can open it on the Backups page.',
    list: 'Backups to restore',
    none: 'There are no backups in this folder. One on a stick or elsewhere can be restored from its file.',
  },
  panel: {
    title: 'Protection',
    none: 'Not protected: whoever has this folder can see the customers in it.',
    noneHint:
      'The archive is stored encrypted, but its key lies beside it. With a password nobody opens it without that: a lost computer, a disk in repair or a lost USB stick tell nothing.',
    set: 'Protected by a password, set {{when}}.',
    setHint:
      'After locking or leaving the program it takes the password to open it. Backups made from then on take the same password.',
    notEncrypted:
      'This archive could not be encrypted yet: no room on the disk, or a folder that cannot be written to. Make room and start Kedang again.',
    setPassword: 'Set a password…',
    changePassword: 'Change password…',
    removePassword: 'Remove password…',
    lockNow: 'Lock now',
    recovery: 'Recovery key',
    recoveryNone:
      'There is no recovery key yet. Should the password be forgotten, only it opens the archive.',
    recoverySet: 'Recovery key made {{when}}. Keep the paper safe.',
    newRecovery: 'Make a recovery key…',
    replaceRecovery: 'Make another recovery key…',
    idle: 'Lock when nobody is at work for',
    idleOff: 'Never',
    idleMinutes_one: '{{count, number}} minute',
    idleMinutes_other: '{{count, number}} minutes',
    idleNeeds: 'Locking starts once there is a password.',
    anew: 'Encrypt anew',
    anewHint:
      'If somebody may have got hold of the key, take a new one and encrypt the whole archive again. Earlier backups stay as they are. The recovery key has to be made again afterwards.',
    anewAction: 'New key, encrypt anew…',
    anewDone: 'Encrypted under a new key, and checked',
  },
  dialog: {
    setTitle: 'Set a password',
    warning:
      'Remember it: without the password and without the recovery key what is in the archive is gone for ever, and nobody can bring it back.',
    oldBackups:
      'Backups made before, copies elsewhere among them, do not have this password: they open for anybody, and the key of this archive is in them.',
    andRecovery: 'Then make a recovery key',
    set: 'Set password',
    setDone: 'The password is set',
    changeTitle: 'Change password',
    changeHint: 'Earlier backups open with the password they were made with.',
    change: 'Change password',
    changeDone: 'The password is changed',
    removeTitle: 'Remove password',
    removeHint: 'Afterwards whoever has this folder can open the archive; the recovery key is void as well.',
    remove: 'Remove password',
    removeDone: 'The password is removed',
    recoveryTitle: 'Recovery key',
    recoveryAsk: 'Type the password first, to show that it is you.',
    recoveryNext: 'Make the recovery key',
    later: 'Later',
    anewTitle: 'Encrypt anew',
    anew: 'Encrypt anew',
  },
  newKey: {
    title: 'A new key',
    offer: 'Then take a new key and encrypt the archive again',
    offerOpen_one:
      'There is {{count, number}} backup of before the password. Whoever knows how can open the archive of today with the key in it, and no more once there is a new one. The password holds at once; the new key comes after it and can be cancelled.',
    offerOpen_other:
      'There are {{count, number}} backups of before the password. Whoever knows how can open the archive of today with the key in them, and no more once there is a new one. The password holds at once; the new key comes after it and can be cancelled.',
    offerNone:
      'If copies of backups lie elsewhere, take one: the key in them opens the archive no more then.',
    running:
      'The password is set and holds. Now the whole archive is encrypted again under a new key; cancelling that leaves the password as it is.',
    notDone:
      'The password is set. The key is the one of before; “New key, encrypt anew” under Protection takes a new one at any time.',
    again: 'Try again',
    goOn: 'Go on',
  },
  open: {
    title: 'Backups that open without a password',
    panel_one: '{{count, number}} backup was made before the password and opens for anybody.',
    panel_other: '{{count, number}} backups were made before the password and open for anybody.',
    look: 'Look, and perhaps delete…',
    lead_one:
      'This backup was made before the password and opens for anybody. Whether it goes is for you to say: there is no going back to that time then, and should password and recovery key both be forgotten, it is the last way in.',
    lead_other:
      'These {{count, number}} backups were made before the password and open for anybody. Whether they go is for you to say: there is no going back to those times then, and should password and recovery key both be forgotten, they are the last way in.',
    all_one: 'All ({{count, number}})',
    all_other: 'All ({{count, number}})',
    newFirst:
      'Before they go there is a new backup that has the password and holds everything. Copies elsewhere are yours to delete.',
    removeNone: 'Delete the chosen ones',
    remove_one: 'Delete {{count, number}} backup',
    remove_other: 'Delete {{count, number}} backups',
    removing: 'Deleting backups without a password',
    removed_one: '{{count, number}} backup was deleted.',
    removed_other: '{{count, number}} backups were deleted.',
    none: 'No backup here opens without a password any more.',
    notConnected: 'The second place “{{path}}” is not connected; what lies there can be deleted when it is.',
    keep: 'Keep them',
    finish: 'Good',
  },
  key: {
    lead: 'Write these nine groups on paper or print them, and keep them with your important papers, not on this computer. They are shown only this once.',
    label: 'Recovery key',
    print: 'Print…',
    save: 'Save as text…',
    saveHint:
      'If you save it as text, save it to a USB stick and keep that with your papers: on the same computer as the archive it is as good as no password.',
    fileName: 'Kedang recovery key {{day}}.txt',
    copy: 'Copy the recovery key',
    next: 'I wrote it down',
    confirmLead: 'Type these two groups from the paper, to be sure.',
    group: 'Group {{number}}',
    confirm: 'Confirm',
    again: 'Show it again',
    done: 'The recovery key works from now on. An earlier one is void.',
    finish: 'Good',
    sheetTitle: 'Kedang recovery key',
    sheetWhat:
      'When the password is forgotten, choose “Forgot the password?” on the lock screen and type these nine groups. Keep them with your important papers and show them to nobody.',
    sheetMade: 'Made {{when}}, archive folder: {{folder}}',
    sheetBusiness: 'Business: {{name}}',
  },
  giveAway: {
    action: 'A copy for somebody else…',
    title: 'A copy for somebody else',
    lead: 'This backup has a password of its own, which has nothing to do with yours or with your recovery key. The other person restores it in their Kedang and types this password.',
    warning:
      'It holds all customers. Tell the password in person or by phone, and never send it along with the file.',
    password: 'Password of this backup',
    submit: 'Choose where to…',
    fileName: 'Kedang-for-others-{{stamp}}.kedang',
  },
  backupPassword: {
    lead: 'This backup was made under another password. Type that password, or its recovery key:',
    label: 'Password or recovery key of the backup',
    submit: 'Open this backup',
  },
};
