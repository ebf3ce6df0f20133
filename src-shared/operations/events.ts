import { eventIterator } from '@orpc/contract';
import { changeEventSchema } from '../changes.ts';
import { operation } from './operation.ts';

export const eventsOperations = {
  /** One event after every change, for as long as the caller listens. */
  changes: operation.output(eventIterator(changeEventSchema)),
};
