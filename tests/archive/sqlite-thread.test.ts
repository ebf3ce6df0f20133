import { expect, test } from 'vitest';
import { startSqliteThread } from '../../src-main/archive/sqlite-thread.ts';

const script = `
  import { parentPort } from 'node:worker_threads';
  import { loadSqlite } from ${JSON.stringify(import.meta.resolve('../../src-main/archive/sqlite-thread.ts'))};
  parentPort.postMessage('loading');
  loadSqlite();
  setInterval(() => {}, 1_000);
`;
const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);

test('a thread that is ended while it loads SQLite takes nobody with it', async () => {
  for (let time = 0; time < 25; time++) {
    const { worker, end } = startSqliteThread(entry, {}, (message) => {
      expect(message).toBe('loading');
      const from = performance.now();
      // A little later each time: loading it takes a millisecond or two.
      while (performance.now() - from < time / 10);
      ended = end();
    });
    let ended: Promise<void> | undefined;
    const code = await new Promise((resolve) => worker.once('exit', resolve));
    await ended;
    expect(code).toBe(1);
  }
});

test('a thread that fails before it has loaded SQLite can be ended as well', async () => {
  const { worker, end } = startSqliteThread(new URL('data:text/javascript,process.exit(3)'), {}, () => {});
  const exit = new Promise((resolve) => worker.once('exit', resolve));
  await end();
  expect(await exit).toBe(3);
});
