/** Runs jobs one after the other, in the order in which they came. */
export interface Queue {
  run<T>(job: () => Promise<T>): Promise<T>;
  /** Resolves when everything that waits now is done. */
  idle(): Promise<void>;
}

/** A failed job fails its caller and lets the next one run. */
export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const result = tail.then(job, job);
      tail = result.catch(() => {});
      return result;
    },
    async idle() {
      await tail;
    },
  };
}
