/** Runs jobs one after the other, in the order in which they came. */
export interface Queue {
  run<T>(job: () => Promise<T>): Promise<T>;
  /** Resolves when everything that waits now is done. */
  idle(): Promise<void>;
  /** Whether a job runs or waits. */
  busy(): boolean;
  /** From now on jobs that have not begun fail with the error instead. */
  stop(error: Error): void;
}

/** A failed job fails its caller and lets the next one run. */
export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  let jobs = 0;
  let stopped: Error | null = null;
  return {
    run(job) {
      const begin = async () => {
        if (stopped !== null) throw stopped;
        return job();
      };
      jobs += 1;
      const result = tail.then(begin, begin).finally(() => (jobs -= 1));
      tail = result.catch(() => {});
      return result;
    },
    async idle() {
      await tail;
    },
    busy: () => jobs > 0,
    stop(error) {
      stopped = error;
    },
  };
}
