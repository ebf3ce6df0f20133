import { describe, expect, test } from 'vitest';
import { createGivingUp, createPace, runLongWork } from '../../../src-renderer/app/long-work.ts';
import type { WorkEvent } from '../../../src-shared/progress.ts';

const clock = () => {
  let now = 0;
  return { now: () => now, pass: (milliseconds: number) => (now += milliseconds) };
};

describe('the pace of long work', () => {
  test('says nothing before it can know, then rate and time left', () => {
    const { now, pass } = clock();
    const pace = createPace(now);
    expect(pace({ phase: 'writing', done: 0, total: 10_000 })).toMatchObject({
      rate: null,
      secondsLeft: null,
    });
    pass(500);
    expect(pace({ phase: 'writing', done: 600, total: 10_000 })).toMatchObject({
      rate: null,
      secondsLeft: null,
    });
    pass(1_500);
    expect(pace({ phase: 'writing', done: 2_000, total: 10_000 })).toMatchObject({
      rate: 1_000,
      secondsLeft: 8,
    });
  });

  test('begins anew with each phase, since phases count different units', () => {
    const { now, pass } = clock();
    const pace = createPace(now);
    pace({ phase: 'reading', done: 0, total: 100 });
    pass(10_000);
    pace({ phase: 'reading', done: 100, total: 100 });
    expect(pace({ phase: 'writing', done: 0, total: 50_000 })).toMatchObject({
      rate: null,
      secondsLeft: null,
    });
    pass(2_000);
    expect(pace({ phase: 'writing', done: 25_000, total: 50_000 })).toMatchObject({ secondsLeft: 2 });
  });

  test('without a total there is no time left', () => {
    const { now, pass } = clock();
    const pace = createPace(now);
    pace({ phase: 'copying', done: 0, total: null });
    pass(2_000);
    expect(pace({ phase: 'copying', done: 400, total: null })).toMatchObject({
      rate: 200,
      secondsLeft: null,
    });
  });
});

async function* backUp(): AsyncGenerator<WorkEvent, string> {
  yield { workId: '7' };
  yield { phase: 'copying', done: 1, total: 2 };
  yield { phase: 'checking', done: 2, total: 2 };
  return '客档备份.kedang';
}

describe('running long work', () => {
  test('tells of each step and ends with the result', async () => {
    const seen: string[] = [];
    await expect(runLongWork(backUp(), ({ phase }) => seen.push(phase))).resolves.toBe('客档备份.kedang');
    expect(seen).toEqual(['copying', 'checking']);
  });

  test('tells its name before anything else', async () => {
    const said: string[] = [];
    await runLongWork(
      backUp(),
      ({ phase }) => said.push(phase),
      (workId) => said.push(workId),
    );
    expect(said).toEqual(['7', 'copying', 'checking']);
  });
});

describe('asking long work to give up', () => {
  test('before it has a name, it is asked as soon as there is one', async () => {
    const cancelled: string[] = [];
    const { named, ask } = createGivingUp(async (workId) => cancelled.push(workId));
    const asked = ask();
    expect(cancelled).toEqual([]);
    await runLongWork(backUp(), undefined, named);
    await asked;
    expect(cancelled).toEqual(['7']);
  });

  test('when asking fails one hears of it, and can ask again', async () => {
    const cancelled: string[] = [];
    const { named, ask } = createGivingUp(async (workId) => {
      cancelled.push(workId);
      if (cancelled.length === 1) throw new Error('not now');
    });
    named('7');
    await expect(ask()).rejects.toThrow('not now');
    await expect(ask()).resolves.toBeUndefined();
    expect(cancelled).toEqual(['7', '7']);
  });
});
