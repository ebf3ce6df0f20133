import { z } from 'zod';
import { namedFieldSchema } from './custom-fields.ts';

/**
 * What a change did, as data; the renderer words it. `names` holds at most three for the sentence. Custom fields
 * stand in `field` and `fields` as `custom:` and their name at the time, since the field may be gone when it is read.
 */
export const changeActionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('createArchive') }),
  z.object({ type: z.literal('createCustomer'), name: z.string() }),
  z.object({ type: z.literal('updateCustomer'), name: z.string(), fields: z.array(z.string()) }),
  z.object({ type: z.literal('trashCustomers'), count: z.number(), names: z.array(z.string()) }),
  z.object({ type: z.literal('restoreCustomers'), count: z.number(), names: z.array(z.string()) }),
  z.object({ type: z.literal('purgeCustomers'), count: z.number(), names: z.array(z.string()) }),
  z.object({ type: z.literal('addTags'), count: z.number(), tags: z.array(z.string()) }),
  z.object({ type: z.literal('removeTags'), count: z.number(), tags: z.array(z.string()) }),
  z.object({ type: z.literal('setField'), count: z.number(), field: z.string(), value: z.string() }),
  z.object({ type: z.literal('createTag'), name: z.string() }),
  z.object({ type: z.literal('updateTag'), name: z.string() }),
  z.object({ type: z.literal('deleteTag'), name: z.string(), count: z.number() }),
  z.object({ type: z.literal('createCustomField'), name: z.string() }),
  z.object({ type: z.literal('updateCustomField'), name: z.string() }),
  z.object({ type: z.literal('deleteCustomField'), name: z.string(), count: z.number() }),
  z.object({ type: z.literal('createView'), name: z.string() }),
  z.object({ type: z.literal('updateView'), name: z.string() }),
  z.object({ type: z.literal('deleteView'), name: z.string() }),
  z.object({ type: z.literal('saveScheme'), name: z.string() }),
  z.object({ type: z.literal('deleteScheme'), name: z.string() }),
  z.object({ type: z.literal('updateSettings'), fields: z.array(z.string()) }),
  z.object({
    type: z.literal('import'),
    /** The first of its files and sheets. */
    file: z.string(),
    sheet: z.string(),
    /** All of them, where there was more than one. */
    sheets: z.array(z.object({ file: z.string(), sheet: z.string() })).optional(),
    created: z.number(),
    updated: z.number(),
    skipped: z.number(),
  }),
  /** A new archive was made of what could be read in a damaged one. */
  z.object({ type: z.literal('salvage'), customers: z.number() }),
  /** Customers were brought back out of a backup. */
  z.object({
    type: z.literal('bringBack'),
    count: z.number(),
    names: z.array(z.string()),
    /** ISO instant at which the backup was made. */
    madeAt: z.string(),
  }),
  z.object({ type: z.literal('sampleData'), created: z.number() }),
  z.object({ type: z.literal('undoField'), name: z.string(), field: z.string() }),
]);
export type ChangeAction = z.infer<typeof changeActionSchema>;

export const changeSchema = z.object({
  id: z.number().int(),
  /** ISO instant; order is by id, since clocks jump. */
  at: z.string(),
  actor: z.string(),
  action: changeActionSchema,
  /** `undo` and `redo` name the change they took back or brought again; `action` is then that change's action. */
  kind: z.enum(['do', 'undo', 'redo']),
  target: z.number().int().nullable(),
  /** False once it is undone. */
  inEffect: z.boolean(),
  rows: z.number().int(),
});
export type Change = z.infer<typeof changeSchema>;

/** What every writing operation answers: enough for a toast that names it and offers undo. */
export const writtenSchema = z.object({ changeId: z.number().int(), action: changeActionSchema });
export type Written = z.infer<typeof writtenSchema>;

/** The later change that touched what an undo would have restored. */
export const keptBySchema = z.object({ changeId: z.number().int(), at: z.string(), actor: z.string() });
export type KeptBy = z.infer<typeof keptBySchema>;

/** What an undo leaves as it is because a later change has touched it. */
export const keptSchema = z.object({
  customerId: z.number().int().nullable(),
  /** Of the customer, or of the tag or view itself. */
  name: z.string(),
  /** `customer` for a created customer as a whole, a field of it as in the history, or `tag`, `view`, `scheme`, `setting`, `import`. */
  what: z.string(),
  by: keptBySchema.nullable(),
});
export type Kept = z.infer<typeof keptSchema>;

/** What an undo would do to customers, were it done now. */
export const undoPreviewSchema = z.object({
  /** Customers that the change created and that would go. */
  removed: z.number().int(),
  /** Customers that would get something back. */
  restored: z.number().int(),
  /** Customers of which something would stay. */
  keptCustomers: z.number().int(),
  /** At most 500. */
  kept: z.array(keptSchema),
  keptCount: z.number().int(),
});
export type UndoPreview = z.infer<typeof undoPreviewSchema>;

export const undoneSchema = z.object({
  changeId: z.number().int(),
  /** The change that was undone or redone. */
  target: z.number().int(),
  action: changeActionSchema,
  restoredRows: z.number().int(),
  /** At most 500. */
  kept: z.array(keptSchema),
  keptCount: z.number().int(),
});
export type Undone = z.infer<typeof undoneSchema>;

/** One entry in a customer's history: a change, field by field. */
export const historyEntrySchema = z.object({
  change: changeSchema,
  fields: z.array(
    z.object({
      /** A customer field, `custom:<id>`, or `contacts`, `methods`, `tags`, `aliases` for what belongs to it. */
      field: z.string(),
      before: z.string(),
      after: z.string(),
      /** Present where the value lies in a contact: its name. */
      of: z.string().optional(),
      /** Present for a custom field: what it is called, or was when it was removed. */
      custom: namedFieldSchema.optional(),
    }),
  ),
  /** Whether undoing it would still restore something. */
  undoable: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const topics = [
  'customers',
  'tags',
  'customFields',
  'views',
  'settings',
  'changes',
  'imports',
  'backups',
  'archive',
  'drafts',
] as const;
export const topicSchema = z.enum(topics);
export type Topic = z.infer<typeof topicSchema>;

export const changeEventSchema = z.object({
  topics: z.array(topicSchema),
  changeId: z.number().int().nullable(),
  /** Customers touched, when there are at most 100. */
  customerIds: z.array(z.number().int()).nullable(),
});
export type ChangeEvent = z.infer<typeof changeEventSchema>;
