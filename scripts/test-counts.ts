import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a test runner counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why tests were skipped, each reason once. */
  readonly reasons: readonly string[];
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** Counts in the file of Vitest's JSON reporter; null when it is not there. */
export function vitestCounts(path: string): Counts | null {
  const report = read(path, vitestReport);
  return report === null
    ? null
    : {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
        reasons: [],
      };
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  suites: z.array(z.unknown()),
});

/** Counts in the file of Playwright's JSON reporter; null when it is not there. A test that needed a retry failed. */
export function playwrightCounts(path: string): Counts | null {
  const report = read(path, playwrightReport);
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped, reasons: skipReasons(report.suites) };
}

const annotation = z.object({ type: z.literal('skip'), description: z.string() });

/** Descriptions of all `skip` annotations, wherever they stand in the report. */
function skipReasons(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = annotation.safeParse(value);
  const inner = Object.values(value).flatMap(skipReasons);
  return [...new Set(own.success ? [own.data.description, ...inner] : inner)];
}

function read<T extends z.ZodType>(path: string, schema: T): z.infer<T> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
