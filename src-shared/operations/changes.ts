import { z } from 'zod';
import { changeSchema, undoPreviewSchema, undoneSchema } from '../changes.ts';
import { progressThen } from '../progress.ts';
import { id, operation, page } from './operation.ts';

export const changesOperations = {
  list: operation
    .input(z.object(page))
    .output(z.object({ changes: z.array(changeSchema), total: z.number().int() })),
  /** What Ctrl+Z and Ctrl+Shift+Z would do now. */
  pending: operation.output(z.object({ undo: changeSchema.nullable(), redo: changeSchema.nullable() })),
  /** Takes one change back; without an id, the latest that is in effect. */
  undo: operation.input(z.object({ changeId: id.optional() })).output(progressThen(undoneSchema)),
  /** What undoing the change would do, counted and looked up without writing anything. */
  previewUndo: operation.input(z.object({ changeId: id })).output(undoPreviewSchema),
  /** Brings the latest undone change again, or the given one. */
  redo: operation.input(z.object({ changeId: id.optional() })).output(progressThen(undoneSchema)),
  /** Takes back what one change did to one customer, or to one field of it; `field` as in the history. */
  undoForCustomer: operation
    .input(z.object({ changeId: id, customerId: id, field: z.string().max(100).optional() }))
    .output(undoneSchema),
};
