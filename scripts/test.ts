import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildAnew } from './build-if-stale.ts';
import { prepareMachine } from './prepare-machine.ts';
import { type Counts, playwrightCounts, vitestCounts } from './test-counts.ts';

/*
 * `npm test`: types, lint and format, unit tests, the build, and the end-to-end tests in both hosts. A check that is
 * not a test counts as one failure when it fails, and not at all when it passes.
 */

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const summary: { name: string; seconds: number; counts: Counts }[] = [];

const none: Counts = { passed: 0, failed: 0, skipped: 0, reasons: [] };
const oneFailure: Counts = { ...none, failed: 1 };

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

check('types', () => run(bin('tsc'), ['-b']));
check('lint', () => run(bin('oxlint'), ['--quiet']));
check('format', () => run(bin('prettier'), ['--check', '--log-level', 'warn', '.']));
step('unit tests', unitTests);
const built = check('build', () => {
  buildAnew();
  return true;
});
if (built) step('end-to-end tests', endToEndTests);

report();

function unitTests(): Counts {
  const file = join(results, 'vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  // That binding is for Electron; Node takes the package's own, which other users of the machine can read as well.
  const ok = run(bin('vitest'), ['run', ...reporters], { BETTER_SQLITE3_BINDING: undefined });
  return atLeastOne(vitestCounts(file), ok);
}

function endToEndTests(): Counts {
  const missing = prepareMachine();
  if (missing !== null) {
    console.error(missing);
    return oneFailure;
  }
  const file = join(results, 'playwright.json');
  const ok = run(bin('playwright'), ['test', '--reporter=dot,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    // Its workers are told in their own way, and Node complains of being told in both.
    NO_COLOR: undefined,
    FORCE_COLOR: '0',
  });
  return atLeastOne(playwrightCounts(file), ok);
}

/** A runner that failed without naming a test, at a file that does not load say, has failed all the same. */
function atLeastOne(counts: Counts | null, ok: boolean): Counts {
  if (counts === null) return oneFailure;
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function check(name: string, passes: () => boolean): boolean {
  return step(name, () => (passes() ? none : oneFailure)).failed === 0;
}

function step(name: string, work: () => Counts): Counts {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const counts = attempt(work);
  summary.push({ name, seconds: (performance.now() - started) / 1_000, counts });
  return counts;
}

function attempt(work: () => Counts): Counts {
  try {
    return work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return oneFailure;
  }
}

function run(command: string, parameters: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status, signal, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  if (error) throw error;
  if (signal !== null) console.error(`${command} was ended by ${signal}.`);
  return status === 0;
}

function report(): void {
  console.log('\n── summary');
  for (const { name, seconds, counts } of summary) {
    const sign = counts.failed > 0 ? '✘' : '✓';
    console.log(`${sign} ${name.padEnd(18)}${`${seconds.toFixed(1)} s`.padStart(9)}  ${words(counts)}`);
    for (const reason of counts.reasons) console.log(`    ${reason}`);
  }
  const total = summary.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  process.exitCode = total.failed > 0 ? 1 : 0;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
}

function words({ passed, failed, skipped }: Counts): string {
  if (passed + failed + skipped === 0) return '';
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
