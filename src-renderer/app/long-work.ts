import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../src-shared/failures.ts';
import { isProgress, type Progress, type WorkEvent } from '../../src-shared/progress.ts';
import { useLatest } from '../kit/use-latest.ts';
import { useApi } from './api.ts';
import { toFailure } from './failures/to-failure.ts';
import { isLocked } from './locked.ts';
import { useTellTooLate } from './too-late.tsx';

/** Progress with what can be told from it. */
export interface Pace extends Progress {
  /** Units a second in this phase; null until it can be told. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

type Work<Input, Result> = (input: Input) => Promise<AsyncIterator<WorkEvent, Result, unknown>>;

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

/**
 * Runs a long operation to its end, telling of progress. Throws what the operation throws.
 *
 * @param giveUp when it aborts, `cancel` is called with the name of the work, and the work is listened to until it says what came
 * of it: that it was cancelled, or its result when that counted already
 */
export const runLongWork = async <Result>(
  work: AsyncIterator<WorkEvent, Result, unknown>,
  onProgress: (progress: Progress) => void = () => undefined,
  { giveUp, cancel }: { giveUp?: AbortSignal; cancel?: (workId: string) => void } = {},
): Promise<Result> => {
  for (;;) {
    const step = await work.next();
    if (step.done === true) return step.value;
    if (isProgress(step.value)) {
      onProgress(step.value);
      continue;
    }
    const { workId } = step.value;
    if (giveUp?.aborted === true) cancel?.(workId);
    else giveUp?.addEventListener('abort', () => cancel?.(workId), { once: true });
  }
};

export interface LongWork<Input, Result> {
  /**
   * Starts it; an earlier run is cancelled first, and comes to nothing. Resolves with the result, also where cancelling came too late
   * for it; with null when it failed or was cancelled.
   */
  readonly start: (input: Input) => Promise<Result | null>;
  /** Asks it to give up. It goes on running until it is known what came of that. */
  readonly cancel: () => void;
  readonly running: boolean;
  /** Whether it was asked to give up and has not answered. */
  readonly cancelling: boolean;
  readonly progress: Pace | null;
  readonly result: Result | null;
  /** Not set by a cancelled run. */
  readonly failure: Failure | null;
}

/** What shows long work needs of it. */
export type WorkShown = Pick<LongWork<never, unknown>, 'running' | 'cancelling' | 'progress' | 'cancel'>;

interface State<Result> {
  running: boolean;
  cancelling: boolean;
  progress: Pace | null;
  result: Result | null;
  failure: Failure | null;
}

const idle = { running: false, cancelling: false, progress: null, result: null, failure: null };

/** Why work is to give up where somebody asked for that; whoever only left does not wait for an answer. */
const asked = Symbol('asked');

/** For work that leaves nothing: nobody has to be told that it was done before it could be cancelled. */
export const leavesNothing = (): void => undefined;

/**
 * A long operation of the contract (`client.archive.backups.create`): start, cancel, progress, result, failure.
 * Work goes on while the component is mounted and is cancelled when it goes away; when it goes because the archive is locked,
 * the work comes to its end, and nobody is told of what came of it.
 *
 * @param onTooLate called before a result that cancelling came too late for; without it a toast says so
 * @param outlives whether the work goes on when the component goes away: because of what the work did, say
 */
export const useLongWork = <Input, Result>(
  work: Work<Input, Result>,
  onFailure?: (failure: Failure) => void,
  onTooLate?: () => void,
  outlives = false,
): LongWork<Input, Result> => {
  const { client } = useApi();
  const tellTooLate = useTellTooLate();
  const [state, setState] = useState<State<Result>>(idle);
  const running = useRef<AbortController | null>(null);
  const latest = useLatest({ work, onFailure, onTooLate: onTooLate ?? tellTooLate, client });

  const cancel = useCallback(() => {
    if (running.current === null || running.current.signal.aborted) return;
    running.current.abort(asked);
    setState((before) => ({ ...before, cancelling: true }));
  }, []);
  useEffect(
    () => () => {
      if (!isLocked() && !outlives) running.current?.abort();
    },
    [outlives],
  );

  const start = useCallback(
    async (input: Input): Promise<Result | null> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const mine = (): boolean => running.current === controller;
      setState({ ...idle, running: true });
      const pace = createPace();
      try {
        const iterator = await latest.current.work(input);
        const result = await runLongWork(
          iterator,
          (progress) => {
            if (mine()) setState((before) => ({ ...before, progress: pace(progress) }));
          },
          {
            giveUp: controller.signal,
            // A connection that is lost ends the work itself.
            cancel: (workId) =>
              void latest.current.client.archive.work.cancel({ workId }).catch(() => undefined),
          },
        );
        if (!mine()) return null;
        setState({ ...idle, result });
        if (isLocked()) return null;
        if (controller.signal.reason === asked) latest.current.onTooLate();
        return result;
      } catch (error) {
        if (!mine()) return null;
        const failure = toFailure(error);
        const shown = failure.code === 'cancelled' ? null : failure;
        setState({ ...idle, failure: shown });
        if (shown !== null && !isLocked()) latest.current.onFailure?.(shown);
        return null;
      } finally {
        if (mine()) running.current = null;
      }
    },
    [latest],
  );

  return { start, cancel, ...state };
};
