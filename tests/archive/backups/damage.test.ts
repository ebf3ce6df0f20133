import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBackup } from '../../../src-main/archive/backups/read-job.ts';
import { decodeHeader, encodeHeader, headerBytes } from '../../../src-main/archive/backups/format.ts';
import { currentSchema } from '../../../src-main/archive/database/migrate.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { failureOf, finish, openTestArchive } from '../../support/open-test-archive.ts';
import type { DataKey } from '../../../src-main/archive/keys/data-key.ts';

const quiet = { report: () => {}, check: () => {} };

const withBackup = async () => {
  const { client, folder, session } = await openTestArchive();
  for (const name of ['杭州八骏科技有限公司', '上海顺风贸易行', '单晓芸'])
    await client.customers.create({ draft: { name } });
  const backup = await finish(client.backups.create({}));
  await client.customers.create({ draft: { name: '备份之后的客户' } });
  return { client, folder, session, backup, bytes: readFileSync(backup.path) };
};

/** Unpacks as restoring does, and expects that this is refused and leaves nothing. */
const refusal = (path: string, into: string, key: DataKey | null): string => {
  try {
    readBackup({ kind: 'read', source: path, into, key }, quiet);
  } catch (error) {
    expect(existsSync(into)).toBe(false);
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return 'none';
};

test('a backup cut short anywhere is refused', async () => {
  const { folder, bytes, session } = await withBackup();
  const [cut, into] = [join(folder, 'cut.kedang'), join(folder, 'out.db')];
  const lengths = [0, 1, 15, 16, headerBytes - 1, headerBytes, headerBytes + 1, bytes.length - 1];
  for (let part = 1; part < 50; part += 1) lengths.push(Math.floor((bytes.length * part) / 50));
  for (const length of lengths) {
    writeFileSync(cut, bytes.subarray(0, length));
    const code = refusal(cut, into, session.key);
    expect(code, `${length} bytes`).toBe(length < 14 ? 'backupForeign' : 'backupDamaged');
  }
  writeFileSync(cut, Buffer.concat([bytes, Buffer.from('x')]));
  expect(refusal(cut, into, session.key)).toBe('backupDamaged');
  writeFileSync(cut, bytes);
  expect(refusal(cut, into, session.key)).toBe('none');
});

test('a backup with one bit flipped, in its header or anywhere else, is refused', async () => {
  const { folder, bytes, session } = await withBackup();
  const [flipped, into] = [join(folder, 'flipped.kedang'), join(folder, 'out.db')];
  const bits = new Set<number>();
  // Every seventh bit of the beginning, where the header's text and its own hash are, and 800 all over.
  for (let bit = 0; bit < 1_200; bit += 7) bits.add(bit);
  for (let bit = (headerBytes - 70) * 8; bit < (headerBytes + 2) * 8; bit += 5) bits.add(bit);
  for (let part = 0; part < 800; part += 1) bits.add(Math.floor((bytes.length * 8 * (part + 0.37)) / 800));
  for (const bit of bits) {
    const copy = Buffer.from(bytes);
    const at = Math.floor(bit / 8);
    copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
    writeFileSync(flipped, copy);
    const code = refusal(flipped, into, session.key);
    expect(code, `bit ${bit}`).toBe(at < 14 ? 'backupForeign' : 'backupDamaged');
  }
  expect(bits.size).toBeGreaterThanOrEqual(1_000);
});

test('a refused backup leaves every byte of the open archive, through inspecting and restoring', async () => {
  const { client, folder, session, backup, bytes } = await withBackup();
  const damaged = join(folder, '备份', '坏了.kedang');
  const copy = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  writeFileSync(damaged, copy);
  const state = () => [session.path, `${session.path}-wal`].map((path) => readFileSync(path).toString('hex'));
  const [before, files] = [state(), readdirSync(folder).sort()];
  const source = { id: '坏了.kedang' };
  const refused = { code: 'backupDamaged', path: damaged };
  expect(await failureOf(finish(client.backups.inspect({ source })))).toEqual(refused);
  expect(await failureOf(finish(client.backups.restore({ source })))).toEqual(refused);
  expect(state()).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(files);
  expect(readdirSync(join(folder, '备份')).sort()).toEqual([backup.id, '坏了.kedang'].sort());
});

test('a database that is not what its header says is refused although its hash is right', async () => {
  const { folder, bytes, session } = await withBackup();
  const header = decodeHeader(bytes.subarray(0, headerBytes));
  if (typeof header === 'string') throw new Error(header);
  const into = join(folder, 'out.db');
  const write = (name: string, changed: Partial<typeof header>, image: Buffer): string => {
    const path = join(folder, name);
    const imageSha256 = createHash('sha256').update(image).digest('hex');
    writeFileSync(
      path,
      Buffer.concat([encodeHeader({ ...header, imageSha256, imageBytes: image.length, ...changed }), image]),
    );
    return path;
  };
  const image = bytes.subarray(headerBytes);
  expect(
    refusal(write('counts', { counts: { ...header.counts, customers: 4 } }, image), into, session.key),
  ).toBe('backupDamaged');
  expect(refusal(write('text', {}, Buffer.from('no database at all')), into, session.key)).toBe(
    'backupDamaged',
  );
  const broken = Buffer.from(image);
  broken.fill(0, 4096 * 2, 4096 * 3);
  expect(refusal(write('page', {}, broken), into, session.key)).toBe('backupDamaged');
  expect(refusal(write('good', {}, image), into, session.key)).toBe('none');
});

test('backups of a later version are refused by name, and foreign files are called foreign', async () => {
  const { client, folder, bytes } = await withBackup();
  const header = decodeHeader(bytes.subarray(0, headerBytes));
  if (typeof header === 'string') throw new Error(header);
  const later = join(folder, '新版本.kedang');
  writeFileSync(later, Buffer.concat([encodeHeader({ ...header, schema: 7 }), bytes.subarray(headerBytes)]));
  const inspect = (token: string) => failureOf(finish(client.backups.inspect({ source: { token } })));
  expect(await inspect(later)).toEqual({ code: 'backupNewer', path: later, schema: 7, ours: currentSchema });
  const sheet = 'tests/fixtures/samples/客户台账2015-2024.xlsx';
  expect(await inspect(sheet)).toEqual({ code: 'backupForeign', path: sheet });
  const missing = join(folder, '没有.kedang');
  expect(await inspect(missing)).toEqual({ code: 'fileMissing', path: missing });
});

test.each(['../kedang.db', '../../etc/passwd', '没有.kedang', '', '..', 'kedang.db'])(
  'an id that is no backup in the folder finds none: %s',
  async (id) => {
    const { client } = await withBackup();
    expect(await failureOf(finish(client.backups.restore({ source: { id } })))).toEqual({
      code: 'notFound',
      what: 'backup',
    });
  },
);
