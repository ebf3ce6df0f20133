import { listChanges, pendingChanges } from '../history/changes.ts';
import { previewUndo } from '../history/preview-undo.ts';
import { redoChange, undoChange, undoForCustomer } from '../history/undo.ts';
import type { Wires } from './wires.ts';

export const changesRoutes = ({ os, session, running, keeper }: Wires) => ({
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
});
