import type { SameShape } from '../shape.ts';
import type { finder as source } from '../zh-CN/finder.ts';

/** Texts of the room finder. */
export const finder = {
  title: 'Find',
} as const satisfies SameShape<typeof source>;
