import type { SameShape } from '../shape.ts';
import type { backups as source } from '../zh-CN/backups.ts';

/** Texts of the room backups. */
export const backups = {
  title: 'Backups',
} as const satisfies SameShape<typeof source>;
