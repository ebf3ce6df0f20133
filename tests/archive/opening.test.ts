import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveFileName } from '../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import { keyFileNames } from '../../src-main/archive/keys/file-names.ts';
import type { FailureCode } from '../../src-shared/failures.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
} from '../support/open-test-archive.ts';
import { keyOfFile } from '../support/archive-key.ts';
import { lineOf, runChild } from '../support/run-child.ts';

/** A closed archive with one customer; answers the folder and the file. */
async function closedArchive(): Promise<{ folder: string; path: string }> {
  const { client, folder, archive } = await openTestArchive();
  await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司' }) });
  await archive.close();
  return { folder, path: join(folder, archiveFileName) };
}

const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.db'))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** Folders that hold something else than a good archive, and the sentence each one gets. */
const problems: [string, FailureCode, (path: string) => void][] = [
  ['a file of zero bytes', 'archiveEmptyFile', (path) => truncateSync(path, 0)],
  ['a file that was cut short', 'archiveDamaged', (path) => truncateSync(path, 20_000)],
  [
    'another program’s file',
    'archiveForeignFile',
    (path) => writeFileSync(path, '客户名称,电话\n王伟,13100000000\n'.repeat(500)),
  ],
  [
    'an archive of a newer version',
    'archiveNewer',
    (path) => {
      const sqlite = openDatabase(path, { mustExist: true, key: keyOfFile(path) });
      sqlite.pragma('user_version = 99');
      sqlite.close();
    },
  ],
];

describe('opening a folder', () => {
  it('that is empty offers to begin, and creating is whole or not at all', async () => {
    const { client } = await openTestFolder(temporaryFolder());
    expect(await client.archive.state()).toMatchObject({ state: 'none' });
    expect(await failureOf(client.customers.list({ filter: {} }))).toEqual({ code: 'noArchive' });
    await finish(client.archive.create({ businessName: '杭州某某贸易有限公司' }));
    expect(await client.archive.state()).toMatchObject({
      state: 'open',
      businessName: '杭州某某贸易有限公司',
    });
    expect(await failureOf(finish(client.archive.create({})))).toMatchObject({ code: 'archiveAlreadyThere' });
  });

  it('that is missing says so and makes none', async () => {
    const folder = temporaryFolder();
    const { client } = await openTestFolder(folder, { createFolder: false });
    expect(await client.archive.state()).toMatchObject({ failure: { code: 'archiveFolderMissing', folder } });
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder, { recursive: true });
    expect(await client.archive.reopen()).toMatchObject({ state: 'none' });
  });

  it.each(problems)('that holds %s says so, and nothing is written over', async (_what, code, spoil) => {
    const { folder, path } = await closedArchive();
    spoil(path);
    const before = bytesOf(folder);
    const { client } = await openTestFolder(folder);
    expect(await client.archive.state()).toMatchObject({ state: 'problem', failure: { code } });
    expect(await failureOf(finish(client.archive.create({})))).toMatchObject({ code });
    expect(await failureOf(client.customers.list({ filter: {} }))).toMatchObject({ code });
    expect(bytesOf(folder)).toEqual(before);
  });

  it('that another process has open says so, and opens once that has ended', async () => {
    const { folder } = await closedArchive();
    const holder = runChild(new URL('./hold-archive.ts', import.meta.url), [folder]);
    await lineOf(holder, 'ready');
    const { client } = await openTestFolder(folder);
    expect(await client.archive.state()).toMatchObject({ failure: { code: 'archiveLocked' } });
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    expect(await client.archive.reopen()).toMatchObject({ state: 'open' });
  });
});

// Root may write anywhere: the child has to be somebody else, which takes root to begin with.
const canBeNobody = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

it.skipIf(!canBeNobody)(
  'a folder that cannot be written to is read and searched, and refuses writes by name',
  async () => {
    const { folder: source } = await closedArchive();
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    for (const name of [archiveFileName, ...keyFileNames])
      copyFileSync(join(source, name), join(folder, name));
    chmodSync(dirname(folder), 0o755);
    chmodSync(folder, 0o555);
    const child = runChild(new URL('./read-only-archive.ts', import.meta.url), [folder], { user: 65_534 });
    expect(JSON.parse((await lineOf(child, 'found')).slice('found '.length))).toEqual({
      state: 'open',
      writable: false,
      found: ['杭州八骏科技有限公司'],
      writing: 'readOnly',
    });
    chmodSync(folder, 0o755);
  },
);
