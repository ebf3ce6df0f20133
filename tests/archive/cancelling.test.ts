import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isProgress, type Progress, type WorkEvent } from '../../src-shared/progress.ts';
import { archiveFileName } from '../../src-main/archive/database/file-name.ts';
import { planFile } from '../support/import-file.ts';
import {
  failureOf,
  openTestArchive,
  temporaryFolder,
  type ArchiveClient,
  type TestArchive,
} from '../support/open-test-archive.ts';
import { temporaryFile } from '../support/sheet-import.ts';
import { finish, untilProgress } from '../support/drive.ts';

type Work = AsyncIterator<WorkEvent, unknown>;
type Outcome = 'done' | 'cancelled';

/** Goes on with long work to its end, and asks it to give up when it tells of something. */
const cancelledAt = async (
  client: ArchiveClient,
  started: Promise<Work>,
  when: (progress: Progress) => boolean,
): Promise<Outcome> => {
  const work = await started;
  let workId = '';
  const ended = (async () => {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      if (!isProgress(step.value)) ({ workId } = step.value);
      else if (when(step.value)) await client.work.cancel({ workId });
    }
  })();
  return outcomeOf(ended);
};

const outcomeOf = (ended: Promise<unknown>): Promise<Outcome> =>
  ended.then(
    () => 'done' as const,
    async (error: unknown) => {
      expect(await failureOf(Promise.reject(error as Error))).toEqual({ code: 'cancelled' });
      return 'cancelled' as const;
    },
  );

/** Asks work to give up in the moment in which what it wrote counts: everybody is being told of it. */
const cancelledOnceItCounts = async (
  { client, session }: TestArchive,
  started: Promise<Work>,
): Promise<Outcome> => {
  const work = await started;
  const first = await work.next();
  if (first.done || isProgress(first.value)) throw new Error('work tells its name first');
  const { workId } = first.value;
  const stop = session.events.subscribe('change', ({ changeId }) => {
    if (changeId !== null) void client.work.cancel({ workId });
  });
  return outcomeOf(finish(work)).finally(stop);
};

const sheetOf = (count: number): string =>
  `客户名称,手机\n${Array.from({ length: count }, (_, row) => `第${row}号五金有限公司,139${10_000_000 + row}`).join('\n')}\n`;

/** An archive with customers of an import, and that import. */
const filled = async (count = 60): Promise<TestArchive & { changeId: number }> => {
  const opened = await openTestArchive();
  const { planId } = await planFile(opened.client, temporaryFile('台账.csv', sheetOf(count)));
  const { changeId } = await finish(opened.client.imports.commit({ planId }));
  return { ...opened, changeId };
};

const howMany = async (client: ArchiveClient): Promise<number> =>
  (await client.customers.list({ filter: {}, limit: 1 })).total;

test('an import that is cancelled by its name while it is written leaves nothing, and says so', async () => {
  const { client } = await openTestArchive();
  const { planId } = await planFile(client, temporaryFile('台账.csv', sheetOf(400)));
  const committing = client.imports.commit({ planId });
  expect(await cancelledAt(client, committing, ({ phase }) => phase === 'writing')).toBe('cancelled');
  expect(await howMany(client)).toBe(0);
  // The plan is there again at once: whoever cancelled may go on.
  expect(await client.imports.planCounts({ planId })).toMatchObject({ create: 400 });
});

test('work that is cancelled before it begins does not begin', async () => {
  const { client } = await filled();
  const work = await client.customers.bulk({ selection: { filter: {} }, action: { type: 'trash' } });
  const first = await work.next();
  if (first.done || isProgress(first.value)) throw new Error('work tells its name first');
  await client.work.cancel(first.value);
  expect(await outcomeOf(finish(work))).toBe('cancelled');
  expect(await howMany(client)).toBe(60);
});

test('cancelling work that is over, or never was, is no failure', async () => {
  const { client } = await filled();
  const work = await client.backups.create({});
  const workId = await untilProgress(work);
  await finish(work);
  await client.work.cancel({ workId });
  await client.work.cancel({ workId: '没有' });
});

test('what was written when it was cancelled is answered as done: an import, its undo and redo, a bulk change', async () => {
  const opened = await openTestArchive();
  const { client } = opened;
  const { planId } = await planFile(client, temporaryFile('台账.csv', sheetOf(60)));
  expect(await cancelledOnceItCounts(opened, client.imports.commit({ planId }))).toBe('done');
  expect(await howMany(client)).toBe(60);
  expect(await cancelledOnceItCounts(opened, client.changes.undo({}))).toBe('done');
  expect(await howMany(client)).toBe(0);
  expect(await cancelledOnceItCounts(opened, client.changes.redo({}))).toBe('done');
  expect(await howMany(client)).toBe(60);
  const trashing = client.customers.bulk({ selection: { filter: {} }, action: { type: 'trash' } });
  expect(await cancelledOnceItCounts(opened, trashing)).toBe('done');
  expect(await howMany(client)).toBe(0);
});

test('customers that had been brought back when it was cancelled are answered as brought back', async () => {
  const opened = await filled();
  const { client, changeId } = opened;
  const backup = await finish(client.backups.create({}));
  await finish(client.changes.undo({ changeId }));
  const { inspectionId } = await finish(client.backups.inspect({ source: { id: backup.id } }));
  const { rows } = await client.backups.customers({ inspectionId });
  const ids = rows.map(({ id }) => id);
  const bringing = client.backups.bringBack({ inspectionId, ids, mode: 'asThen' });
  expect(await cancelledOnceItCounts(opened, bringing)).toBe('done');
  expect(await howMany(client)).toBe(ids.length);
});

test('a restore that is cancelled when it takes the place of the archive is answered as done', async () => {
  const { client, changeId } = await filled();
  const backup = await finish(client.backups.create({}));
  await finish(client.changes.undo({ changeId }));
  const restoring = client.backups.restore({ source: { id: backup.id } });
  expect(await cancelledAt(client, restoring, ({ phase }) => phase === 'swapping')).toBe('done');
  expect(await howMany(client)).toBe(60);
});

test('a new key and a move that are cancelled when they take effect are answered as done', async () => {
  const { client, archive } = await filled();
  const current = '西湖的水 和 长江的风';
  await client.protection.setPassword({ password: current });
  const keyId = () => archive.holder.session().key?.id;
  const before = keyId();
  const anew = client.protection.changeDataKey({ current });
  expect(await cancelledAt(client, anew, ({ phase }) => phase === 'swapping')).toBe('done');
  expect(keyId()).not.toBe(before);
  const to = temporaryFolder('新盘');
  mkdirSync(to);
  const moving = client.archive.move({ token: to });
  expect(await cancelledAt(client, moving, ({ phase }) => phase === 'moving')).toBe('done');
  expect(existsSync(join(to, archiveFileName))).toBe(true);
});

/** Cancels at one progress after another, until it comes too late; what is answered must be what is there. */
const everyMoment = async (
  begin: (round: number) => { work: Promise<Work>; isThere: () => boolean },
  client: ArchiveClient,
): Promise<Record<Outcome, number>> => {
  const outcomes = { done: 0, cancelled: 0 };
  for (let moment = 1; outcomes.done === 0; moment += 1) {
    const { work, isThere } = begin(moment);
    let seen = 0;
    const outcome = await cancelledAt(client, work, () => ++seen === moment);
    expect([moment, isThere()]).toEqual([moment, outcome === 'done']);
    outcomes[outcome] += 1;
  }
  return outcomes;
};

test('a backup and an export that are cancelled at any moment are answered as what is there', async () => {
  const { client, folder } = await filled();
  const beside = (name: string) => join(folder, '..', name);
  const backups = await everyMoment((round) => {
    const target = beside(`${round}.kedang`);
    return { work: client.backups.create({ target }), isThere: () => existsSync(target) };
  }, client);
  expect(backups.cancelled).toBeGreaterThan(0);
  await everyMoment((round) => {
    const target = beside(`${round}.xlsx`);
    const work = client.exports.customers({
      selection: { filter: {} },
      columns: 'all',
      format: 'xlsx',
      language: 'zh-CN',
      target,
    });
    return { work, isThere: () => existsSync(target) };
  }, client);
});
