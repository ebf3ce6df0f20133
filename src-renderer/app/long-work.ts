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
 * Runs a long operation to its end, telling of progress, and of its name before that. Throws what the operation throws.
 */
export const runLongWork = async <Result>(
  work: AsyncIterator<WorkEvent, Result, unknown>,
  onProgress: (progress: Progress) => void = () => undefined,
  onNamed: (workId: string) => void = () => undefined,
): Promise<Result> => {
  for (;;) {
    const step = await work.next();
    if (step.done === true) return step.value;
    if (isProgress(step.value)) onProgress(step.value);
    else onNamed(step.value.workId);
  }
};

/** How one run of long work is asked to give up. */
interface GivingUp {
  readonly named: (workId: string) => void;
  /**
   * Asks by the name of the work, as soon as it has one; again, when asking failed. What comes of it, the work itself says, which is
   * to be listened to until then: that it was cancelled, or its result when that counted already. Throws what asking throws.
   */
  readonly ask: () => Promise<void>;
}

export const createGivingUp = (cancel: (workId: string) => Promise<unknown>): GivingUp => {
  let named: (workId: string) => void = () => undefined;
  const name = new Promise<string>((resolve) => {
    named = resolve;
  });
  return {
    named,
    ask: async () => {
      await cancel(await name);
    },
  };
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
  /** Whether asking it to give up failed: it goes on, and can be asked again. */
  readonly notCancelled: boolean;
  readonly progress: Pace | null;
  readonly result: Result | null;
  /** Not set by a cancelled run. */
  readonly failure: Failure | null;
}

/** What shows long work needs of it. */
export type WorkShown = Pick<
  LongWork<never, unknown>,
  'running' | 'cancelling' | 'notCancelled' | 'progress' | 'cancel'
>;

interface State<Result> {
  running: boolean;
  cancelling: boolean;
  notCancelled: boolean;
  progress: Pace | null;
  result: Result | null;
  failure: Failure | null;
}

const idle = {
  running: false,
  cancelling: false,
  notCancelled: false,
  progress: null,
  result: null,
  failure: null,
};

interface Run extends GivingUp {
  /** Whether somebody asked it to give up and waits for what comes of that; whoever only left does not. */
  asked: boolean;
}

/** Asks work to give up that nobody waits for any more; nobody is there either to be told that asking failed. */
const leave = (run: Run | null): void => {
  if (run !== null && !run.asked) void run.ask().catch(() => undefined);
};

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
  const running = useRef<Run | null>(null);
  const latest = useLatest({ work, onFailure, onTooLate: onTooLate ?? tellTooLate, client });

  const cancel = useCallback(() => {
    const run = running.current;
    if (run === null || run.asked) return;
    const tell = (cancelling: boolean): void => {
      run.asked = cancelling;
      if (running.current === run)
        setState((before) => ({ ...before, cancelling, notCancelled: !cancelling }));
    };
    tell(true);
    run.ask().catch((error: unknown) => {
      // A connection that is lost ends the work itself.
      if (toFailure(error).code !== 'connectionLost') tell(false);
    });
  }, []);
  useEffect(
    () => () => {
      if (!isLocked() && !outlives) leave(running.current);
    },
    [outlives],
  );

  const start = useCallback(
    async (input: Input): Promise<Result | null> => {
      leave(running.current);
      const givingUp = createGivingUp((workId) => latest.current.client.archive.work.cancel({ workId }));
      const run: Run = { ...givingUp, asked: false };
      running.current = run;
      const mine = (): boolean => running.current === run;
      setState({ ...idle, running: true });
      const pace = createPace();
      try {
        const iterator = await latest.current.work(input);
        const onProgress = (progress: Progress): void => {
          if (mine()) setState((before) => ({ ...before, progress: pace(progress) }));
        };
        const result = await runLongWork(iterator, onProgress, run.named);
        if (!mine()) return null;
        setState({ ...idle, result });
        if (isLocked()) return null;
        if (run.asked) latest.current.onTooLate();
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
