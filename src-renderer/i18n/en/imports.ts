import type { SameShape } from '../shape.ts';
import type { imports as source } from '../zh-CN/imports.ts';

/** Texts of the room imports. */
export const imports = {
  title: 'Import',
} as const satisfies SameShape<typeof source>;
