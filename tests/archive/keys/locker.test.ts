import { expect, onTestFinished, test, vi } from 'vitest';
import { createLocker } from '../../../src-main/archive/keys/locker.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';

/** How often the locker looks at the time, in ms. */
const tick = 5_000;

test('minutes without work that pass during long work lock the archive when it is done, not in the middle of it', async () => {
  const { archive, client } = await openTestArchive();
  await client.protection.setPassword({ password: '西湖的水 和 长江的风' });
  await client.settings.updatePreferences({ lockAfterMinutes: 5 });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let now = new Date('2026-11-26T15:00:00.000Z');
  const told: string[] = [];
  const locker = createLocker(archive.holder, {
    hasPassword: () => true,
    tell: () => void told.push(locker.refuses() ? 'refuses' : 'answers'),
    letGo: () => void told.push('let go'),
    clock: () => now,
  });
  onTestFinished(() => locker.close());
  const looks = (): void => void vi.advanceTimersByTime(tick);

  let finish = (_result: string): void => {};
  const done = locker.during(
    () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
  );
  now = new Date(now.getTime() + 20 * 60_000);
  looks();
  expect(told).toEqual([]);
  expect(archive.holder.state().state).toBe('open');

  finish('an import');
  expect(await done).toBe('an import');
  looks();
  await locker.settled();
  expect(archive.holder.state().state).toBe('locked');
  expect(told.slice(-2)).toEqual(['let go', 'refuses']);
});
