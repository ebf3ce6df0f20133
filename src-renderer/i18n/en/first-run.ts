import type { SameShape } from '../shape.ts';
import type { firstRun as source } from '../zh-CN/first-run.ts';

/** Texts of the room first-run. */
export const firstRun = {
  title: 'Start',
} as const satisfies SameShape<typeof source>;
