import { test } from 'vitest';
import { backupFolderOf } from '../../../src-main/archive/backups/folder.ts';
import { archiveOf, backupsIn, lookInto, removeBackups } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';

test(
  `killed ${kills} times while backups are made, every one that was acknowledged is there, and whatever is called one is whole`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(60);
    const look = () =>
      lookInto(folder, ({ sqlite }) => {
        const backups = backupsIn(backupFolderOf(folder));
        const notes = sqlite.prepare('select notes from customers where id = 1').pluck().get();
        return `${String(notes)} ${backups.length}`;
      });
    await killAgainAndAgain({
      work: 'backup',
      folder,
      prepare: () => (removeBackups(folder), look()),
      look,
    });
  },
);
