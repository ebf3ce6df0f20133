import { z } from 'zod';
import { finderHitSchema } from '../finder.ts';
import { operation } from './operation.ts';

export const finderOperations = {
  search: operation
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) }))
    .output(z.array(finderHitSchema)),
};
