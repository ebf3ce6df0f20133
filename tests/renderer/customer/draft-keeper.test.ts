import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftKeeper } from '../../../src-renderer/customer/form/draft-keeper.ts';

const place = () => {
  const done: string[] = [];
  let release: (() => void) | null = null;
  return {
    done,
    /** Makes the next save wait until it is called. */
    hold: () => {
      const waiting = new Promise<void>((resolve) => {
        release = resolve;
      });
      return { waiting, release: () => release?.() };
    },
    save: async (content: string) => void done.push(content),
    discard: async () => void done.push('discarded'),
  };
};

describe('keeping a draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('typing is kept once, a moment after the last keystroke', async () => {
    const drafts = place();
    const keeper = createDraftKeeper<string>(drafts);
    keeper.keep('八');
    await vi.advanceTimersByTimeAsync(300);
    keeper.keep('八骏');
    await vi.advanceTimersByTimeAsync(399);
    expect(drafts.done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(drafts.done).toEqual(['八骏']);
    expect(keeper.state()).toBe('kept');
  });

  test('what waits is kept at once when the window goes away', async () => {
    const drafts = place();
    const keeper = createDraftKeeper<string>(drafts);
    keeper.keep('八骏');
    await keeper.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(drafts.done).toEqual(['八骏']);
  });

  test('a discarded draft does not come back, even when its saving was under way', async () => {
    const drafts = place();
    const held = drafts.hold();
    const keeper = createDraftKeeper<string>({
      ...drafts,
      save: async (content) => {
        await held.waiting;
        await drafts.save(content);
      },
    });
    keeper.keep('八骏');
    const flushed = keeper.flush();
    keeper.keep('八骏科技');
    const discarded = keeper.discard();
    held.release();
    await Promise.all([flushed, discarded]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(drafts.done).toEqual(['八骏', 'discarded']);
    expect(keeper.state()).toBe('clean');
  });

  test('a form that is empty again has no draft', async () => {
    const drafts = place();
    const keeper = createDraftKeeper<string>(drafts);
    keeper.keep('八');
    keeper.keep(null);
    await vi.advanceTimersByTimeAsync(400);
    expect(drafts.done).toEqual(['discarded']);
  });

  test('a draft that could not be kept is told, and the next keystroke tries again', async () => {
    const drafts = place();
    let broken = true;
    const keeper = createDraftKeeper<string>({
      ...drafts,
      save: (content) => (broken ? Promise.reject(new Error('no connection')) : drafts.save(content)),
    });
    keeper.keep('八');
    await keeper.flush();
    expect(keeper.state()).toBe('failed');
    broken = false;
    keeper.keep('八骏');
    await keeper.flush();
    expect([keeper.state(), drafts.done]).toEqual(['kept', ['八骏']]);
  });
});
