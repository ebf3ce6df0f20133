import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { archiveStateSchema } from './archive-state.ts';
import {
  backupInspectionSchema,
  backupSchema,
  backupSourceSchema,
  backupStateSchema,
  bringBackModeSchema,
  broughtBackSchema,
  comparedCustomerSchema,
  keptArchiveSchema,
  restoreResultSchema,
} from './backups.ts';
import {
  changeEventSchema,
  changeSchema,
  historyEntrySchema,
  undoneSchema,
  undoPreviewSchema,
  writtenSchema,
} from './changes.ts';
import {
  bulkActionSchema,
  customerDraftSchema,
  customerFilterSchema,
  customerPatchSchema,
  customerRowSchema,
  customerSchema,
  customerSortSchema,
  facetsSchema,
  selectionSchema,
  similarCustomerSchema,
} from './customers.ts';
import {
  customFieldDraftSchema,
  customFieldPatchSchema,
  customFieldSchema,
  namedFieldSchema,
} from './custom-fields.ts';
import { draftKeySchema, draftSchema } from './drafts.ts';
import { exportInputSchema, exportResultSchema } from './exports.ts';
import { failureSchema } from './failures.ts';
import { tokenSchema } from './files.ts';
import { finderHitSchema } from './finder.ts';
import { importDetailsSchema, leftoverSchema, leftoversExportSchema } from './import-batches.ts';
import {
  acceptedRowsSchema,
  editedSchema,
  editInputSchema,
  planCountsSchema,
  planInputSchema,
  planPageSchema,
  planRowSchema,
  planSchema,
  rowDecisionSchema,
} from './import-plan.ts';
import {
  importBatchSchema,
  importResultSchema,
  mergedCellSchema,
  readingSchema,
  sheetRowSchema,
  understandingSchema,
  columnWordSchema,
  wordFieldSchema,
} from './imports.ts';
import { importSchemeSchema, schemeDraftSchema } from './import-schemes.ts';
import { movedSchema, movePreviewSchema, setAsideSchema } from './moving.ts';
import { progressThen } from './progress.ts';
import { salvageReportSchema } from './salvage.ts';
import { newRecoveryKeySchema, protectionStateSchema } from './protection.ts';
import {
  preferencesPatchSchema,
  preferencesSchema,
  settingsPatchSchema,
  settingsSchema,
} from './settings.ts';
import { tagDraftSchema, tagPatchSchema, tagSchema } from './tags.ts';
import { templateInputSchema } from './template.ts';
import { savedViewDraftSchema, savedViewPatchSchema, savedViewSchema } from './views.ts';

/** Every operation can fail with one of the failures, as data. */
const operation = oc.errors({ FAILURE: { status: 422, data: failureSchema } });

const id = z.number().int().positive();
const page = {
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(1).max(500).default(100),
};

/** A password as it was typed; the rules stand in passwords.ts. */
const secret = z.string().max(1_000);

const archive = {
  state: operation.output(archiveStateSchema),
  /** Makes a new archive in the empty folder. `sample` fills it with made-up customers to look around. */
  create: operation
    .input(z.object({ businessName: z.string().max(100).default(''), sample: z.boolean().default(false) }))
    .output(progressThen(archiveStateSchema)),
  /**
   * Makes a new archive of what can still be read in a damaged one, and puts it in its place; the damaged file is
   * kept. For when there is no good backup.
   */
  salvage: operation.output(progressThen(salvageReportSchema)),
  /** What somebody who helps needs to know of this installation; nothing of customers, no names, no paths. */
  diagnostics: operation.output(z.string()),
  /** What moving the archive to a folder would come to; nothing is changed. */
  previewMove: operation.input(z.object({ token: tokenSchema })).output(movePreviewSchema),
  /**
   * Moves the archive with its keys and backups to the folder of a preview, checked; cancelling leaves everything where it was.
   * Afterwards `host.followMove` opens it there.
   */
  move: operation.input(z.object({ token: tokenSchema })).output(progressThen(movedSchema)),
  /** Deletes what an archive that was moved left in its folder of before, or keeps it and speaks of it no more. */
  leftBehind: operation.input(z.object({ decision: z.enum(['remove', 'keep']) })).output(z.void()),
  /** Copies a damaged archive with its keys into a new folder inside the chosen one, and checks the copy byte by byte. */
  setAside: operation.input(z.object({ token: tokenSchema })).output(progressThen(setAsideSchema)),
  /** Tries again to open a folder that had a problem. */
  reopen: operation.output(archiveStateSchema),
};

const customers = {
  list: operation
    .input(
      z.object({ filter: customerFilterSchema, sort: customerSortSchema.nullable().default(null), ...page }),
    )
    .output(z.object({ rows: z.array(customerRowSchema), total: z.number().int() })),
  count: operation.input(z.object({ selection: selectionSchema })).output(z.number().int()),
  facets: operation.input(z.object({ filter: customerFilterSchema })).output(facetsSchema),
  get: operation.input(z.object({ id })).output(customerSchema),
  create: operation
    .input(z.object({ draft: customerDraftSchema }))
    .output(writtenSchema.extend({ customer: customerSchema })),
  /**
   * Writes part of a customer. When someone else changed one of the same fields after `baseVersion`, nothing is
   * written and `customerChanged` says what; other changes meanwhile are kept and reported in `meanwhile`.
   */
  update: operation.input(z.object({ id, baseVersion: z.number().int(), patch: customerPatchSchema })).output(
    writtenSchema.extend({
      customer: customerSchema,
      meanwhile: z.array(
        z.object({
          field: z.string(),
          actor: z.string(),
          at: z.string(),
          custom: namedFieldSchema.optional(),
        }),
      ),
    }),
  ),
  bulk: operation
    .input(z.object({ selection: selectionSchema, action: bulkActionSchema }))
    .output(progressThen(writtenSchema.extend({ count: z.number().int() }))),
  /** Deletes from the trash for good; only what is in the trash. Undoable like every change. */
  purge: operation
    .input(z.object({ selection: selectionSchema }))
    .output(progressThen(writtenSchema.extend({ count: z.number().int() }))),
  similar: operation
    .input(
      z.object({
        name: z.string().max(500).default(''),
        code: z.string().max(50).default(''),
        creditCode: z.string().max(50).default(''),
        identityNumber: z.string().max(50).default(''),
        phones: z.array(z.string().max(200)).max(50).default([]),
        excludeId: id.optional(),
      }),
    )
    .output(z.array(similarCustomerSchema)),
  /** 智能粘贴: pasted text → the fields it fills. */
  readPasted: operation
    .input(z.object({ text: z.string().max(10_000) }))
    .output(z.object({ patch: customerPatchSchema, rest: z.string() })),
  /** Values in use for a free field, most frequent first, for suggestions. */
  values: operation
    .input(
      z.object({
        field: z.enum(['industry', 'size', 'source', 'owner']),
        text: z.string().max(100).default(''),
      }),
    )
    .output(z.array(z.string())),
  /** The code the next new customer would get. */
  nextCode: operation.output(z.string()),
  history: operation
    .input(z.object({ id, ...page }))
    .output(z.object({ entries: z.array(historyEntrySchema), total: z.number().int() })),
};

const tags = {
  list: operation.output(z.array(tagSchema)),
  create: operation.input(tagDraftSchema).output(writtenSchema.extend({ tag: tagSchema })),
  update: operation
    .input(z.object({ id, patch: tagPatchSchema }))
    .output(writtenSchema.extend({ tag: tagSchema })),
  remove: operation.input(z.object({ id })).output(writtenSchema),
};

const customFields = {
  /** In the order in which forms and lists show them. */
  list: operation.output(z.array(customFieldSchema)),
  create: operation.input(customFieldDraftSchema).output(writtenSchema.extend({ field: customFieldSchema })),
  update: operation
    .input(z.object({ id, patch: customFieldPatchSchema }))
    .output(writtenSchema.extend({ field: customFieldSchema })),
  /** Deletes the field with all its values; one undo brings both back. */
  remove: operation.input(z.object({ id })).output(progressThen(writtenSchema)),
};

const views = {
  list: operation.output(z.array(savedViewSchema)),
  create: operation.input(savedViewDraftSchema).output(writtenSchema.extend({ view: savedViewSchema })),
  update: operation
    .input(z.object({ id, patch: savedViewPatchSchema }))
    .output(writtenSchema.extend({ view: savedViewSchema })),
  remove: operation.input(z.object({ id })).output(writtenSchema),
};

const changes = {
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

const imports = {
  /** Reads the file in a worker and says what is in it. Nothing is written. */
  read: operation
    .input(
      z.object({
        token: tokenSchema,
        encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
        /** The character between the fields of a text. */
        delimiter: z.string().length(1).optional(),
      }),
    )
    .output(progressThen(readingSchema)),
  /** How the sheet is understood; with `header` given, how it would be with that header. */
  understand: operation
    .input(
      z.object({
        readingId: z.string(),
        sheet: z.number().int().min(0),
        header: z
          .tuple([z.number().int().min(0), z.number().int().min(0)])
          .nullable()
          .optional(),
        /** One of the tables of its sheet, or null for all of it as one. */
        table: z.number().int().min(0).nullable().optional(),
        /** Mapped as this scheme says. */
        schemeId: id.optional(),
      }),
    )
    .output(understandingSchema),
  /** 方案: mappings saved under a name. */
  schemes: {
    list: operation.output(z.array(importSchemeSchema)),
    save: operation.input(schemeDraftSchema).output(writtenSchema),
    remove: operation.input(z.object({ id })).output(writtenSchema),
  },
  /** The words of a column with what each stands for in a field of options, the most frequent first. */
  words: operation
    .input(
      z.object({
        readingId: z.string(),
        sheet: z.number().int().min(0),
        column: z.number().int().min(0),
        field: wordFieldSchema,
      }),
    )
    .output(z.array(columnWordSchema).max(100)),
  /** Rows of the sheet as they are, with those that are left out marked. */
  rows: operation.input(z.object({ readingId: z.string(), sheet: z.number().int().min(0), ...page })).output(
    z.object({
      rows: z.array(sheetRowSchema),
      total: z.number().int(),
      merged: z.array(mergedCellSchema).max(2_000),
    }),
  ),
  /** Works out what the sheets would do, together. The plans before it on any of their files are dropped. */
  plan: operation.input(planInputSchema).output(progressThen(planSchema)),
  planRows: operation
    .input(planPageSchema.extend({ planId: z.string(), ...page }))
    .output(z.object({ rows: z.array(planRowSchema), total: z.number().int() })),
  planCounts: operation.input(z.object({ planId: z.string() })).output(planCountsSchema),
  /** Decides whether rows are new customers, belong to the one they match, or are left out. */
  decide: operation.input(rowDecisionSchema.extend({ planId: z.string() })).output(planCountsSchema),
  /** Takes doubtful rows as they are. */
  accept: operation
    .input(z.object({ planId: z.string(), rows: acceptedRowsSchema }))
    .output(planCountsSchema),
  /** Corrects cells for this import; the file stays as it is. What depends on them is worked out anew. */
  edit: operation.input(editInputSchema).output(progressThen(editedSchema)),
  /**
   * Backs up, then writes the plan as one change. When customers have changed since, rows are matched again, and when
   * that changes what would become of them nothing is written and `planOutdated` says so; the plan is then the new one.
   */
  commit: operation.input(z.object({ planId: z.string() })).output(progressThen(importResultSchema)),
  discard: operation.input(z.object({ readingId: z.string() })).output(z.void()),
  /** The newest first. */
  list: operation
    .input(z.object(page))
    .output(z.object({ batches: z.array(importBatchSchema), total: z.number().int() })),
  get: operation.input(z.object({ changeId: id })).output(importDetailsSchema),
  /** The rows that an import left out, or brought in with a doubt. */
  leftovers: operation
    .input(z.object({ changeId: id, ...page }))
    .output(z.object({ rows: z.array(leftoverSchema), total: z.number().int() })),
  /** The same as a workbook in the shape of the original, to be corrected and imported. */
  exportLeftovers: operation.input(leftoversExportSchema).output(exportResultSchema),
  /** Writes a sheet to fill in, for those who want one. */
  template: operation.input(templateInputSchema).output(exportResultSchema),
};

const backups = {
  state: operation.output(backupStateSchema),
  list: operation.output(z.array(backupSchema)),
  /** Into the backup folder, or to a place the user chose. */
  create: operation.input(z.object({ target: tokenSchema.optional() })).output(progressThen(backupSchema)),
  /** Makes a folder the second place; everything that is missing there is copied in the background. */
  choosePlace: operation.input(z.object({ token: tokenSchema })).output(backupStateSchema),
  /** What is in there stays. */
  forgetPlace: operation.output(backupStateSchema),
  /** Looks for the second place at once and brings it up to date. */
  copyNow: operation.output(backupStateSchema),
  /** Puts the reminder of a missing copy off for a day; that of a missing second place for good. */
  putOff: operation.input(z.object({ reminder: z.enum(['copyDue', 'noPlace']) })).output(z.void()),
  /** Deletes a file that was found broken, and no other. */
  removeDamaged: operation
    .input(z.object({ id: z.string().max(300), place: z.enum(['own', 'second']) }))
    .output(z.void()),
  /** A backup for somebody else, to a place the user chose: under a key and a password of its own. */
  giveAway: operation
    .input(z.object({ target: tokenSchema, password: secret }))
    .output(progressThen(backupSchema)),
  /** `password` or recovery key of the backup, where it has one that the archive does not know. */
  inspect: operation
    .input(z.object({ source: backupSourceSchema, password: secret.optional() }))
    .output(progressThen(backupInspectionSchema)),
  /** Who would come back, disappear or change if an inspected backup were restored. */
  differences: operation
    .input(
      z.object({ inspectionId: z.string().max(100), kind: z.enum(['back', 'gone', 'changed']), ...page }),
    )
    .output(z.object({ rows: z.array(comparedCustomerSchema), total: z.number().int() })),
  /** Who is in an inspected backup, by text as in the list of customers. */
  customers: operation
    .input(z.object({ inspectionId: z.string().max(100), text: z.string().max(200).default(''), ...page }))
    .output(z.object({ rows: z.array(comparedCustomerSchema), total: z.number().int() })),
  /** Brings customers of an inspected backup back, as one change. */
  bringBack: operation
    .input(
      z.object({
        inspectionId: z.string().max(100),
        ids: z.array(id).min(1).max(100_000),
        mode: bringBackModeSchema,
      }),
    )
    .output(progressThen(broughtBackSchema)),
  /** Removes the opened copy of a backup. */
  closeInspection: operation.input(z.object({ inspectionId: z.string().max(100) })).output(z.void()),
  /** Of a locked archive as well, which is then kept as it is: see `kept`. */
  restore: operation
    .input(z.object({ source: backupSourceSchema, password: secret.optional() }))
    .output(progressThen(restoreResultSchema)),
  /** Archives that were locked when a backup took their place, the newest first. */
  kept: operation.output(z.array(keptArchiveSchema)),
  /** Makes an ordinary backup of one, by its password or recovery key. It stays where it is. */
  backUpKept: operation
    .input(z.object({ id: z.string().max(300), password: secret }))
    .output(progressThen(backupSchema)),
};

const protection = {
  state: operation.output(protectionStateSchema),
  /** For an archive that has no password yet. Nothing is encrypted anew: only the way to the key changes. */
  setPassword: operation.input(z.object({ password: secret })).output(protectionStateSchema),
  changePassword: operation
    .input(z.object({ current: secret, password: secret }))
    .output(protectionStateSchema),
  /** Takes the recovery key away with the password. */
  removePassword: operation.input(z.object({ current: secret })).output(protectionStateSchema),
  /** Makes a recovery key and shows it, this once. It opens the archive only once it is confirmed. */
  newRecoveryKey: operation.input(z.object({ password: secret })).output(newRecoveryKeySchema),
  /**
   * Writes the recovery key that is shown now into a file of the user's choice: `text`, in the user's language, with the key in
   * it as it is shown.
   */
  saveRecoveryKey: operation
    .input(z.object({ target: tokenSchema, text: z.string().max(5_000) }))
    .output(z.void()),
  /** Takes the groups that were asked for, as they were typed; from then on earlier recovery keys open nothing. */
  confirmRecoveryKey: operation
    .input(z.object({ typed: z.array(z.string().max(100)).max(10) }))
    .output(protectionStateSchema),
  unlock: operation.input(z.object({ password: secret })).output(archiveStateSchema),
  /** For who forgot the password: opens the archive and sets a new one. */
  unlockWithRecoveryKey: operation
    .input(z.object({ recoveryKey: z.string().max(200), password: secret }))
    .output(archiveStateSchema),
  /** Locks the archive in every window. Long work is waited for; everything else fails from now on. */
  lock: operation.output(archiveStateSchema),
  /** Somebody is at work in a window: the time until the archive locks itself starts anew. */
  active: operation.output(z.void()),
  /** Encrypts everything anew under a new key. Backups made before keep the key they have. */
  changeDataKey: operation.input(z.object({ current: secret })).output(progressThen(protectionStateSchema)),
};

const exports_ = {
  customers: operation.input(exportInputSchema).output(progressThen(exportResultSchema)),
};

const finder = {
  search: operation
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) }))
    .output(z.array(finderHitSchema)),
};

const drafts = {
  list: operation.output(z.array(draftSchema)),
  get: operation.input(z.object({ key: draftKeySchema })).output(draftSchema.nullable()),
  save: operation.input(draftSchema.omit({ savedAt: true })).output(z.void()),
  discard: operation.input(z.object({ key: draftKeySchema })).output(z.void()),
};

const settings = {
  get: operation.output(settingsSchema),
  update: operation.input(settingsPatchSchema).output(writtenSchema.extend({ settings: settingsSchema })),
  preferences: operation.output(preferencesSchema),
  updatePreferences: operation.input(preferencesPatchSchema).output(preferencesSchema),
};

const events = {
  /** One event after every change, for as long as the caller listens. */
  changes: operation.output(eventIterator(changeEventSchema)),
};

/** Named part by part: the compiler writes no type of this length down. */
type ArchiveContract = {
  readonly archive: typeof archive;
  readonly customers: typeof customers;
  readonly tags: typeof tags;
  readonly customFields: typeof customFields;
  readonly views: typeof views;
  readonly changes: typeof changes;
  readonly imports: typeof imports;
  readonly backups: typeof backups;
  readonly protection: typeof protection;
  readonly exports: typeof exports_;
  readonly finder: typeof finder;
  readonly drafts: typeof drafts;
  readonly settings: typeof settings;
  readonly events: typeof events;
};

/** All that the archive can do. */
export const archiveContract: ArchiveContract = {
  archive,
  customers,
  tags,
  customFields,
  views,
  changes,
  imports,
  backups,
  protection,
  exports: exports_,
  finder,
  drafts,
  settings,
  events,
};
