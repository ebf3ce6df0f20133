import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyDatabase } from '../../../src-main/archive/database/copy.ts';
import { markOfFile } from '../../../src-main/archive/database/mark.ts';
import { currentSchema, schemaOf } from '../../../src-main/archive/database/migrate.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { newDataKey } from '../../../src-main/archive/keys/data-key.ts';
import { writeEntry } from '../../../src-main/archive/keys/key-file.ts';
import { unprotected } from '../../../src-main/archive/keys/slots.ts';
import { keyOfFile } from '../../support/archive-key.ts';
import { everythingOf, olderArchive } from '../../support/older-archive.ts';
import { archiveOf, keptCopy, killedFolder, lookInto } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';
import { upToDate } from './work/opening.ts';

const customers = 60;
const before = '以前的格式';

/** A folder with a plain archive of an older schema that holds what a program of then would have written. */
async function plainArchive(schema: number): Promise<string> {
  const path = join(await archiveOf(customers), archiveFileName);
  const present = openDatabase(path, { mustExist: true, readonly: true, key: keyOfFile(path) });
  const folder = olderArchive(schema, everythingOf(present));
  present.close();
  const fast = killedFolder();
  cpSync(folder, fast, { recursive: true });
  return fast;
}

/** The same, encrypted without a password. */
async function encryptedArchive(schema: number): Promise<string> {
  const plain = await plainArchive(schema);
  const folder = killedFolder();
  mkdirSync(folder);
  const key = newDataKey();
  const to = { path: join(folder, archiveFileName), key };
  copyDatabase({ path: join(plain, archiveFileName), key: null }, to, {
    progress: () => {},
    check: () => {},
  });
  writeEntry(folder, unprotected(key));
  return folder;
}

/** Opens the archive, which brings it up to date if it is not yet, and expects everything in it. */
const expectWhole = (folder: string): Promise<string[]> =>
  lookInto(folder, async ({ sqlite, key }, client) => {
    expect(schemaOf(sqlite)).toBe(currentSchema);
    expect(key).not.toBeNull();
    expect((await client.customers.list({ filter: { text: '五金' } })).total).toBe(customers);
    return (await client.backups.list()).map(({ reason }) => reason);
  });

test(
  `killed ${kills} times between the steps of a migration, the archive has the old schema or the new, whole`,
  { timeout: killingLimit },
  async () => {
    const folder = await encryptedArchive(1);
    const path = join(folder, archiveFileName);
    const copy = keptCopy(folder);
    await killAgainAndAgain({
      work: 'migrate',
      folder,
      prepare: () => (copy.putBack(), before),
      look: async () => {
        const sqlite = openDatabase(path, { mustExist: true, key: keyOfFile(path) });
        const schema = schemaOf(sqlite);
        sqlite.close();
        expect([1, currentSchema]).toContain(schema);
        await expectWhole(folder);
        return schema === 1 ? before : upToDate;
      },
    });
  },
);

test(
  `killed ${kills} times while a plain archive of the first schema is opened, it is encrypted or as it was, and backed up before it is migrated`,
  { timeout: killingLimit },
  async () => {
    const folder = await plainArchive(1);
    const copy = keptCopy(folder);
    await killAgainAndAgain({
      work: 'opening',
      folder,
      prepare: () => (copy.putBack(), before),
      look: async () => {
        // Once it is decided, the encrypted file lies here until it is put in its place.
        const next = join(folder, 'kedang-next.db');
        const { kind } = markOfFile(existsSync(next) ? next : join(folder, archiveFileName));
        expect(await expectWhole(folder)).toContain('beforeMigration');
        return kind === 'encrypted' ? upToDate : before;
      },
    });
  },
);
