import { z } from 'zod';
import { writtenSchema } from '../changes.ts';
import { customFieldDraftSchema, customFieldPatchSchema, customFieldSchema } from '../custom-fields.ts';
import { progressThen } from '../progress.ts';
import { id, operation } from './operation.ts';

export const customFieldsOperations = {
  /** In the order in which forms and lists show them. */
  list: operation.output(z.array(customFieldSchema)),
  create: operation.input(customFieldDraftSchema).output(writtenSchema.extend({ field: customFieldSchema })),
  update: operation
    .input(z.object({ id, patch: customFieldPatchSchema }))
    .output(writtenSchema.extend({ field: customFieldSchema })),
  /** Deletes the field with all its values; one undo brings both back. */
  remove: operation.input(z.object({ id })).output(progressThen(writtenSchema)),
};
