/** Runs a long operation to its result. */
export async function finish<T>(
  started: Promise<AsyncIterator<unknown, T>> | AsyncIterator<unknown, T>,
): Promise<T> {
  const iterator = await started;
  for (;;) {
    const step = await iterator.next();
    if (step.done) return step.value;
  }
}
