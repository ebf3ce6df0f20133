import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSqliteThread } from '../../src-main/archive/sqlite-thread.ts';

const entries = ['search/words-worker.ts', 'backups/backup-worker.ts'].map(
  (path) => new URL(`../../src-main/archive/${path}`, import.meta.url),
);
const moments = Array.from({ length: 16 }, (_, index) => index * 12);

test.each(entries)('a thread can be ended at every moment of its start: %s', async (entry) => {
  // One that is ended while it loads SQLite would end this process, too.
  const ended = moments.map(async (moment) => {
    const thread = startSqliteThread(entry, { workerData: new Int32Array(1) }, () => {});
    await setTimeout(moment);
    await thread.end();
    return thread.worker.threadId;
  });
  expect(await Promise.all(ended)).toEqual(moments.map(() => -1));
});
