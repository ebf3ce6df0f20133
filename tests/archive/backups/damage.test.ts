import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBackup } from '../../../src-main/archive/backups/read-job.ts';
import { decodeHeader, encodeHeader, headerBytes } from '../../../src-main/archive/backups/format.ts';
import { contentsHash } from '../../../src-main/archive/database/copy.ts';
import { currentSchema } from '../../../src-main/archive/database/migrate.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { fastFolder } from '../../support/fast-folder.ts';
import { failureOf, finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import type { DataKey } from '../../../src-main/archive/keys/data-key.ts';

const quiet = { report: () => {}, check: () => {} };

const withBackup = async () => {
  const { client, folder, session } = await openTestArchive();
  for (const name of ['杭州八骏科技有限公司', '上海顺风贸易行', '单晓芸'])
    await client.customers.create({ draft: { name } });
  const backup = await finish(client.backups.create({}));
  await client.customers.create({ draft: { name: '备份之后的客户' } });
  // A thousand damaged copies are written and read: in memory where that is possible.
  const scratch = temporaryFolder('坏了的', fastFolder());
  mkdirSync(scratch);
  return { client, folder, session, backup, bytes: readFileSync(backup.path), scratch };
};

/** What the files of the open archive are: every byte and when they were last written. */
const filesOf = ({ path }: Session): string =>
  ['', '-wal']
    .map((suffix) => `${path}${suffix}`)
    .map(
      (file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')} ${statSync(file).mtimeMs}`,
    )
    .join('\n');

const rowsOf = ({ path, key }: Session): string => contentsHash({ path, key }, { check: () => {} });

/** Bit `bit` of a copy flipped. */
const flippedAt = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
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
  const { scratch, bytes, session } = await withBackup();
  const [cut, into] = [join(scratch, 'cut.kedang'), join(scratch, 'out.db')];
  const [files, rows] = [filesOf(session), rowsOf(session)];
  const lengths = [0, 1, 15, 16, headerBytes - 1, headerBytes, headerBytes + 1, bytes.length - 1];
  for (let part = 1; part < 50; part += 1) lengths.push(Math.floor((bytes.length * part) / 50));
  for (const length of lengths) {
    writeFileSync(cut, bytes.subarray(0, length));
    const code = refusal(cut, into, session.key);
    expect(code, `${length} bytes`).toBe(length < 14 ? 'backupForeign' : 'backupDamaged');
    expect(filesOf(session), `${length} bytes`).toBe(files);
  }
  expect(lengths.length).toBeGreaterThanOrEqual(50);
  expect(rowsOf(session)).toBe(rows);
  writeFileSync(cut, Buffer.concat([bytes, Buffer.from('x')]));
  expect(refusal(cut, into, session.key)).toBe('backupDamaged');
  writeFileSync(cut, bytes);
  expect(refusal(cut, into, session.key)).toBe('none');
});

test('a backup with one bit flipped, in its header or anywhere else, is refused', async () => {
  const { scratch, bytes, session } = await withBackup();
  const [flipped, into] = [join(scratch, 'flipped.kedang'), join(scratch, 'out.db')];
  const [files, rows] = [filesOf(session), rowsOf(session)];
  const bits = new Set<number>();
  // Every seventh bit of the beginning, where the header's text and its own hash are, and 800 all over.
  for (let bit = 0; bit < 1_200; bit += 7) bits.add(bit);
  for (let bit = (headerBytes - 70) * 8; bit < (headerBytes + 2) * 8; bit += 5) bits.add(bit);
  for (let part = 0; part < 800; part += 1) bits.add(Math.floor((bytes.length * 8 * (part + 0.37)) / 800));
  for (const bit of bits) {
    writeFileSync(flipped, flippedAt(bytes, bit));
    const code = refusal(flipped, into, session.key);
    expect(code, `bit ${bit}`).toBe(bit < 14 * 8 ? 'backupForeign' : 'backupDamaged');
    expect(filesOf(session), `bit ${bit}`).toBe(files);
  }
  expect(bits.size).toBeGreaterThanOrEqual(1_000);
  expect(rowsOf(session)).toBe(rows);
});

test('a refused backup leaves every byte of the open archive, through inspecting and restoring', async () => {
  const { client, folder, session, backup, bytes } = await withBackup();
  const damaged = join(folder, '备份', '坏了.kedang');
  const [before, rows, names] = [filesOf(session), rowsOf(session), readdirSync(folder).sort()];
  const source = { id: '坏了.kedang' };
  const half = bytes.length / 2;
  const copies = [
    ...[headerBytes - 1, headerBytes, half, bytes.length - 1].map((length) => bytes.subarray(0, length)),
    ...[200, headerBytes * 8 - 1, headerBytes * 8, half * 8, bytes.length * 8 - 1].map((bit) =>
      flippedAt(bytes, bit),
    ),
  ];
  for (const copy of copies) {
    writeFileSync(damaged, copy);
    const refused = { code: 'backupDamaged', path: damaged };
    expect(await failureOf(finish(client.backups.inspect({ source })))).toEqual(refused);
    expect(await failureOf(finish(client.backups.restore({ source })))).toEqual(refused);
    expect(filesOf(session)).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(names);
  }
  expect(rowsOf(session)).toBe(rows);
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
