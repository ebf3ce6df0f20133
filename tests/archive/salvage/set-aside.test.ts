import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { setAside } from '../../../src-main/archive/salvage/set-aside.ts';
import type { SetAside } from '../../../src-shared/moving.ts';
import { keyOfFile } from '../../support/archive-key.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
} from '../../support/open-test-archive.ts';

const stick = (name = 'U 盘'): string => {
  const folder = temporaryFolder(name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** A damaged archive, closed, with a log beside it as a kill leaves it. */
const damaged = async (): Promise<string> => {
  const { archive, folder } = await openTestArchive();
  await archive.close();
  truncateSync(join(folder, 'kedang.db'), 10_000);
  writeFileSync(join(folder, 'kedang.db-wal'), '');
  return folder;
};

const contents = (folder: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

test('a damaged archive is copied with its keys, byte for byte, into a folder of its own, and stays as it is', async () => {
  const folder = await damaged();
  const { client } = await openTestFolder(folder, { clock: () => new Date(2026, 10, 22, 14, 30, 5) });
  expect(await client.archive.state()).toMatchObject({ failure: { code: 'archiveDamaged' } });
  const archived = (name: string) => name.startsWith('kedang.') && name !== 'kedang.log';
  const before = readdirSync(folder).filter(archived);
  const to = stick();
  const first = join(to, '客档损坏的档案-2026-11-22-143005');
  const result: SetAside = await finish(client.archive.setAside({ token: to }));
  expect(result.folder).toBe(first);
  expect(result.files).toEqual(expect.arrayContaining(['kedang.db', 'kedang.keys', 'kedang.keys.copy']));
  expect(readdirSync(first).toSorted()).toEqual(result.files.toSorted());
  expect(contents(first, result.files)).toEqual(contents(folder, result.files));
  expect(result.bytes).toBe(
    result.files.reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0),
  );
  // Its key lies beside it: whoever helps can read what is left.
  expect(keyOfFile(join(first, 'kedang.db'))).not.toBeNull();
  expect(readdirSync(folder).filter(archived)).toEqual(before);

  // A second copy in the same second is put beside the first, not over it.
  writeFileSync(join(first, 'kedang.db'), '动过的');
  expect((await finish(client.archive.setAside({ token: to }))).folder).toBe(`${first}-2`);
  expect(readFileSync(join(first, 'kedang.db'), 'utf8')).toBe('动过的');
});

test('a target that is missing or full, and giving up, leave nothing there; an open archive is not copied this way', async () => {
  const open = await openTestArchive();
  expect(await failureOf(finish(open.client.archive.setAside({ token: stick() })))).toMatchObject({
    code: 'busy',
  });

  const folder = await damaged();
  const { archive, client } = await openTestFolder(folder);
  const missing = join(stick(), '拔掉了');
  expect(await failureOf(finish(client.archive.setAside({ token: missing })))).toEqual({
    code: 'folderMissing',
    path: missing,
  });
  const to = stick();
  const controller = new AbortController();
  const cancelled = setAside(
    archive.holder,
    to,
    () => {
      controller.abort();
    },
    controller.signal,
  );
  expect(await failureOf(cancelled)).toEqual({ code: 'cancelled' });
  expect(readdirSync(to)).toEqual([]);
});

test('on a disk without room for it a sentence says how much is needed', async ({ skip }) => {
  const disk = stick('小盘');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return skip('no right to mount a disk');
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  const { client } = await openTestFolder(await damaged());
  expect(await failureOf(finish(client.archive.setAside({ token: disk })))).toEqual({
    code: 'diskFull',
    path: disk,
    neededBytes: expect.any(Number),
  });
  expect(readdirSync(disk)).toEqual([]);
});
