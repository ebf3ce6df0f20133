import { z } from 'zod';
import { draftKeySchema, draftSchema } from '../drafts.ts';
import { operation } from './operation.ts';

export const draftsOperations = {
  list: operation.output(z.array(draftSchema)),
  get: operation.input(z.object({ key: draftKeySchema })).output(draftSchema.nullable()),
  save: operation.input(draftSchema.omit({ savedAt: true })).output(z.void()),
  discard: operation.input(z.object({ key: draftKeySchema })).output(z.void()),
};
