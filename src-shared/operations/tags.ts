import { z } from 'zod';
import { writtenSchema } from '../changes.ts';
import { tagDraftSchema, tagPatchSchema, tagSchema } from '../tags.ts';
import { id, operation } from './operation.ts';

export const tagsOperations = {
  list: operation.output(z.array(tagSchema)),
  create: operation.input(tagDraftSchema).output(writtenSchema.extend({ tag: tagSchema })),
  update: operation
    .input(z.object({ id, patch: tagPatchSchema }))
    .output(writtenSchema.extend({ tag: tagSchema })),
  remove: operation.input(z.object({ id })).output(writtenSchema),
};
