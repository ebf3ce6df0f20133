import { writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** What a kind of work is told by the process that runs it until it is killed, and what it tells. */
export interface Order {
  readonly folder: string;
  /** The state in which the archive is, in the words of the work. */
  readonly now: string;
  /** An operation begins; unless it fails, the archive is in this state afterwards. */
  doing(next: string): void;
  /** It is acknowledged. `state` where it could not be known before. */
  done(state?: string): void;
  /** A named step of it begins. */
  step(name: string): void;
}

/** Opens the folder and answers one round of work, which is done again and again. */
export type Begin = (order: Order) => Promise<() => Promise<void>>;

const say = (line: string): void => void writeSync(1, `${line}\n`);

async function workUntilKilled([work = '', folder = '', now = '']: readonly string[]): Promise<never> {
  const { begin } = (await import(`./work/${work}.ts`)) as { begin: Begin };
  let next = now;
  let last = '';
  const round = await begin({
    folder,
    now,
    doing: (state) => {
      next = state;
      last = '';
      say(`doing ${state}`);
    },
    done: (state = next) => say(`done ${state}`),
    step: (name) => {
      if (name !== last) say(`step ${name}`);
      last = name;
    },
  });
  let ending = false;
  process.stdin.once('data', () => (ending = true));
  say('ready');
  for (;;) {
    await round();
    say('round');
    await setImmediate();
    // A rehearsal ends by itself, and leaves the compiled modules to those that come after it.
    if (ending) process.exit();
  }
}

await workUntilKilled(process.argv.slice(2));
