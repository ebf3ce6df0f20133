import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { automaticKept, expiredBackups } from '../../../src-main/archive/backups/retention.ts';
import { createBackup } from '../../../src-main/archive/backups/create.ts';
import { backupFolderOf, listBackups } from '../../../src-main/archive/backups/folder.ts';
import { backupReasons } from '../../../src-shared/backups.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';

const backups = array(constantFrom(...backupReasons), { maxLength: 80 }).map((reasons) =>
  reasons.map((reason, index) => ({ number: index + 1, reason, id: `备份 ${index + 1}` })),
);

test('those made by hand, the newest twenty of the others, and the newest three of all are never removed', () => {
  assert(
    property(backups, (all) => {
      const removed = expiredBackups(all);
      expect(removed.every(({ reason }) => reason !== 'manual')).toBe(true);
      expect(removed.every(({ number }) => number <= all.length - 3)).toBe(true);
      const kept = all.filter((backup) => !removed.includes(backup));
      const automatic = all.filter(({ reason }) => reason !== 'manual');
      expect(kept.filter(({ reason }) => reason !== 'manual')).toEqual(automatic.slice(-automaticKept));
    }),
  );
});

test('what is in use stays, whatever its age', () => {
  const all = Array.from({ length: 30 }, (_, index) => ({
    number: index + 1,
    reason: 'quit' as const,
    id: `${index + 1}`,
  }));
  expect(expiredBackups(all).map(({ id }) => id)).toEqual([
    '10',
    '9',
    '8',
    '7',
    '6',
    '5',
    '4',
    '3',
    '2',
    '1',
  ]);
  expect(expiredBackups(all, ['4']).map(({ id }) => id)).not.toContain('4');
});

test('automatic backups make room, in the order in which they were made though the clock jumps back', async () => {
  let day = 28;
  const { session, folder } = await openTestArchive({ clock: () => new Date(2026, 10, day, 9) });
  for (let made = 0; made < automaticKept + 3; made += 1) {
    day -= 1;
    await createBackup(session, { reason: 'quit' });
  }
  expect(listBackups(backupFolderOf(folder)).map(({ number }) => number)).toEqual(
    Array.from({ length: automaticKept }, (_, index) => automaticKept + 3 - index),
  );
});
