import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { isWritable } from '../../../src-main/archive/database/unwritable.ts';
import { keyFileNames } from '../../../src-main/archive/keys/file-names.ts';
import { openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import { lineOf, runChild } from '../../support/run-child.ts';

// Root may write anywhere: the child has to be somebody else, which takes root to begin with.
const canBeNobody = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;
const nobody = 65_534;

test.skipIf(!canBeNobody)(
  'in a folder that nobody may write to the archive is read, its log included, and nothing is written',
  async () => {
    const { client, folder } = await openTestArchive();
    await client.customers.create({ draft: { name: '苏州昆仑精密机械厂' } });
    // Copied while open, so that the newest customer is only in the write-ahead log.
    const readOnly = temporaryFolder();
    mkdirSync(readOnly, { recursive: true });
    for (const name of [archiveFileName, `${archiveFileName}-wal`, ...keyFileNames])
      copyFileSync(join(folder, name), join(readOnly, name));
    const before = readdirSync(readOnly).map((name) => readFileSync(join(readOnly, name)).toString('hex'));
    chmodSync(dirname(readOnly), 0o755);
    chmodSync(readOnly, 0o555);
    const child = runChild(new URL('./children/read-only-folder.ts', import.meta.url), [readOnly], {
      user: nobody,
    });
    const found: unknown = JSON.parse((await lineOf(child, 'found')).slice('found '.length));
    expect(found).toEqual({
      identity: 'ours',
      writable: false,
      lock: 'readOnly',
      names: ['苏州昆仑精密机械厂'],
      writing: 'readOnly',
      copiesLeft: 0,
    });
    chmodSync(readOnly, 0o755);
    expect(readdirSync(readOnly).map((name) => readFileSync(join(readOnly, name)).toString('hex'))).toEqual(
      before,
    );
  },
);

test('a folder one may write to is found so without a trace', async () => {
  const { archive, folder, session } = await openTestArchive();
  const { path } = session;
  await archive.close();
  const before = readdirSync(folder);
  expect(isWritable(path)).toBe(true);
  expect(readdirSync(folder)).toEqual(before);
});
