import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => void vi.useRealTimers());

it('a new day is told once, just after midnight, and to nobody who stopped listening', async () => {
  vi.setSystemTime(new Date(2026, 10, 26, 23, 58, 30));
  const { onNewDay } = await import('../../../src-renderer/kit/use-today.ts');
  const told = vi.fn();
  const stop = onNewDay(told);
  vi.advanceTimersByTime(89_000);
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_001);
  expect(told).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_600_000);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  vi.advanceTimersByTime(86_400_000);
  expect(told).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('a computer that slept over midnight is told soon after', async () => {
  vi.setSystemTime(new Date(2026, 10, 26, 18, 0));
  const { onNewDay } = await import('../../../src-renderer/kit/use-today.ts');
  const told = vi.fn();
  const stop = onNewDay(told);
  vi.setSystemTime(new Date(2026, 10, 27, 8, 0));
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
});
