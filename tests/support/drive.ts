import { isProgress, type WorkEvent } from '../../src-shared/progress.ts';

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

/** Goes on with long work until it tells how far it is, and answers the name by which it is cancelled. */
export async function untilProgress(work: AsyncIterator<WorkEvent, unknown>): Promise<string> {
  let name = '';
  for (;;) {
    const step = await work.next();
    if (step.done) throw new Error('it ended before it told how far it was');
    if (isProgress(step.value)) return name;
    name = step.value.workId;
  }
}
