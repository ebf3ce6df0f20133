/** Runs jobs one after the other, in the order in which they came. */
export interface Queue {
  run<T>(job: () => Promise<T>): Promise<T>;
  /** Resolves when everything that waits now is done. */
  idle(): Promise<void>;
  /** Whether a job runs or waits. */
  busy(): boolean;
}

/** A failed job fails its caller and lets the next one run. */
export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  let jobs = 0;
  return {
    run(job) {
      jobs += 1;
      const result = tail.then(job, job).finally(() => (jobs -= 1));
      tail = result.catch(() => {});
      return result;
    },
    async idle() {
      await tail;
    },
    busy: () => jobs > 0,
  };
}
