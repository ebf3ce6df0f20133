import type { SameShape } from '../shape.ts';
import type { settings as source } from '../zh-CN/settings.ts';

/** Texts of the room settings. */
export const settings = {
  title: 'Settings',
} as const satisfies SameShape<typeof source>;
