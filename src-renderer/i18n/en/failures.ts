import type { FailureCode } from '../../../src-shared/failures.ts';
import type { FailureSentence } from '../sentence.ts';
import type { SameShape } from '../shape.ts';
import type { failureWords as words } from '../zh-CN/failures.ts';

/** One sentence a failure: what happened, what was not lost, what to do now. */
export const failures = {
  noArchive: {
    what: 'There is no archive in this folder yet.',
    safe: 'No file was touched.',
    next: 'Make a new archive, or restore one from a backup.',
  },
  archiveAlreadyThere: {
    what: 'The folder “{{folder}}” already holds an archive.',
    safe: 'It was left as it is.',
    next: 'Open it, or choose an empty folder.',
  },
  archiveLocked: {
    what: 'Another window or program has this archive open.',
    safe: 'The archive itself is fine.',
    next: 'Close the other one, then try again. Folder: {{folder}}',
  },
  archiveFolderMissing: {
    what: 'The archive folder “{{folder}}” cannot be found.',
    safe: 'Nothing was made and nothing was written over.',
    next: 'If it is on a USB or external disk, plug it in and try again; or choose another folder.',
  },
  archiveMoved: {
    what: 'The archive of “{{folder}}” was moved; it is in “{{to}}” now.',
    safe: 'Everything is in the new folder; nothing was lost.',
    next: 'Open the new folder. If it is on a USB or external disk, plug it in first.',
  },
  moveTargetTaken: {
    what: '“{{folder}}” holds files of Kedang already ({{name}}); the archive cannot be moved there.',
    safe: 'Neither those files nor the archive were touched.',
    next: 'Choose an empty folder; if those files are of no use any more, move them away yourself first.',
  },
  moveInside: {
    what: '“{{folder}}” is the folder of the archive, or lies inside it.',
    safe: 'No file was touched.',
    next: 'Choose a folder elsewhere.',
  },
  folderMissing: {
    what: 'The folder “{{path}}” cannot be found, or is not connected.',
    safe: 'Nothing was written.',
    next: 'Check the path; if it is on a USB or external disk, plug it in first.',
  },
  archiveEmptyFile: {
    what: 'The archive file “{{path}}” is empty: it holds not a single byte.',
    safe: 'It was not written over, and no backup was touched.',
    next: 'Restore the latest backup.',
  },
  archiveForeignFile: {
    what: '“{{path}}” is not an archive of Kedang.',
    safe: 'The file was not touched.',
    next: 'Choose another folder, or restore a backup.',
  },
  archiveDamaged: {
    what: 'The archive file “{{path}}” is damaged.',
    safe: 'The damaged file is kept as it is, and the backups are not affected.',
    next: 'Restore the latest backup.',
  },
  archiveNewer: {
    what: 'This archive was written by a newer Kedang (format {{schema}}; this program knows up to {{ours}}).',
    safe: 'It was not touched.',
    next: 'Update Kedang, then open it.',
  },
  locked: {
    what: 'The archive is locked.',
    safe: 'Everything is there; nobody can see it now.',
    next: 'Type the password to go on.',
  },
  wrongPassword: {
    what: 'The password is wrong.',
    safe: 'The archive is fine and nothing was changed.',
    next: 'Look at capitals and the input method and type it again; if it is forgotten, use the recovery key.',
  },
  tryLater: {
    what: 'Too many wrong passwords: the next try is in {{seconds}} seconds.',
    safe: 'The archive is fine and nothing was changed.',
    next: 'Starting the program again does not shorten this. Look for the recovery key that was written down.',
  },
  wrongRecoveryKey: {
    what: 'The recovery key is wrong: {{reason}}.',
    safe: 'The archive is fine and nothing was changed.',
    next: 'Compare it with the paper, group by group, and type it again.',
  },
  passwordUnfit: {
    what: 'This password cannot be used: {{reason}}.',
    safe: 'The protection is as it was.',
    next: 'Take a longer one that others do not think of, such as a few words that have nothing to do with each other.',
  },
  passwordSet: {
    what: 'The archive already has a password.',
    safe: 'The password is as it was.',
    next: 'Use “Change password” for another one.',
  },
  passwordNotSet: {
    what: 'The archive has no password yet.',
    safe: 'Nothing was changed.',
    next: 'Set a password first.',
  },
  keysMissing: {
    what: 'The key file that opens the archive is missing ({{path}}), and neither its copy nor a backup has it.',
    safe: 'The archive file is there and was not touched.',
    next: 'If the archive was copied from elsewhere, copy kedang.keys of the same folder too; otherwise restore a backup.',
  },
  readOnly: {
    what: '“{{path}}” is read only: nothing can be written now.',
    safe: 'Everything saved is there and can be looked at.',
    next: 'Take the read-only mark off the folder, or choose another one.',
  },
  noPermission: {
    what: 'There is no permission to read or write “{{path}}”.',
    safe: 'Nothing was written, and what was there is not affected.',
    next: 'Choose another folder, or ask whoever looks after this computer for permission.',
  },
  fileMissing: {
    what: 'The file “{{path}}” cannot be found.',
    safe: 'The archive is not affected.',
    next: 'It may have been moved or deleted; choose the file again.',
  },
  diskFull: {
    what: 'The disk is full, so this was not written ({{path}}).',
    safe: 'Everything saved before is there; nothing was written by half.',
    next: 'Make some room, then try again.',
  },
  ioError: {
    what: 'The disk failed while reading or writing “{{path}}”.',
    safe: 'This step was not written; everything saved before is there.',
    next: 'Check that the disk is connected and try again; better make a backup on another disk at once.',
  },
  busy: {
    what: 'Something else is still being done.',
    safe: 'Nothing was written.',
    next: 'Try again when it has finished.',
  },
  cancelled: {
    what: 'Cancelled.',
    safe: 'Nothing half done is left behind.',
    next: 'Start again when you like.',
  },
  connectionLost: {
    what: 'The connection to the archive was lost.',
    safe: 'Everything that was saved is there.',
    next: 'The program reconnects by itself; if it cannot, open Kedang again.',
  },
  invalidInput: {
    what: 'Something is not filled in as it must be: {{problems}}',
    safe: 'Nothing was written, and what you filled in is still there.',
    next: 'Correct it, then save again.',
  },
  notFound: {
    what: 'This {{thing}} cannot be found; it may just have been deleted.',
    safe: 'Nothing else is affected.',
    next: 'Look in the trash or in the history.',
  },
  nameMissing: {
    what: 'The name is missing.',
    safe: 'Everything you filled in is still there.',
    next: 'Fill in a name and it can be saved; all else may stay empty.',
  },
  codeTaken: {
    what: 'The code {{customerCode}} already belongs to “{{holder}}”.',
    safe: 'Everything you filled in is still there.',
    next: 'Take another code, or clear it to get one automatically.',
  },
  codesExhausted: {
    what: 'The code pattern “{{pattern}}” has no free number left.',
    safe: 'Everything you filled in is still there.',
    next: 'Make the pattern one digit longer in the settings, then save.',
  },
  nameTaken: {
    what: 'There already is a {{thing}} called “{{name}}”.',
    safe: 'It was left as it is.',
    next: 'Choose another name.',
  },
  customerChanged: {
    what: 'This customer was just changed in another window: {{meanwhile}}.',
    safe: 'Both versions are kept; neither was written over.',
    next: 'Look at the other changes, then decide how to save.',
  },
  nothingToUndo: {
    what: 'There is nothing to undo.',
    safe: 'Nothing was changed.',
    next: 'Earlier changes are in the history.',
  },
  nothingToRedo: {
    what: 'There is nothing to redo.',
    safe: 'Nothing was changed.',
    next: 'After a new change, what was undone before cannot be redone.',
  },
  alreadyUndone: {
    what: 'This change is already undone.',
    safe: 'Nothing was changed.',
    next: 'You can redo it in the history.',
  },
  sheetUnsupported: {
    what: 'Files like “{{name}}” cannot be read yet.',
    safe: 'The archive is not affected.',
    next: 'Save it as .xlsx or .csv in Excel or WPS, then import that.',
  },
  sheetUnreadable: {
    what: '“{{name}}” cannot be read; the file may be broken.',
    safe: 'The archive is not affected; nothing was written.',
    next: 'Open it in Excel or WPS, save a new copy and try that.',
  },
  sheetEncrypted: {
    what: '“{{name}}” is protected by a password and cannot be read.',
    safe: 'The archive is not affected.',
    next: 'Remove the password in Excel or WPS, save a copy and import that.',
  },
  sheetEmpty: {
    what: '“{{name}}” is empty.',
    safe: 'The archive is not affected.',
    next: 'Check whether it is the right file.',
  },
  sheetTooLarge: {
    what: '“{{name}}” is too large: {{limit}}.',
    safe: 'The archive is not affected; nothing was written.',
    next: 'Split it into smaller files and import them one after the other.',
  },
  sheetSuspicious: {
    what: '“{{name}}” is built in an unusual way and was not opened, to be safe.',
    safe: 'The archive is not affected.',
    next: 'Open it in Excel or WPS, save it as a new file and try that.',
  },
  nameColumnMissing: {
    what: 'No column is taken as the name yet.',
    safe: 'Nothing was written.',
    next: 'Say above the sheet which column holds the customers’ names.',
  },
  planOutdated: {
    what: 'Customers have changed since these rows were checked, so they were checked again.',
    safe: 'Nothing was written, and your decisions are kept.',
    next: 'Look at the counts once more, then import.',
  },
  backupDamaged: {
    what: 'The backup “{{path}}” is damaged and cannot be restored.',
    safe: 'The present archive was not touched.',
    next: 'Choose another backup.',
  },
  backupForeign: {
    what: '“{{path}}” is not a backup of Kedang.',
    safe: 'The present archive was not touched.',
    next: 'Choose a backup file.',
  },
  backupNewer: {
    what: 'This backup was made by a newer Kedang (format {{schema}}; this program knows up to {{ours}}).',
    safe: 'The present archive was not touched.',
    next: 'Update Kedang, then restore it.',
  },
  placeNotConnected: {
    what: 'The second place for backups, “{{path}}”, is not connected, or was just pulled out.',
    safe: 'The backups on this computer and the archive are not affected; no half-copied file was left there.',
    next: 'Plug the stick or disk in; what is missing is copied as soon as it is back.',
  },
  placeUnsuitable: {
    what: '“{{path}}” lies in the archive’s own folder and cannot be the second place.',
    safe: 'Nothing was written.',
    next: 'Choose a USB stick, another disk or a synced folder, so that a backup is left when this computer breaks.',
  },
  backupLocked: {
    what: 'The backup “{{path}}” has a password of its own.',
    safe: 'The present archive was not touched.',
    next: 'Type the password the archive had when it was made, or its recovery key.',
  },
  restoreFailed: {
    what: 'Restoring did not succeed; everything is as it was before.',
    safe: 'What was there before is also kept in “{{safetyBackup}}”.',
    next: 'Try another backup.',
  },
  fieldInUse: {
    what: 'The field “{{name}}” holds values of {{count}} customers, so its type can no longer change.',
    safe: 'The field and its values were not touched.',
    next: 'Make another field, or clear these values first.',
  },
  tooManyFields: {
    what: 'There can be {{max}} custom fields, and there are that many.',
    safe: 'Nothing was written.',
    next: 'Delete a field that is no longer used (this can be undone), then try again.',
  },
  customValueInvalid: {
    what: '“{{value}}” cannot stand in the field “{{field}}”.',
    safe: 'Everything saved before is there; this time nothing was written.',
    next: 'Enter what the type of the field allows, or put it into the notes.',
  },
  internal: {
    what: 'Something unforeseen went wrong.',
    safe: 'Everything saved before is there; this step was not written.',
    next: 'Try again. If it happens again, tell a technician this number: {{incident}}',
  },
} as const satisfies Record<FailureCode, FailureSentence>;

/** Words that fill the gaps of the sentences above. */
export const failureWords = {
  title: 'Not done',
  together: '{{safe}} {{next}}',
  unknownIncident: '(no number)',
  password: {
    short: 'it needs at least 8 characters',
    long: 'it may have at most 128 characters',
    common: 'it is too common and guessed first',
  },
  recoveryKey: {
    mistyped: 'a character of it was mistyped',
    other: 'it is not the present recovery key of this archive',
  },
  thing: {
    customer: 'customer',
    tag: 'tag',
    view: 'view',
    scheme: 'saved mapping',
    change: 'change',
    backup: 'backup',
    reading: 'reading',
    plan: 'import',
    file: 'file',
    draft: 'draft',
    customField: 'field',
    leftovers: 'set of rows',
  },
  named: { tag: 'tag', view: 'view', customField: 'field', builtInField: 'built-in field' },
  limit: {
    bytes: 'more than {{max}}',
    inflatedBytes: 'more than {{max}} once unpacked',
    entries: 'more than {{max}} parts inside',
    ratio: 'packed suspiciously tight',
    rows: 'more than {{max}} rows',
    columns: 'more than {{max}} columns',
    memory: 'reading it takes too much memory',
    time: 'reading it takes too long',
  },
  needs: 'about {{size}} are needed',
} as const satisfies SameShape<typeof words>;
