import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lockArchive } from '../../../src-main/archive/database/lock.ts';
import { leftBehindFileName } from '../../../src-main/archive/moving/file-names.ts';
import { moveArchive } from '../../../src-main/archive/moving/move.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type ArchiveClient,
} from '../../support/open-test-archive.ts';

/** An archive that was moved, open in its new folder. */
const moved = async (): Promise<{ client: ArchiveClient; from: string; to: string }> => {
  const { client, archive, folder: from } = await openTestArchive();
  const to = temporaryFolder('新 位置');
  mkdirSync(to, { recursive: true });
  await finish(client.archive.move({ token: to }));
  await archive.close();
  return { client: (await openTestFolder(to)).client, from, to };
};

const remove = (client: ArchiveClient) => client.archive.leftBehind({ decision: 'remove' });

test('a note that was tampered with deletes nothing outside of the old folder, and nothing that is not ours', async () => {
  const { client, from, to } = await moved();
  const outside = join(dirname(from), '外面.txt');
  const own = join(from, '我的合同.docx');
  for (const path of [outside, own]) writeFileSync(path, '老板的文件');
  const note = join(to, leftBehindFileName);
  const [place] = JSON.parse(readFileSync(note, 'utf8')) as { files: string[] }[];
  const files = ['../外面.txt', '备份/../../外面.txt', outside, '我的合同.docx', 'kedang.keys'];
  writeFileSync(note, JSON.stringify([{ ...place, files }]));
  await remove(client);
  expect([outside, own].map((path) => existsSync(path))).toEqual([true, true]);
  expect(existsSync(join(from, 'kedang.keys'))).toBe(false);
});

test('a folder that is not there, or open in another program, is kept and can be tried again; one with a living archive is left alone', async () => {
  const { client, from } = await moved();
  renameSync(from, `${from} 拔出`);
  expect(await failureOf(remove(client))).toEqual({ code: 'archiveFolderMissing', folder: from });
  renameSync(`${from} 拔出`, from);
  const lock = lockArchive(from);
  expect(await failureOf(remove(client))).toEqual({ code: 'archiveLocked', folder: from });
  lock.release();
  expect(await client.archive.state()).toMatchObject({ leftBehind: [{ folder: from }] });

  writeFileSync(join(from, 'kedang.db'), '有人又把档案放回来了');
  await remove(client);
  expect(await client.archive.state()).toMatchObject({ leftBehind: [] });
  expect(existsSync(join(from, 'kedang.keys'))).toBe(true);
});

test('both folders are locked while the archive moves, and a new folder that somebody else has open is refused', async () => {
  const { archive, client, folder } = await openTestArchive();
  const to = temporaryFolder('新 位置');
  mkdirSync(to, { recursive: true });
  const lock = lockArchive(to);
  expect(await failureOf(finish(client.archive.move({ token: to })))).toEqual({
    code: 'archiveLocked',
    folder: to,
  });
  lock.release();
  rmSync(join(to, 'kedang.lock'));
  const refused: unknown[] = [];
  await moveArchive(archive.holder, archive.backups, {
    chosen: to,
    report: () => {},
    signal: undefined,
    reached(step) {
      if (step === 'settled') return;
      for (const each of [folder, to]) {
        try {
          lockArchive(each).release();
        } catch (error) {
          refused.push(error);
        }
      }
    },
  });
  // Seven steps, two folders.
  expect(refused).toHaveLength(14);
});
