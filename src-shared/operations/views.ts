import { z } from 'zod';
import { writtenSchema } from '../changes.ts';
import { savedViewDraftSchema, savedViewPatchSchema, savedViewSchema } from '../views.ts';
import { id, operation } from './operation.ts';

export const viewsOperations = {
  list: operation.output(z.array(savedViewSchema)),
  create: operation.input(savedViewDraftSchema).output(writtenSchema.extend({ view: savedViewSchema })),
  update: operation
    .input(z.object({ id, patch: savedViewPatchSchema }))
    .output(writtenSchema.extend({ view: savedViewSchema })),
  remove: operation.input(z.object({ id })).output(writtenSchema),
};
