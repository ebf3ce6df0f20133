import { z } from 'zod';
import { operation } from './operation.ts';

export const workOperations = {
  /**
   * Asks long work to give up, by the name it told first. Whether it did, its own call says: it ends with `cancelled`, or
   * with its result when that counted already. Work that is over is no failure.
   */
  cancel: operation.input(z.object({ workId: z.string().max(100) })).output(z.void()),
};
