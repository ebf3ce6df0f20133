import { array, assert, constantFrom, integer, property } from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackup } from '../../../src-main/archive/backups/create.ts';
import { backupFolderOf, listBackups } from '../../../src-main/archive/backups/folder.ts';
import { encodeHeader } from '../../../src-main/archive/backups/format.ts';
import { automaticKept, expiredBackups } from '../../../src-main/archive/backups/retention.ts';
import { backupReasons } from '../../../src-shared/backups.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';

const backups = array(constantFrom(...backupReasons), { maxLength: 80 }).map((reasons) =>
  reasons.map((reason, index) => ({ number: index + 1, reason, id: `备份 ${index + 1}` })),
);

test('those made by hand, the newest of the others, and the newest three of all are never removed', () => {
  assert(
    property(backups, integer({ min: 0, max: 30 }), (all, kept) => {
      const removed = expiredBackups(all, { kept });
      const automatic = all.filter(({ reason }) => reason !== 'manual');
      const newest = all.slice(-3);
      const wanted = automatic.filter(
        (backup, index) => index < automatic.length - kept && !newest.includes(backup),
      );
      expect(removed.toReversed()).toEqual(wanted);
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
  expect(expiredBackups(all, { spare: ['4'] }).map(({ id }) => id)).not.toContain('4');
});

test('an automatic backup makes room in the order in which they were made, though the clock jumped back', async () => {
  const { session, folder } = await openTestArchive({ clock: () => new Date(2026, 10, 1, 9) });
  const place = backupFolderOf(folder);
  mkdirSync(place);
  for (let number = 1; number <= automaticKept + 2; number += 1) {
    // Each made at an earlier time than the one before.
    const header = encodeHeader({
      number,
      madeAt: new Date(2026, 10, 28 - number, 9).toISOString(),
      reason: 'quit',
      appVersion: '0.1.0',
      schema: 1,
      counts: { customers: 0, contacts: 0, contactMethods: 0, tags: 0, trashed: 0, changes: 0 },
      lastChange: null,
      imageBytes: 1,
      imageSha256: '0'.repeat(64),
    });
    writeFileSync(join(place, `自动备份 ${number}.kedang`), Buffer.concat([header, Buffer.from('x')]));
  }
  const { id } = await createBackup(session, { reason: 'quit' });
  const listed = listBackups(place);
  expect(listed[0]?.id).toBe(id);
  expect(listed.map(({ number }) => number)).toEqual(
    Array.from({ length: automaticKept }, (_, index) => automaticKept + 3 - index),
  );
});
