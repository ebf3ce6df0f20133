import { implement, type Router } from '@orpc/server';
import type { BackupSource } from '../../src-shared/backups.ts';
import { FailureError } from '../../src-shared/failures.ts';
import { topics } from '../../src-shared/changes.ts';
import { archiveContract } from '../../src-shared/contract.ts';
import { archiveState } from './archive-state.ts';
import { createBackup } from './backups/create.ts';
import { backupPath } from './backups/folder.ts';
import { backUpKept, listKept } from './backups/kept-archives.ts';
import type { Inspections } from './backups/inspections.ts';
import type { BackupKeeper } from './backups/keeper.ts';
import { restoreBackup } from './backups/restore.ts';
import { createBorder } from './border.ts';
import {
  createCustomField,
  listCustomFields,
  removeCustomField,
  updateCustomField,
} from './custom-fields.ts';
import { changeInBulk, purgeCustomers } from './customers/bulk.ts';
import { nextCode } from './customers/codes.ts';
import { customerFacets, fieldValues } from './customers/facets.ts';
import { countSelected, listCustomers } from './customers/list.ts';
import { getCustomer } from './customers/load.ts';
import { similarCustomers } from './customers/similar.ts';
import { createCustomer, updateCustomer } from './customers/write.ts';
import { createArchive } from './create.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import { diagnose } from './diagnostics.ts';
import { announce } from './events.ts';
import { exportCustomers } from './exports/export.ts';
import { writeTemplate } from './exports/template.ts';
import { find } from './find.ts';
import { customerHistory, listChanges, pendingChanges } from './history/changes.ts';
import { previewUndo } from './history/preview-undo.ts';
import { redoChange, undoChange, undoForCustomer } from './history/undo.ts';
import type { Locker } from './keys/locker.ts';
import type { Protection } from './keys/protection.ts';
import type { ArchiveHolder } from './holder.ts';
import { getImport, listImports, listLeftovers } from './imports/batches.ts';
import { writeLeftovers } from './imports/write-leftovers.ts';
import {
  acceptImport,
  commitImport,
  decideImport,
  discardImport,
  editImport,
  importPlanCounts,
  importPlanRows,
  importRows,
  importWords,
  planImport,
  readImport,
  saveImportScheme,
  understandImport,
  type BackUp,
} from './imports/imports.ts';
import { listSchemes, removeScheme } from './imports/schemes.ts';
import { keepLeft, removeLeft } from './moving/left-behind.ts';
import { moveArchive } from './moving/move.ts';
import { previewMove } from './moving/target.ts';
import { readPasted } from '../../src-shared/pasted.ts';
import { setAside } from './salvage/set-aside.ts';
import { salvageArchive } from './salvage/salvage.ts';
import { readPreferences, readSettings, updatePreferences, updateSettings } from './settings.ts';
import { createTag, listTags, removeTag, updateTag } from './tags.ts';
import type { TroubleWatch } from './trouble.ts';
import { createView, listViews, removeView, updateView } from './views.ts';

/** Implements the whole contract and needs no context: hosts hand it ports and nothing else. */
export type ArchiveRouter = Router<typeof archiveContract, Record<never, never>>;

/** The contract's operations, each wired to its function. No SQL and no rules stand here. */
export function createRouter(
  holder: ArchiveHolder,
  {
    keeper,
    inspections,
    protection,
    locker,
    trouble,
  }: {
    keeper: BackupKeeper;
    inspections: Inspections;
    protection: Protection;
    locker: Locker;
    trouble: TroubleWatch;
  },
): ArchiveRouter {
  const { guarded, running } = createBorder(holder, locker, trouble);
  const os = implement(archiveContract).use(({ next, path }) => guarded(path, async () => next()));
  const { files, events } = holder.surroundings;
  const session = () => holder.session();
  const backUpBeforeImport: BackUp = async (report, signal) => {
    await keeper.ensure('beforeImport', { report, signal });
  };
  const sourceOf = ({ source, password }: { source: BackupSource; password?: string | undefined }) => ({
    path: backupPath(holder.surroundings, source),
    secret: password,
    attempt: protection.tryAtBackup,
  });
  const state = () => archiveState(holder, { protection, locker, trouble }, () => keeper.list());

  const announcing = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = await work();
    announce(events, ['archive']);
    return result;
  };
  const unlocked = () => {
    locker.active();
    announce(events, [...topics]);
    return state();
  };

  return os.router({
    archive: {
      state: os.archive.state.handler(state),
      create: os.archive.create.handler(({ input, signal }) =>
        running(signal, async (report, aborted) => {
          await createArchive(holder, input, report, aborted);
          announce(events, [...topics]);
          return state();
        }),
      ),
      salvage: os.archive.salvage.handler(({ signal }) =>
        running(signal, async (report, aborted) => {
          const result = await salvageArchive(holder, report, aborted);
          announce(events, [...topics]);
          return result;
        }),
      ),
      diagnostics: os.archive.diagnostics.handler(async () => diagnose(holder, await keeper.list())),
      previewMove: os.archive.previewMove.handler(({ input }) =>
        previewMove(session(), files.writePath(input.token)),
      ),
      move: os.archive.move.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          moveArchive(holder, keeper, { chosen: files.writePath(input.token), report, signal: aborted }),
        ),
      ),
      leftBehind: os.archive.leftBehind.handler(({ input }) =>
        announcing(async () => (input.decision === 'remove' ? removeLeft(session()) : keepLeft(session()))),
      ),
      setAside: os.archive.setAside.handler(({ input, signal }) =>
        running(signal, (report, aborted) => setAside(holder, files.writePath(input.token), report, aborted)),
      ),
      reopen: os.archive.reopen.handler(async () => {
        await holder.open();
        announce(events, [...topics]);
        return state();
      }),
    },
    customers: {
      list: os.customers.list.handler(({ input }) => listCustomers(session(), input)),
      count: os.customers.count.handler(({ input }) => countSelected(session(), input.selection)),
      facets: os.customers.facets.handler(({ input, signal }) =>
        customerFacets(session().reader, input.filter, signal),
      ),
      get: os.customers.get.handler(({ input }) => getCustomer(session().sqlite, input.id)),
      create: os.customers.create.handler(({ input }) => createCustomer(session(), input.draft)),
      update: os.customers.update.handler(({ input }) => updateCustomer(session(), input)),
      bulk: os.customers.bulk.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          changeInBulk(session(), input, keeper.beforeBulk, report, aborted),
        ),
      ),
      purge: os.customers.purge.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          purgeCustomers(session(), input, keeper.beforeBulk, report, aborted),
        ),
      ),
      similar: os.customers.similar.handler(({ input }) => similarCustomers(session(), input)),
      readPasted: os.customers.readPasted.handler(({ input }) => readPasted(input.text)),
      values: os.customers.values.handler(({ input }) =>
        fieldValues(session().reader, input.field, input.text),
      ),
      nextCode: os.customers.nextCode.handler(() => {
        const { sqlite, clock } = session();
        return nextCode(sqlite, readSettings(sqlite).codePattern, clock());
      }),
      history: os.customers.history.handler(({ input }) => customerHistory(session().sqlite, input)),
    },
    tags: {
      list: os.tags.list.handler(() => listTags(session().sqlite)),
      create: os.tags.create.handler(({ input }) => createTag(session(), input)),
      update: os.tags.update.handler(({ input }) => updateTag(session(), input)),
      remove: os.tags.remove.handler(({ input }) => removeTag(session(), input.id)),
    },
    customFields: {
      list: os.customFields.list.handler(() => listCustomFields(session().sqlite)),
      create: os.customFields.create.handler(({ input }) => createCustomField(session(), input)),
      update: os.customFields.update.handler(({ input }) => updateCustomField(session(), input)),
      remove: os.customFields.remove.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          removeCustomField(session(), input, keeper.beforeBulk, report, aborted),
        ),
      ),
    },
    views: {
      list: os.views.list.handler(() => listViews(session())),
      create: os.views.create.handler(({ input }) => createView(session(), input)),
      update: os.views.update.handler(({ input }) => updateView(session(), input)),
      remove: os.views.remove.handler(({ input }) => removeView(session(), input.id)),
    },
    changes: {
      list: os.changes.list.handler(({ input }) => listChanges(session().sqlite, input)),
      pending: os.changes.pending.handler(() => pendingChanges(session().sqlite)),
      undo: os.changes.undo.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          undoChange(session(), input.changeId, { report, signal: aborted, before: keeper.beforeBulk }),
        ),
      ),
      previewUndo: os.changes.previewUndo.handler(({ input, signal }) =>
        previewUndo(session(), input.changeId, signal),
      ),
      redo: os.changes.redo.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          redoChange(session(), input.changeId, { report, signal: aborted, before: keeper.beforeBulk }),
        ),
      ),
      undoForCustomer: os.changes.undoForCustomer.handler(({ input }) => undoForCustomer(session(), input)),
    },
    imports: {
      read: os.imports.read.handler(({ input, signal }) =>
        running(signal, (report, aborted) => readImport(session(), input, report, aborted)),
      ),
      schemes: {
        list: os.imports.schemes.list.handler(() => listSchemes(session())),
        save: os.imports.schemes.save.handler(({ input }) => saveImportScheme(session(), input)),
        remove: os.imports.schemes.remove.handler(({ input }) => removeScheme(session(), input.id)),
      },
      understand: os.imports.understand.handler(({ input }) => understandImport(session(), input)),
      words: os.imports.words.handler(({ input }) => importWords(session(), input)),
      rows: os.imports.rows.handler(({ input }) => importRows(session(), input)),
      plan: os.imports.plan.handler(({ input, signal }) =>
        running(signal, (report, aborted) => planImport(session(), input, report, aborted)),
      ),
      planRows: os.imports.planRows.handler(({ input }) => importPlanRows(session(), input)),
      planCounts: os.imports.planCounts.handler(({ input }) => importPlanCounts(session(), input)),
      decide: os.imports.decide.handler(({ input }) => decideImport(session(), input)),
      accept: os.imports.accept.handler(({ input }) => acceptImport(session(), input)),
      edit: os.imports.edit.handler(({ input, signal }) =>
        running(signal, (report, aborted) => editImport(session(), input, report, aborted)),
      ),
      commit: os.imports.commit.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          commitImport(session(), input, backUpBeforeImport, report, aborted),
        ),
      ),
      discard: os.imports.discard.handler(({ input }) => discardImport(session(), input)),
      list: os.imports.list.handler(({ input }) => listImports(session(), input)),
      get: os.imports.get.handler(({ input }) => getImport(session(), input.changeId)),
      leftovers: os.imports.leftovers.handler(({ input }) => listLeftovers(session(), input)),
      exportLeftovers: os.imports.exportLeftovers.handler(({ input }) => writeLeftovers(session(), input)),
      template: os.imports.template.handler(({ input }) => writeTemplate(session(), input)),
    },
    backups: {
      state: os.backups.state.handler(() => keeper.state()),
      list: os.backups.list.handler(() => keeper.list()),
      create: os.backups.create.handler(({ input, signal }) =>
        running(signal, (report, aborted) => {
          const options = { reason: 'manual', report, signal: aborted } as const;
          return input.target === undefined
            ? keeper.make(options)
            : createBackup(session(), { ...options, targetPath: files.writePath(input.target) });
        }),
      ),
      choosePlace: os.backups.choosePlace.handler(async ({ input }) => {
        await keeper.choosePlace(files.writePath(input.token));
        return keeper.state();
      }),
      forgetPlace: os.backups.forgetPlace.handler(async () => {
        await keeper.forgetPlace();
        return keeper.state();
      }),
      copyNow: os.backups.copyNow.handler(async () => {
        await keeper.copyNow();
        return keeper.state();
      }),
      putOff: os.backups.putOff.handler(({ input }) => keeper.putOff(input.reminder)),
      removeDamaged: os.backups.removeDamaged.handler(({ input }) => keeper.removeDamaged(input)),
      giveAway: os.backups.giveAway.handler(({ input, signal }) =>
        running(signal, async (report, aborted) =>
          createBackup(session(), {
            reason: 'manual',
            report,
            signal: aborted,
            targetPath: files.writePath(input.target),
            ownKey: await protection.ownKey(input.password),
          }),
        ),
      ),
      inspect: os.backups.inspect.handler(({ input, signal }) =>
        running(signal, (report, aborted) => inspections.inspect(sourceOf(input), report, aborted), {
          locked: true,
        }),
      ),
      differences: os.backups.differences.handler(({ input }) => inspections.differences(input)),
      customers: os.backups.customers.handler(({ input }) => inspections.customers(input)),
      bringBack: os.backups.bringBack.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          inspections.bringBack(input, keeper.beforeBulk, report, aborted),
        ),
      ),
      closeInspection: os.backups.closeInspection.handler(({ input }) =>
        inspections.close(input.inspectionId),
      ),
      restore: os.backups.restore.handler(({ input, signal }) =>
        running(
          signal,
          async (report, aborted) => {
            const result = await protection.alone(() =>
              restoreBackup(holder, sourceOf(input), report, aborted),
            );
            locker.active();
            announce(events, [...topics]);
            keeper.copyInBackground();
            return result;
          },
          { locked: true },
        ),
      ),
      kept: os.backups.kept.handler(() => listKept(session())),
      backUpKept: os.backups.backUpKept.handler(({ input, signal }) =>
        running(signal, async (report, aborted) => {
          const backup = await backUpKept(session(), input, report, aborted);
          announce(events, ['backups']);
          return backup;
        }),
      ),
    },
    protection: {
      state: os.protection.state.handler(() => protection.state()),
      setPassword: os.protection.setPassword.handler(({ input }) =>
        announcing(() => protection.setPassword(input.password)),
      ),
      changePassword: os.protection.changePassword.handler(({ input }) =>
        announcing(() => protection.changePassword(input.current, input.password)),
      ),
      removePassword: os.protection.removePassword.handler(({ input }) =>
        announcing(() => protection.removePassword(input.current)),
      ),
      newRecoveryKey: os.protection.newRecoveryKey.handler(({ input }) =>
        protection.newRecoveryKey(input.password),
      ),
      saveRecoveryKey: os.protection.saveRecoveryKey.handler(({ input }) =>
        protection.saveRecoveryKey(files.writePath(input.target), input.text),
      ),
      confirmRecoveryKey: os.protection.confirmRecoveryKey.handler(({ input }) =>
        announcing(async () => protection.confirmRecoveryKey(input.typed)),
      ),
      unlock: os.protection.unlock.handler(async ({ input }) => {
        // In another window it may be open again already.
        await locker.settled();
        if (locker.refuses()) await protection.unlock(input.password);
        return unlocked();
      }),
      unlockWithRecoveryKey: os.protection.unlockWithRecoveryKey.handler(async ({ input }) => {
        await locker.settled();
        await protection.unlockWithRecoveryKey(input.recoveryKey, input.password);
        return unlocked();
      }),
      lock: os.protection.lock.handler(async () => {
        if (!locker.refuses() && protection.state().passwordSetAt === null)
          throw new FailureError({ code: 'passwordNotSet' });
        await locker.lock();
        return state();
      }),
      active: os.protection.active.handler(() => locker.active()),
      changeDataKey: os.protection.changeDataKey.handler(({ input, signal }) =>
        running(signal, (report, aborted) =>
          announcing(() => protection.changeDataKey(input.current, report, aborted)),
        ),
      ),
    },
    exports: {
      customers: os.exports.customers.handler(({ input, signal }) =>
        running(signal, (report, aborted) => exportCustomers(session(), input, report, aborted)),
      ),
    },
    finder: {
      search: os.finder.search.handler(({ input }) => find(session(), input)),
    },
    drafts: {
      list: os.drafts.list.handler(() => listDrafts(session())),
      get: os.drafts.get.handler(({ input }) => getDraft(session(), input.key)),
      save: os.drafts.save.handler(({ input }) => saveDraft(session(), input)),
      discard: os.drafts.discard.handler(({ input }) => discardDraft(session(), input.key)),
    },
    settings: {
      get: os.settings.get.handler(() => readSettings(session().sqlite)),
      update: os.settings.update.handler(({ input }) => updateSettings(session(), input)),
      preferences: os.settings.preferences.handler(() => readPreferences(session().sqlite)),
      updatePreferences: os.settings.updatePreferences.handler(({ input }) =>
        updatePreferences(session(), input),
      ),
    },
    events: {
      changes: os.events.changes.handler(({ signal }) =>
        holder.surroundings.events.subscribe('change', signal ? { signal } : {}),
      ),
    },
  });
}
