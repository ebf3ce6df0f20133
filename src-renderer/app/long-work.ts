import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../src-shared/failures.ts';
import type { Progress } from '../../src-shared/progress.ts';
import { useLatest } from '../kit/use-latest.ts';
import { toFailure } from './failures/to-failure.ts';
import { isLocked } from './locked.ts';

/** Progress with what can be told from it. */
export interface Pace extends Progress {
  /** Units a second in this phase; null until it can be told. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

type Work<Input, Result> = (
  input: Input,
  options: { signal: AbortSignal },
) => Promise<AsyncIterator<Progress, Result, unknown>>;

/** Adds rate and time left; the clock starts anew with each phase, since phases count different units. */
export const createPace = (now: () => number = () => performance.now()): ((progress: Progress) => Pace) => {
  let phase: Progress['phase'] | null = null;
  let startedAt = 0;
  let startedWith = 0;
  return (progress) => {
    if (progress.phase !== phase) {
      phase = progress.phase;
      startedAt = now();
      startedWith = progress.done;
    }
    const seconds = (now() - startedAt) / 1000;
    const rate = seconds >= 1 && progress.done > startedWith ? (progress.done - startedWith) / seconds : null;
    const secondsLeft =
      rate === null || progress.total === null ? null : Math.max(0, (progress.total - progress.done) / rate);
    return { ...progress, rate, secondsLeft };
  };
};

/** Runs a long operation to its result, telling of progress. Throws what the operation throws. */
export const runLongWork = async <Result>(
  work: AsyncIterator<Progress, Result, unknown>,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result> => {
  for (;;) {
    const step = await work.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
  }
};

export interface LongWork<Input, Result> {
  /** Starts it; an earlier run is cancelled first. Resolves with the result, or with null when it failed or was cancelled. */
  readonly start: (input: Input) => Promise<Result | null>;
  readonly cancel: () => void;
  readonly reset: () => void;
  readonly running: boolean;
  readonly progress: Pace | null;
  readonly result: Result | null;
  /** Not set by a cancelled run. */
  readonly failure: Failure | null;
}

interface State<Result> {
  running: boolean;
  progress: Pace | null;
  result: Result | null;
  failure: Failure | null;
}

const idle = { running: false, progress: null, result: null, failure: null };

/**
 * A long operation of the contract (`client.archive.backups.create`): start, cancel, progress, result, failure.
 * Work goes on while the component is mounted and is cancelled when it goes away; when it goes because the archive is locked,
 * the work comes to its end, and nobody is told of what came of it.
 */
export const useLongWork = <Input, Result>(
  work: Work<Input, Result>,
  onFailure?: (failure: Failure) => void,
): LongWork<Input, Result> => {
  const [state, setState] = useState<State<Result>>(idle);
  const running = useRef<AbortController | null>(null);
  const latest = useLatest({ work, onFailure });

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(
    () => () => {
      if (!isLocked()) cancel();
    },
    [cancel],
  );

  const start = useCallback(
    async (input: Input): Promise<Result | null> => {
      cancel();
      const controller = new AbortController();
      running.current = controller;
      const mine = (): boolean => running.current === controller;
      setState({ ...idle, running: true });
      const pace = createPace();
      try {
        const iterator = await latest.current.work(input, { signal: controller.signal });
        const result = await runLongWork(iterator, (progress) => {
          if (mine()) setState((before) => ({ ...before, progress: pace(progress) }));
        });
        if (mine()) setState({ ...idle, result });
        return isLocked() ? null : result;
      } catch (error) {
        const failure = controller.signal.aborted ? ({ code: 'cancelled' } as const) : toFailure(error);
        const shown = failure.code === 'cancelled' ? null : failure;
        if (mine() || running.current === null) setState({ ...idle, failure: shown });
        if (shown !== null && !isLocked()) latest.current.onFailure?.(shown);
        return null;
      } finally {
        if (mine()) running.current = null;
      }
    },
    [cancel, latest],
  );

  const reset = useCallback(() => {
    cancel();
    setState(idle);
  }, [cancel]);

  return { start, cancel, reset, ...state };
};
