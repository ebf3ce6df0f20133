import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockArchive } from '../../../src-main/archive/database/lock.ts';
import {
  failureOf,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
} from '../../support/open-test-archive.ts';
import { killChild, lineOf, runChild } from '../../support/run-child.ts';

const emptyFolder = () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  return folder;
};

const tryLock = async (folder: string) => lockArchive(folder);

test('a folder is locked once, also within one process, and free again afterwards', async () => {
  const folder = emptyFolder();
  const lock = lockArchive(folder);
  expect(await failureOf(tryLock(folder))).toEqual({ code: 'archiveLocked', folder });
  lock.release();
  lock.release();
  const again = lockArchive(folder);
  onTestFinished(() => again.release());
  expect(readdirSync(folder)).toEqual(['kedang.lock']);
});

test('a lock dies with its process, however that ends', async () => {
  const folder = emptyFolder();
  for (let round = 0; round < 3; round += 1) {
    const child = runChild(new URL('./children/hold-lock.ts', import.meta.url), [folder]);
    await lineOf(child, 'held');
    expect(await failureOf(tryLock(folder))).toEqual({ code: 'archiveLocked', folder });
    await killChild(child);
    lockArchive(folder).release();
  }
});

test('a second program is told, and does not touch what the first has open', async () => {
  const { client, folder } = await openTestArchive();
  await client.customers.create({ draft: { name: '绍兴柯桥轻纺城' } });
  const { archive } = await openTestFolder(folder);
  expect(archive.holder.state()).toEqual({ state: 'problem', failure: { code: 'archiveLocked', folder } });
  await client.customers.create({ draft: { name: '宁波港物流' } });
  expect((await client.customers.list({ filter: {} })).total).toBe(2);
});

test('a folder that is missing is named', async () => {
  const folder = join(emptyFolder(), '不存在');
  expect(await failureOf(tryLock(folder))).toEqual({ code: 'archiveFolderMissing', folder });
});
