import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { openTestFolder } from '../../support/open-test-archive.ts';
import type { Round } from './children/write-through-failures.ts';
import { compileShim } from './shim.ts';
import { fastFolder } from '../../support/fast-folder.ts';
import { keyOfFile } from '../../support/archive-key.ts';

const shim = compileShim();
const root = mkdtempSync(join(fastFolder(), 'kedang-failing-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  if ('path' in shim) shim.remove();
});

const writer = fileURLToPath(new URL('./children/write-through-failures.ts', import.meta.url));
const last = '盘好了以后的客户';

/** Lets a process write while the k-th write to its archive fails, for each k up to `most`. */
function rounds(stays: 'ONCE' | 'STAY', error: 'EIO' | 'ENOSPC', most: number): Round[] {
  if (!('path' in shim)) throw new Error(shim.missing);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [writer, root, '1', String(most), stays, error],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        LD_PRELOAD: shim.path,
        KEDANG_IO_ROOT: root,
        KEDANG_IO_ONLY: archiveFileName,
      },
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Round);
}

/** The customers in a folder, with every page of the archive checked. */
function customersIn(folder: string): string[] {
  const path = join(folder, archiveFileName);
  const sqlite = openDatabase(path, { mustExist: true, readonly: true, key: keyOfFile(path) });
  try {
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    return sqlite.prepare('select name from customers order by id').pluck().all() as string[];
  } finally {
    sqlite.close();
  }
}

describe.skipIf('missing' in shim)('a write to the archive fails', () => {
  it.each([
    ['STAY', 'EIO', 100, 'ioError'],
    ['ONCE', 'EIO', 100, 'ioError'],
    ['ONCE', 'ENOSPC', 40, 'diskFull'],
  ] as const)(
    '%s with %s at each of the first %i writes: it says so, keeps exactly what it acknowledged, and goes on',
    async (stays, error, most, code) => {
      const seen = rounds(stays, error, most);
      expect(seen).toHaveLength(most);
      // All of them would mean that no write failed, or that the process was not the one that failed.
      expect(seen.filter(({ failures }) => failures.length > 0).length).toBeGreaterThan(most / 3);
      for (const { at, acknowledged, failures, listed, resumed } of seen) {
        const where = `write ${at}`;
        // Whether a full disk is met while writing or while forcing to the disk is told apart by the system.
        for (const failure of failures) expect([code, 'ioError'], where).toContain(failure);
        expect(resumed, where).toBe(true);
        expect(listed, where).toBe(acknowledged.length - 1);
        expect(acknowledged.at(-1), where).toBe(last);
        const folder = join(root, `${stays} ${error} ${at}`);
        expect(customersIn(folder), where).toEqual(acknowledged);
      }
      const { archive } = await openTestFolder(join(root, `${stays} ${error} ${Math.floor(most / 4)}`));
      expectAgreement(archive.holder.session());
    },
    120_000,
  );
});
