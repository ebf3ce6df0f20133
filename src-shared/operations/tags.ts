import { z } from 'zod';
import { writtenSchema } from '../changes.ts';
import { progressThen } from '../progress.ts';
import { tagDraftSchema, tagPatchSchema, tagSchema } from '../tags.ts';
import { id, operation } from './operation.ts';

export const tagsOperations = {
  list: operation.output(z.array(tagSchema)),
  create: operation.input(tagDraftSchema).output(writtenSchema.extend({ tag: tagSchema })),
  /** Renames, colours or groups it. */
  update: operation
    .input(z.object({ id, patch: tagPatchSchema }))
    .output(progressThen(writtenSchema.extend({ tag: tagSchema }))),
  /** Deletes the tag and takes it off every customer; one undo brings both back. */
  remove: operation.input(z.object({ id })).output(progressThen(writtenSchema)),
};
