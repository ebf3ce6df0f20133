import { EventPublisher } from '@orpc/server';
import type { ChangeEvent, Topic } from '../../src-shared/changes.ts';

/** The one channel on which everybody hears of changes. */
export const createEvents = () => new EventPublisher<{ change: ChangeEvent }>();

/** Tells of something that is not a change: a backup was made, another archive is open. */
export const announce = (events: ReturnType<typeof createEvents>, topics: Topic[]): void =>
  events.publish('change', { topics, changeId: null, customerIds: null });
