import type { ClientLink } from '@orpc/client';

/** The two contracts a page talks to. */
export type Door = 'archive' | 'host';

/** What a way of connecting reports: a door opened (again), or closed. Each `down` follows an `up` of the same door. */
export interface Doors {
  up(door: Door, link: ClientLink<Record<never, never>>): void;
  down(door: Door): void;
}
