import type { SameShape } from '../shape.ts';
import type { customer as source } from '../zh-CN/customer.ts';

/** Texts of the room customer. */
export const customer = {
  title: 'Customer',
} as const satisfies SameShape<typeof source>;
