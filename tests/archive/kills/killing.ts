import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { isSoak, tellSoak } from '../../support/soak.ts';

/** How often each kind of work is killed. */
export const kills = isSoak ? 200 : 25;

/** So long (ms) a test of so many kills may take on a machine that is busy with other things. */
export const killingLimit = kills * 30_000;

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

export interface Killing {
  /** The module in `work/` that says how to work. */
  readonly work: string;
  readonly folder: string;
  /** Puts the folder in order before the kill of this number; answers the state it is in then, if that is another one. */
  readonly prepare?: (kill: number) => Promise<string> | string | void;
  /** Opens what the killed process left, expects it whole, and answers the state it is in, in the words of the work. */
  readonly look: (kill: number) => Promise<string>;
  /** Whether a state is the one that was announced; else they have to be the same. */
  readonly same?: (found: string, announced: string) => boolean;
}

/** What a process said until it was killed. */
interface Said {
  readonly acknowledged: string | null;
  /** The state that the operation under way was to lead to. */
  readonly doing: string | null;
  /** The steps it named, and how long (ms) each took at most. */
  readonly steps: ReadonlyMap<string, number>;
  /** How long (ms) the first round took. */
  readonly round: number;
}

/**
 * Kills a process that works on an archive, again and again: every other time in one of the steps it names, at any moment
 * of it, and else at any moment of a round. Each time the archive has to be in the state that was acknowledged last, or
 * in the one that the operation under way was to lead to.
 */
export async function killAgainAndAgain({
  work,
  folder,
  prepare,
  look,
  same = (found, announced) => found === announced,
}: Killing): Promise<void> {
  const begin = (now: string, at: Moment) => run([work, folder, now], at);
  let now = (await prepare?.(0)) ?? (await look(0));
  const { acknowledged, steps, round } = await begin(now, 'never');
  now = acknowledged ?? now;
  const moments = [...steps].map(([step, within]) => ({ line: `step ${step}`, within }));
  const found = { old: 0, new: 0, between: 0 };
  for (let kill = 1; kill <= kills; kill += 1) {
    now = (await prepare?.(kill)) ?? now;
    const moment = kill % 2 === 0 ? moments[(kill / 2) % moments.length] : undefined;
    const { line, within } = moment ?? { line: 'ready', within: round };
    const said = await begin(now, { line, delay: Math.random() * within });
    now = said.acknowledged ?? now;
    const left = await look(kill);
    const isOld = same(left, now);
    expect(
      isOld || (said.doing !== null && same(left, said.doing)),
      JSON.stringify({ kill, left, now, said }),
    ).toBe(true);
    found[said.doing === null ? 'between' : isOld ? 'old' : 'new'] += 1;
    now = left;
  }
  // Else the moments were never those of an operation under way.
  expect(found.old + found.new).toBeGreaterThan(kills / 5);
  tellSoak(
    `${work}: killed ${kills} times, ${found.old} × the old state, ${found.new} × the new, ${found.between} × between two operations; during ${[...steps.keys()].join(', ')}, and at any moment`,
  );
}

type Moment = { readonly line: string; readonly delay: number } | 'never';

function run(args: readonly string[], moment: Moment): Promise<Said> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', worker, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let acknowledged: string | null = null;
    let doing: string | null = null;
    let began = 0;
    let round = 0;
    const steps = new Map<string, number>();
    let current: { readonly step: string; readonly began: number } | null = null;
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
    const kill = (delay: number) => setTimeout(() => child.kill('SIGKILL'), delay);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word = ''] = line.split(' ', 1);
      const rest = line.slice(word.length + 1);
      if (word === 'doing') doing = rest;
      if (word === 'done') [acknowledged, doing] = [rest, null];
      const at = performance.now();
      if (current) steps.set(current.step, Math.max(at - current.began, steps.get(current.step) ?? 0));
      current = word === 'step' ? { step: rest, began: at } : null;
      if (word === 'ready') began = at;
      if (word === 'round' && round === 0) round = at - began;
      if (moment === 'never') {
        if (word === 'ready') child.stdin.end('end\n');
      } else if (line === moment.line) kill(moment.delay);
      // A step that did not come, because the work began in another state.
      else if (word === 'round') kill(0);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (complaints !== '' || (moment === 'never' ? code !== 0 : signal !== 'SIGKILL'))
        reject(new Error(`the working process ended with ${code ?? signal}: ${complaints}`));
      else settle({ acknowledged, doing, steps, round });
    });
  });
}
