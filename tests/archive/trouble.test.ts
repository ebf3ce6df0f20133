import { closeSync, openSync, writeSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { writeSampleData } from '../../src-main/archive/sample/write-sample-data.ts';
import { createTroubleWatch } from '../../src-main/archive/trouble.ts';
import type { Failure } from '../../src-shared/failures.ts';
import { failureOf, openTestArchive } from '../support/open-test-archive.ts';

describe('trouble with the disk of the archive', () => {
  test('is remembered while it lasts, told once, and forgotten when writing works again', async () => {
    const { archive, session } = await openTestArchive();
    vi.useFakeTimers();
    try {
      let works = false;
      const told = vi.fn();
      const watch = createTroubleWatch(archive.holder, told, () => works);
      const full: Failure = { code: 'diskFull', path: session.path, neededBytes: null };
      watch.met(full);
      watch.met(full);
      expect(watch.current()).toEqual(full);
      expect(told).toHaveBeenCalledTimes(1);
      vi.advanceTimersByTime(5_000);
      expect(watch.current()).toEqual(full);
      works = true;
      vi.advanceTimersByTime(5_000);
      expect(watch.current()).toBeNull();
      expect(told).toHaveBeenCalledTimes(2);
      expect(vi.getTimerCount()).toBe(0);
      watch.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('is not what a backup or an export meets elsewhere, nor what a user typed', async () => {
    const { archive } = await openTestArchive();
    const watch = createTroubleWatch(archive.holder, () => {});
    watch.met({ code: 'diskFull', path: '/media/u-disk', neededBytes: 1 });
    watch.met({ code: 'nameMissing' });
    expect(watch.current()).toBeNull();
    watch.close();
  });
});

test('an archive whose disk is full says so in its state', async () => {
  const { client, session } = await openTestArchive();
  expect(await client.archive.state()).toMatchObject({ state: 'open', trouble: null });
  const pages = Number(session.writer.sqlite.pragma('page_count', { simple: true }));
  session.writer.sqlite.pragma(`max_page_count = ${pages}`);
  const draft = { name: '客户', notes: '备注'.repeat(20_000) };
  let failure: Failure | null = null;
  for (let round = 0; failure === null && round < 50; round += 1) {
    failure = await failureOf(client.customers.create({ draft })).catch(() => null);
  }
  expect(failure).toMatchObject({ code: 'diskFull' });
  expect(await client.archive.state()).toMatchObject({ state: 'open', trouble: { code: 'diskFull' } });
  expect((await client.customers.list({ filter: {} })).total).toBeGreaterThanOrEqual(0);
});

test('damage that is met while the archive is open says so until another file is open', async () => {
  const { client, session, archive } = await openTestArchive();
  await writeSampleData(session, undefined, undefined, 300);
  session.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const size = Number(session.sqlite.pragma('page_size', { simple: true }));
  const leaf = session.sqlite
    .prepare(
      "select pageno from dbstat where name = 'contacts' and pagetype = 'leaf' order by pageno limit 1 offset 1",
    )
    .pluck()
    .get() as number;
  const file = openSync(session.path, 'r+');
  writeSync(file, Buffer.alloc(size, 0x5a), 0, size, (leaf - 1) * size);
  closeSync(file);
  session.sqlite.pragma('shrink_memory');

  const ids = session.sqlite.prepare('select id from customers').pluck().all() as number[];
  const failures = await Promise.all(
    ids.map((id) =>
      client.customers.get({ id }).then(
        () => null,
        (error: { data: Failure }) => error.data,
      ),
    ),
  );
  expect(failures.filter((failure) => failure !== null).length).toBeGreaterThan(0);
  for (const failure of failures) if (failure) expect(failure.code).toBe('archiveDamaged');
  expect(await client.archive.state()).toMatchObject({ trouble: { code: 'archiveDamaged' } });
  await archive.holder.open();
  expect(await client.archive.state()).toMatchObject({ trouble: null });
});
