import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'regular' | 'last-resort' }) => void;

let found: Collect | null | undefined;

/** V8's own function, which does nothing where the engine does not give it. */
function collect(flavor: 'regular' | 'last-resort'): void {
  if (found === undefined) {
    setFlagsFromString('--expose-gc');
    // The flag shows in contexts that are made after it.
    found = runInNewContext(`typeof gc === 'function' ? gc : null`) as Collect | null;
  }
  found?.({ type: 'major', execution: 'sync', flavor });
}

/**
 * Gives memory that is no longer used back to the system, where the engine lets itself be asked to. V8 does that by
 * itself only in a process that is told when it is idle, as pages are: after a finder of 100,000 was built, 150 MB
 * of nothing stayed for as long as the program ran.
 *
 * It stops the process for some 100 ms, so it belongs at the end of long work and nowhere else.
 */
export const giveMemoryBack = (): void => {
  collect('last-resort');
};

let waiting: NodeJS.Timeout | undefined;

/** {@link giveMemoryBack} half a second after the last who asks for it: an import is let go of, and then its finder is built. */
export const giveMemoryBackSoon = (): void => {
  clearTimeout(waiting);
  waiting = setTimeout(giveMemoryBack, 500);
  waiting.unref();
};

/**
 * Collects what is no longer used, in the midst of long work that leaves much behind. V8 would let it lie until its heap has grown
 * by half. It takes some 20 ms.
 */
export const collectGarbage = (): void => {
  collect('regular');
};
